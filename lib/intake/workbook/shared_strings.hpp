// SPDX-License-Identifier: MIT
// The shared texts of a workbook, packed: a megabyte block holds many texts, each with its length
// in front, and one 32-bit number says where a text lies.

#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// The texts that a workbook may share. Real ones stay far below.
inline constexpr std::size_t kMaxSharedStrings = 16 << 20;
inline constexpr std::size_t kMaxSharedBytes = 256 << 20;
/// A cell's text (Excel itself ends at 32,767 characters).
inline constexpr std::size_t kMaxTextBytes = (1 << 20) - 16;

class SharedStrings {
 public:
  /// Nothing is added beyond the limits; false then.
  bool add(std::string_view text);
  std::size_t size() const { return places_.size(); }
  /// index < size()
  std::string_view at(std::size_t index) const;

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0;  ///< of the last block
  std::deque<std::uint32_t> places_;
};

/// Reads the part; throws base::Rejected beyond the limits.
SharedStrings read_shared_strings(ZipArchive& archive, std::string_view part);

}  // namespace minqing::intake
