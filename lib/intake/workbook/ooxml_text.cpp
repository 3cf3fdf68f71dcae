// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ooxml_text.hpp"

#include <charconv>
#include <optional>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kEscape = 7;  // _xHHHH_

std::optional<char32_t> escaped_unit(std::string_view text, std::size_t at) {
  if (at + kEscape > text.size() || text.substr(at, 2) != "_x" || text[at + 6] != '_') return {};
  unsigned value = 0;
  const char* first = text.data() + at + 2;
  auto [end, error] = std::from_chars(first, first + 4, value, 16);
  if (error != std::errc() || end != first + 4 || value == 0) return {};
  return static_cast<char32_t>(value);
}

bool is_high(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool is_low(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

}  // namespace

void undo_escapes(std::string& text) {
  if (text.find("_x") == std::string::npos) return;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    auto unit = escaped_unit(text, at);
    auto low = unit && is_high(*unit) ? escaped_unit(text, at + kEscape) : std::nullopt;
    if (low && is_low(*low)) {
      base::append_utf8(plain, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00));
      at += 2 * kEscape;
    } else if (unit && !is_high(*unit) && !is_low(*unit)) {
      base::append_utf8(plain, *unit);
      at += kEscape;
    } else {
      plain += text[at++];
    }
  }
  text = std::move(plain);
}

void StringItem::begin() {
  text_.clear();
  in_text_ = phonetic_ = false;
}

void StringItem::start(std::string_view name) {
  if (name == "rPh") phonetic_ = true;
  in_text_ = name == "t" && !phonetic_;
}

void StringItem::end(std::string_view name) {
  if (name == "rPh") phonetic_ = false;
  in_text_ = false;
}

void StringItem::text(std::string_view piece) {
  if (in_text_) text_ += piece;
}

const std::string& StringItem::finish() {
  undo_escapes(text_);
  return text_;
}

}  // namespace minqing::intake
