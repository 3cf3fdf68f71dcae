// SPDX-License-Identifier: MIT
// Showing what must not act on a terminal.

#include <fmt/format.h>
#include <utf8proc.h>

#include <iterator>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

/// Controls, format characters (bidirectional and zero-width ones among them), private use,
/// unassigned, and the two line separators.
bool is_hidden(char32_t value) {
  if (value < 0x20 || value == 0x7F) return true;
  if (value < 0x7F || is_ideograph(value)) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return false;
  }
}

void append_picture(std::string& out, char32_t value) {
  if (value == '\t') {
    out += ' ';
  } else if (value < 0x20) {
    append_utf8(out, 0x2400 + value);
  } else if (value == 0x7F) {
    out += "␡";
  } else {
    fmt::format_to(std::back_inserter(out), "⟦U+{:04X}⟧", static_cast<unsigned>(value));
  }
}

}  // namespace

std::string visible(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  std::size_t plain = 0;  // start of the stretch that is copied as it is
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    if (value != kBadByte && !is_hidden(value)) {
      at += size;
      continue;
    }
    out += text.substr(plain, at - plain);
    bool is_pair = value == '\r' && text.substr(at, 2) == "\r\n";
    if (value == '\n' || is_pair) {
      out += keep_lines ? "\n" : "⏎";
    } else if (value == kBadByte) {
      fmt::format_to(std::back_inserter(out), "⟦0x{:02X}⟧", static_cast<unsigned char>(text[at]));
    } else {
      append_picture(out, value);
    }
    at += is_pair ? 2 : size;
    plain = at;
  }
  out += text.substr(plain);
  return out;
}

}  // namespace minqing::base
