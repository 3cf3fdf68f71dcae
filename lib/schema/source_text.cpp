// SPDX-License-Identifier: MIT
#include "lib/schema/source_text.hpp"

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/schema/node.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace minqing::schema {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// A line of rules is short; positions are counted from the start of the line for each node.
constexpr std::size_t kMaxLineBytes = 10'000;
/// Enough to see what sort of file it is.
constexpr int kMostUnseen = 10;

}  // namespace

bool is_unseen(char32_t value) {
  if (value < 0x20) return value != '\t' && value != '\n';
  if (value < 0xA0) return value >= 0x7F;
  return (value >= 0x200B && value <= 0x200F) || (value >= 0x2028 && value <= 0x202E) ||
         (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF || value == 0x061C ||
         value == 0x00AD;
}

char32_t find_unseen(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [value, size] = base::decode(text, at);
    if (is_unseen(value)) return value;
    at += size;
  }
  return 0;
}

SourceText::SourceText(std::string_view bytes, int file) : bytes_(bytes), file_(file) {
  if (bytes_.starts_with(kByteOrderMark)) bytes_.remove_prefix(kByteOrderMark.size());
  starts_.push_back(0);
  for (std::size_t at = 0; at < bytes_.size(); ++at) {
    if (bytes_[at] == '\n') starts_.push_back(at + 1);
  }
}

bool SourceText::check(Problems& problems) const {
  return check_size(problems) && check_encoding(problems) && check_characters(problems);
}

bool SourceText::check_size(Problems& problems) const {
  if (bytes_.size() > kMaxFileBytes) {
    problems.add(
        {file_, 0, 0}, {},
        base::text("文件太大：最多 {} 字节", "too large: at most {} bytes", kMaxFileBytes));
    return false;
  }
  for (std::size_t i = 0; i < starts_.size(); ++i) {
    if (line(i).size() <= kMaxLineBytes) continue;
    problems.add({file_, static_cast<int>(i) + 1, 1}, {},
                 base::text("这一行太长：最多 {} 字节", "the line is too long: at most {} bytes",
                            kMaxLineBytes),
                 {"分成几行写", "write it on several lines"});
    return false;
  }
  return true;
}

bool SourceText::check_encoding(Problems& problems) const {
  std::size_t bad = 0;
  if (base::is_valid_utf8(bytes_, &bad)) return true;
  problems.add(position_of(bad), {}, {"不是 UTF-8 文字", "not UTF-8"},
               {"在编辑器里另存为 UTF-8", "save it as UTF-8 in your editor"});
  return false;
}

bool SourceText::check_characters(Problems& problems) const {
  int unseen = 0;
  for (std::size_t at = 0; at < bytes_.size() && unseen < kMostUnseen;) {
    const auto [value, size] = base::decode(bytes_, at);
    const bool ends_line = value == '\r' && bytes_.substr(at, 2) == "\r\n";
    if (is_unseen(value) && !ends_line) {
      problems.add(position_of(at), {},
                   base::text("看不见的字符 U+{:04X}", "an unseen character, U+{:04X}",
                              static_cast<unsigned>(value)),
                   {"删掉它", "delete it"});
      ++unseen;
    }
    at += size;
  }
  return unseen == 0;
}

std::string_view SourceText::line(std::size_t index) const {
  const std::size_t from = starts_[index];
  const std::size_t to = index + 1 < starts_.size() ? starts_[index + 1] - 1 : bytes_.size();
  std::string_view line = bytes_.substr(from, to - from);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Position SourceText::position_of(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *(after - 1);
  // Bytes that go on a character do not count; this also holds before the text is known as UTF-8.
  const auto column =
      std::count_if(bytes_.begin() + static_cast<std::ptrdiff_t>(start),
                    bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes_.size())),
                    [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
  return {file_, static_cast<int>(after - starts_.begin()), static_cast<int>(column) + 1};
}

std::size_t SourceText::offset_of(std::size_t line, std::size_t column) const {
  return std::min(starts_[std::min(line, starts_.size() - 1)] + column, bytes_.size());
}

}  // namespace minqing::schema
