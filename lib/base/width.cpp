// SPDX-License-Identifier: MIT
// Columns: measuring, cutting, padding, breaking into lines.

#include <utf8proc.h>

#include <algorithm>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

constexpr std::u32string_view kClosing = U"，。；：、！？）》”’」』】〕〉…％,.;:!?)]}%";
constexpr std::u32string_view kOpening = U"（《“‘「『【〔〈([{";

bool is_one_of(char32_t value, std::u32string_view set) {
  return set.find(value) != std::u32string_view::npos;
}

/// Blanks at which a line may break; U+00A0 exists to forbid just that.
bool is_break_blank(char32_t value) { return value == ' ' || value == '\t' || value == 0x3000; }

bool may_break_between(char32_t before, char32_t after) {
  if (is_break_blank(before) || is_break_blank(after)) return true;
  if (is_one_of(after, kClosing) || is_one_of(before, kOpening)) return false;
  if (column_width(after) == 0) return false;
  return column_width(before) == 2 || column_width(after) == 2;
}

/// Fills lines with pieces that may not be broken.
class Filler {
 public:
  explicit Filler(int width) : width_(std::max(width, 1)) {}

  void add_piece(std::string_view piece) {
    int columns = display_width(piece);
    bool is_gap = is_break_blank(decode(piece, 0).value);
    if (used_ + columns > width_ && used_ > 0) end_line();
    if (is_gap && used_ == 0 && ended_) return;  // an indent is kept, blanks at a break are not
    if (columns > width_) return add_too_wide(piece);
    line_ += piece;
    used_ += columns;
    if (!is_gap) kept_ = line_.size();
  }

  /// Ends a paragraph: an empty one is an empty line.
  void end_paragraph() {
    if (used_ > 0 || !ended_) end_line();
    ended_ = false;
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  void end_line() {
    line_.resize(kept_);  // blanks at the end of a line are not seen
    lines_.push_back(std::move(line_));
    line_.clear();
    used_ = 0;
    kept_ = 0;
    ended_ = true;
  }

  void add_too_wide(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
      auto [value, size] = decode(piece, at);
      int columns = column_width(value);
      if (used_ > 0 && used_ + columns > width_) end_line();
      line_ += piece.substr(at, size);
      used_ += columns;
      kept_ = line_.size();
      at += size;
    }
  }

  int width_;
  int used_ = 0;
  std::size_t kept_ = 0;  ///< bytes of the line without the blanks at its end
  bool ended_ = false;    ///< the paragraph has given a line already
  std::string line_;
  std::vector<std::string> lines_;
};

void wrap_paragraph(std::string_view paragraph, Filler& filler) {
  std::size_t from = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < paragraph.size();) {
    auto [value, size] = decode(paragraph, at);
    if (at > from && may_break_between(before, value)) {
      filler.add_piece(paragraph.substr(from, at - from));
      from = at;
    }
    before = value;
    at += size;
  }
  if (from < paragraph.size()) filler.add_piece(paragraph.substr(from));
  filler.end_paragraph();
}

std::string blanks(int width, std::string_view text) {
  return std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

}  // namespace

int column_width(char32_t value) {
  if (value >= 0x20 && value < 0x7F) return 1;
  if (is_ideograph(value)) return 2;
  if (value > 0x10FFFF) return 1;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(value));
}

int display_width(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    columns += column_width(value);
    at += size;
  }
  return columns;
}

std::string fit(std::string_view text, int width) {
  int columns = 0;
  std::size_t cut = 0;  // end of what fits before the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    auto [value, size] = decode(text, at);
    columns += column_width(value);
    at += size;
    if (columns <= width - 1) cut = at;
    if (columns > width) return width < 1 ? "" : std::string(text.substr(0, cut)) + "…";
  }
  return std::string(text);
}

std::string pad_right(std::string_view text, int width) {
  return std::string(text) + blanks(width, text);
}

std::string pad_left(std::string_view text, int width) {
  return blanks(width, text) + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, int width) {
  Filler filler(width);
  for (std::string_view paragraph : split(text, '\n')) wrap_paragraph(paragraph, filler);
  return filler.take();
}

}  // namespace minqing::base
