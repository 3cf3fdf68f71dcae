// SPDX-License-Identifier: MIT
// Keys for comparison: trimming, composition, half width, folding.

#include <utf8proc.h>

#include <cstdlib>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

/// Ranges that composition leaves alone and that combine with nothing before them: Latin-1 and its
/// extensions, CJK with its punctuation and kana, Hangul syllables, full-width forms. What is not
/// listed is left to utf8proc.
bool is_settled(char32_t value) {
  if (value < 0x300) return true;
  if (value >= 0x3030 && value <= 0x9FFF) return value != 0x3099 && value != 0x309A;
  return (value >= 0x2002 && value <= 0x20CF) || (value >= 0x2100 && value <= 0x2125) ||
         (value >= 0x3000 && value <= 0x3029) || (value >= 0xAC00 && value <= 0xD7A3) ||
         (value >= 0xFE30 && value <= 0xFFEF);
}

/// Longest stretch given to utf8proc at once: its ordering of combining marks takes quadratic time,
/// and nobody's name needs more.
constexpr std::size_t kLongestStretch = 1024;

void append_composed(std::string& out, std::string_view stretch) {
  utf8proc_uint8_t* composed = nullptr;
  auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(stretch.data()),
                           static_cast<utf8proc_ssize_t>(stretch.size()), &composed,
                           static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) {  // bytes that are no UTF-8 stay as they are
    out += stretch;
    return;
  }
  out.append(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  std::free(composed);
}

/// End of the stretch from `at` on that composition may change: up to the next settled code point.
std::size_t unsettled_end(std::string_view text, std::size_t at) {
  std::size_t from = at;
  while (at < text.size() && at - from < kLongestStretch) {
    auto [value, size] = decode(text, at);
    if (is_settled(value)) break;
    at += size;
  }
  return at;
}

char32_t half_width(char32_t value) {
  if (value >= 0xFF01 && value <= 0xFF5E) return value - 0xFEE0;
  return value == 0x3000 ? U' ' : value;
}

/// Half width, lower case, without blanks; false when composition may have a say.
bool fold_simply(std::string_view text, std::string& out) {
  bool settled = true;
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    char32_t narrow = half_width(value);
    if (narrow < 0x80) {
      bool is_upper = narrow >= 'A' && narrow <= 'Z';
      if (!is_blank(narrow)) out += static_cast<char>(is_upper ? narrow + 32 : narrow);
    } else if (is_common_ideograph(value) || !is_blank(value)) {
      out += text.substr(at, size);
      settled = settled && is_settled(value);
    }
    at += size;
  }
  return settled;
}

/// Drops a note in brackets at the end, unless nothing else is there.
bool drop_note(std::string& key) {
  if (!key.ends_with(')')) return false;
  int open = 0;
  for (std::size_t at = key.size(); at-- > 1;) {
    open += key[at] == ')' ? 1 : key[at] == '(' ? -1 : 0;
    if (open == 0) {
      key.resize(at);
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_blank(char32_t value) {
  if (value < 0x80) return value == ' ' || (value >= '\t' && value <= '\r');
  if (value < 0x2000) {
    return value == 0x85 || value == 0xA0 || value == 0x061C || value == 0x1680 || value == 0x180E;
  }
  if (value <= 0x206F) {
    return value <= 0x200F || (value >= 0x2028 && value <= 0x202F) || value >= 0x205F;
  }
  return value == 0x3000 || value == 0xFEFF;
}

std::string_view trim(std::string_view text) {
  std::size_t from = 0;
  while (from < text.size()) {
    auto [value, size] = decode(text, from);
    if (!is_blank(value)) break;
    from += size;
  }
  std::size_t to = from;  // end of the last code point that is not blank
  for (std::size_t at = from; at < text.size();) {
    auto [value, size] = decode(text, at);
    at += size;
    if (!is_blank(value)) to = at;
  }
  return text.substr(from, to - from);
}

std::string nfc(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t last = 0;  // start of the last settled code point, which may take marks after it
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    if (!is_settled(value)) {
      out.resize(out.size() - (at - last));
      std::size_t end = unsettled_end(text, at);
      append_composed(out, text.substr(last, end - last));
      last = at = end;
      continue;
    }
    last = at;
    out += text.substr(at, size);
    at += size;
  }
  return out;
}

std::string to_half_width(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    char32_t narrow = half_width(value);
    if (narrow < 0x80) {
      out += static_cast<char>(narrow);
    } else {
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  if (fold_simply(text, key)) return key;
  // Composition may yield ASCII letters (U+212A is a K), so they are folded once more.
  std::string again;
  fold_simply(nfc(key), again);
  return again;
}

std::string heading_key(std::string_view text) {
  std::string key = fold(text);
  for (;;) {
    if (key.size() > 1 && key.ends_with(':')) {
      key.pop_back();
    } else if (!drop_note(key)) {
      return key;
    }
  }
}

}  // namespace minqing::base
