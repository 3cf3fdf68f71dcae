// SPDX-License-Identifier: MIT
// UTF-8 text as people see it: validity, width on a terminal, folding for comparison, and making
// control characters visible. All functions but is_valid_utf8 expect valid UTF-8; residents' text
// is checked once when it comes in.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::base {

/// Strict: no overlong forms, surrogates or values above U+10FFFF. `bad_offset` receives the byte
/// offset of the first fault.
bool is_valid_utf8(std::string_view bytes, std::size_t* bad_offset = nullptr);

/// The code points of valid UTF-8.
std::u32string to_code_points(std::string_view text);
std::string to_utf8(std::u32string_view code_points);
void append_utf8(std::string& out, char32_t code_point);
/// Number of code points.
std::size_t length(std::string_view text);

/// Columns on a terminal: East Asian wide and full-width characters are two, combining marks none.
int display_width(std::string_view text);
/// Cuts to at most `width` columns; what is cut ends with `…` (itself within the width).
std::string fit(std::string_view text, int width);
/// Pads with blanks on the right (left-aligned) or left (right-aligned) to `width` columns.
std::string pad_right(std::string_view text, int width);
std::string pad_left(std::string_view text, int width);
/// Breaks into lines of at most `width` columns, at blanks between Latin words, anywhere between
/// Chinese characters, never before closing punctuation (，。；：、！？）》”’) nor after opening
/// one. A line break in the text ends a line; empty text is one empty line.
std::vector<std::string> wrap(std::string_view text, int width);

/// What may go to a terminal: C0 and C1 controls as `␛`-like pictures or `⟦U+009B⟧`, bidirectional
/// overrides and isolates, zero-width and private-use characters as `⟦U+202E⟧`. Line breaks become
/// `⏎` unless `keep_lines`. Tabs become one blank. Never changes what is stored.
std::string visible(std::string_view text, bool keep_lines = false);

/// White space of every kind removed at both ends (blank, tab, line ends, U+00A0, U+3000, U+200B–D,
/// U+2060, U+FEFF …).
std::string_view trim(std::string_view text);

/// Canonical composition (NFC).
std::string nfc(std::string_view text);

/// Full-width ASCII (！..～) and U+3000 become their ASCII forms; nothing else changes. `：，、～`:
/// ：→`:`  ，→`,`  ～→`~`; 、 is kept.
std::string to_half_width(std::string_view text);

/// Key for matching words: NFC, half width, ASCII lower case, all white space and zero-width
/// characters removed.
std::string fold(std::string_view text);

/// Key for matching spreadsheet headings: fold, then trailing `:` and a trailing `（…）`/`(…)` note
/// removed (repeatedly). `联系电话（手机）：` → `联系电话`.
std::string heading_key(std::string_view text);

bool starts_with(std::string_view text, std::string_view prefix);
bool ends_with(std::string_view text, std::string_view suffix);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The candidate nearest to `word` by edit distance over folded code points, or empty when none is
/// near enough to be a likely slip (distance ≤ 1 for words up to 4 code points, ≤ a third beyond).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace minqing::base
