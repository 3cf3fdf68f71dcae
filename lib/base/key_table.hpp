// SPDX-License-Identifier: MIT
// Names and where their entries stand, in one block of bytes that is searched as it is: whoever
// needs one name of some hundred reads a dozen of them.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minqing::base {

/// Strings of any bytes, numbered from 0, in one block.
class StringTable {
 public:
  StringTable() = default;
  /// The bytes stay the caller's and must outlive the table. Throws PackedError when they
  /// cannot be a table.
  explicit StringTable(std::string_view bytes);
  static std::string pack(const std::vector<std::string>& strings);

  std::size_t size() const { return size_; }
  /// Throws PackedError when the table is damaged there.
  std::string_view at(std::size_t index) const;

 private:
  std::string_view ends_;
  std::string_view text_;
  std::size_t size_ = 0;
};

class KeyTable {
 public:
  using Keys = std::vector<std::pair<std::string, std::uint32_t>>;

  KeyTable() = default;
  /// As StringTable.
  explicit KeyTable(std::string_view bytes);
  /// Each pair is kept once; empty keys are left out.
  static std::string pack(Keys keys);

  /// The places of a key, ascending; none for an unknown one.
  std::vector<std::size_t> places(std::string_view key) const;

 private:
  StringTable keys_;
  std::string_view places_;
};

/// A table with the bytes it stands in.
class OwnKeyTable {
 public:
  OwnKeyTable() = default;
  explicit OwnKeyTable(std::string bytes)
      : bytes_(std::make_unique<const std::string>(std::move(bytes))), table_(*bytes_) {}
  explicit OwnKeyTable(KeyTable::Keys keys) : OwnKeyTable(KeyTable::pack(std::move(keys))) {}

  std::vector<std::size_t> places(std::string_view key) const { return table_.places(key); }
  std::string_view bytes() const { return bytes_ ? std::string_view(*bytes_) : std::string_view(); }

 private:
  std::unique_ptr<const std::string> bytes_;
  KeyTable table_;
};

}  // namespace minqing::base
