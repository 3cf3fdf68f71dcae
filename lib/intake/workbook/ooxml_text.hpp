// SPDX-License-Identifier: MIT
// The text of a string item: its runs joined, phonetic guides (rPh) left out, `_x000D_`-like
// escapes undone.

#pragma once

#include <string>
#include <string_view>

namespace minqing::intake {

/// Undoes `_xHHHH_` in place; pairs of surrogates become one character. What would give NUL or half
/// a pair stays as it is written.
void undo_escapes(std::string& text);

/// Collects the text below `<si>` or `<is>`; the owner passes the events on.
class StringItem {
 public:
  void begin();
  void start(std::string_view name);
  void end(std::string_view name);
  void text(std::string_view piece);
  /// The whole text, escapes undone; valid until `begin`.
  const std::string& finish();
  std::size_t size() const { return text_.size(); }

 private:
  std::string text_;
  bool in_text_ = false;
  bool phonetic_ = false;
};

}  // namespace minqing::intake
