// SPDX-License-Identifier: MIT
// The container of old workbooks: a compound file (OLE2, [MS-CFB]) as a set of streams, for reading
// only. Distrustful: no count or size in it is believed, a chain of sectors that leaves the file,
// or runs in a circle, is damage. Memory is 4 bytes a sector.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/byte_source.hpp"

namespace minqing::intake {

/// A stream of the container, or a whole file that has none.
class OleStream {
 public:
  /// The source as a whole; it must outlive the stream.
  explicit OleStream(ByteSource& source);
  OleStream(ByteSource& source, std::vector<std::uint32_t> places, std::uint32_t chunk,
            std::uint64_t size);

  std::uint64_t size() const { return size_; }
  const std::string& file() const { return source_->name(); }
  /// Up to `size` bytes from `offset` on; fewer at the end, also where a file was cut off.
  std::size_t read_at(std::uint64_t offset, char* buffer, std::size_t size) const;

 private:
  ByteSource* source_;
  std::vector<std::uint32_t> places_;  ///< where in the file each chunk lies
  std::uint64_t chunk_;                ///< bytes
  std::uint64_t size_;
};

class OleFile {
 public:
  /// Throws base::Rejected when the container is damaged. The source must outlive it.
  explicit OleFile(ByteSource& source);

  /// A stream of the root folder; names are compared without regard to case.
  std::optional<OleStream> find(std::string_view name);
  bool has(std::string_view name) const { return entry_of(name) != nullptr; }

 private:
  struct Entry {
    std::string key;  ///< lower case; characters beyond ASCII are `?`
    std::uint32_t start;
    std::uint64_t size;
  };

  std::string read_sector(std::uint32_t sector) const;
  std::uint32_t place_of(std::uint32_t sector) const;
  std::vector<std::uint32_t> chain(const std::vector<std::uint32_t>& table,
                                   std::uint32_t first) const;
  std::string read_chain(std::uint32_t first) const;
  void append_table(std::vector<std::uint32_t>& table, std::uint32_t sector) const;
  void read_fat(std::string_view header);
  void read_directory(std::uint32_t first);
  void list_entry(std::string_view directory, std::uint32_t index);
  void read_mini_streams(std::uint32_t first);
  const Entry* entry_of(std::string_view name) const;

  ByteSource& source_;
  std::uint32_t sector_bytes_ = 512;
  std::uint32_t sectors_ = 0;
  std::uint32_t mini_limit_ = 4096;  ///< smaller streams lie in the stream of small ones
  std::uint32_t mini_first_ = 0;
  bool has_mini_ = false;
  std::vector<std::uint32_t> fat_;
  std::vector<std::uint32_t> mini_fat_;
  std::vector<std::uint32_t> mini_sectors_;  ///< of the stream of small streams
  Entry root_;
  std::vector<Entry> entries_;
};

}  // namespace minqing::intake
