// SPDX-License-Identifier: MIT
#include "lib/base/key_table.hpp"

#include <algorithm>

#include "lib/base/packed.hpp"

namespace minqing::base {

namespace {

constexpr std::size_t kWord = 4;

void append_word(std::string& out, std::size_t value) {
  for (std::size_t i = 0; i < kWord; ++i) out += static_cast<char>(value >> (8 * i));
}

/// The word at `index`, lowest byte first.
std::uint32_t word_at(std::string_view words, std::size_t index) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < kWord; ++i) {
    value |= std::uint32_t{static_cast<unsigned char>(words[index * kWord + i])} << (8 * i);
  }
  return value;
}

/// Takes a count and that many words off the front.
std::string_view take_words(std::string_view& bytes) {
  if (bytes.size() < kWord) Unpacker::wrong();
  const std::size_t size = word_at(bytes, 0) * kWord;
  bytes.remove_prefix(kWord);
  if (bytes.size() < size) Unpacker::wrong();
  const std::string_view words = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return words;
}

}  // namespace

StringTable::StringTable(std::string_view bytes)
    : ends_(take_words(bytes)), text_(bytes), size_(ends_.size() / kWord) {}

std::string StringTable::pack(const std::vector<std::string>& strings) {
  std::string out, text;
  append_word(out, strings.size());
  for (const std::string& string : strings) {
    text += string;
    append_word(out, text.size());
  }
  return out + text;
}

std::string_view StringTable::at(std::size_t index) const {
  if (index >= size_) Unpacker::wrong();
  const std::size_t from = index == 0 ? 0 : word_at(ends_, index - 1);
  const std::size_t to = word_at(ends_, index);
  if (from > to || to > text_.size()) Unpacker::wrong();
  return text_.substr(from, to - from);
}

KeyTable::KeyTable(std::string_view bytes) {
  places_ = take_words(bytes);
  keys_ = StringTable(bytes);
  if (keys_.size() * kWord != places_.size()) Unpacker::wrong();
}

std::string KeyTable::pack(Keys keys) {
  std::erase_if(keys, [](const auto& entry) { return entry.first.empty(); });
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::string out;
  append_word(out, keys.size());
  std::vector<std::string> strings;
  strings.reserve(keys.size());
  for (auto& [key, place] : keys) {
    append_word(out, place);
    strings.push_back(std::move(key));
  }
  return out + StringTable::pack(strings);
}

std::vector<std::size_t> KeyTable::places(std::string_view key) const {
  std::size_t low = 0, high = keys_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (keys_.at(middle) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  std::vector<std::size_t> out;
  for (; low < keys_.size() && keys_.at(low) == key; ++low) out.push_back(word_at(places_, low));
  return out;
}

}  // namespace minqing::base
