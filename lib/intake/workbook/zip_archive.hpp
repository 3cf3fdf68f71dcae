// SPDX-License-Identifier: MIT
// A zip file as a set of parts, for reading only, and distrustful: names are looked up and never
// used as paths, no size in a header is believed, and what a part inflates to is bounded.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

struct zip;
struct zip_file;

namespace minqing::intake {

struct ZipLimits {
  std::int64_t max_entries = 1000;
  /// All parts together, each counted once.
  std::uint64_t max_inflated = 1ull << 30;
  /// A part may inflate to this many times its compressed size, once it is above the grace. Sheets
  /// with much repetition reach 30 to 1.
  std::uint64_t max_ratio = 200;
  std::uint64_t ratio_grace = 8ull << 20;
};

class ZipArchive {
 public:
  /// Opens a regular file, or bytes in memory (they must outlive the archive). `name` is for
  /// messages. Throws base::Error; base::Rejected for a damaged archive, more than max_entries,
  /// two entries of one name, entries that overlap.
  static ZipArchive open_path(const std::string& path, const ZipLimits& limits = {});
  static ZipArchive open_bytes(std::string_view bytes, std::string name,
                               const ZipLimits& limits = {});
  ~ZipArchive();
  ZipArchive(ZipArchive&& other) noexcept;
  ZipArchive& operator=(ZipArchive&&) = delete;

  const std::string& name() const { return name_; }
  /// Names are compared without regard to case, `\` counts as `/`, a leading `/` is dropped.
  bool has(std::string_view part) const;

  /// A part being inflated. Throws base::Rejected at damage (also a wrong checksum, at the end of
  /// the part), encryption, and when a limit is passed.
  class Part {
   public:
    ~Part();
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    /// Up to `size` bytes; 0 at the end.
    std::size_t read(char* buffer, std::size_t size);
    const std::string& name() const { return name_; }
    const std::string& file() const { return archive_.name(); }

   private:
    friend class ZipArchive;
    Part(ZipArchive& archive, std::string_view name);
    void check_limits();

    ZipArchive& archive_;
    std::string name_;
    zip_file* handle_ = nullptr;
    std::uint64_t index_ = 0;
    std::uint64_t compressed_ = 0;
    std::uint64_t inflated_ = 0;
  };
  /// Throws base::Rejected when there is no such part.
  Part open(std::string_view part);
  /// A small part as a whole.
  std::string read_all(std::string_view part, std::size_t max_bytes);

 private:
  ZipArchive(zip* handle, std::string name, const ZipLimits& limits);
  void list_entries(std::uint64_t file_size);
  void count(std::uint64_t index, std::uint64_t inflated);

  zip* handle_;
  std::string name_;
  ZipLimits limits_;
  std::map<std::string, std::uint64_t, std::less<>> entries_;  ///< by key
  std::map<std::uint64_t, std::uint64_t> inflated_;            ///< the most that was read of each
  std::uint64_t total_inflated_ = 0;
};

}  // namespace minqing::intake
