// SPDX-License-Identifier: MIT
// Records of bytes, in order, as many as there are: the first few megabytes stay in memory, the
// others go into an unnamed file in the folder for temporary files ($TMPDIR, /var/tmp, /tmp).
// There they are encrypted under a key that only this process has and forgets, because records may
// hold what residents said. Where the file cannot be made or grow, the records stay in memory.

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace minqing::base {

class SpilledRecords {
 public:
  /// Of which memory holds at most about this many bytes; places of records are not counted.
  static constexpr std::size_t kInMemory = std::size_t{4} << 20;

  explicit SpilledRecords(std::size_t in_memory = kInMemory);
  SpilledRecords(SpilledRecords&&) noexcept;
  SpilledRecords& operator=(SpilledRecords&&) noexcept;
  ~SpilledRecords();

  void push_back(std::string_view record);
  std::size_t size() const;
  /// Several threads may ask at the same time, not while a record is added. Quick for records that
  /// follow each other. Throws Error(io) when the file cannot be read any more.
  std::string operator[](std::size_t index) const;

 private:
  class Store;
  std::unique_ptr<Store> store_;
};

}  // namespace minqing::base
