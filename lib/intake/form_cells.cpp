// SPDX-License-Identifier: MIT
#include "lib/intake/form_cells.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lib/base/utf8.hpp"
#include "lib/intake/row_words.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestLabel = 16;
constexpr std::string_view kWideColon = "：";

bool is_short(std::string_view text) { return base::length(text) <= kLongestLabel; }

struct Colon {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};

Colon find_colon(std::string_view text, std::size_t from) {
  const std::size_t narrow = text.find(':', from);
  const std::size_t wide = text.find(kWideColon, from);
  if (narrow == wide) return {};
  return narrow < wide ? Colon{narrow, narrow + 1} : Colon{wide, wide + kWideColon.size()};
}

/// Where another label may begin: behind a blank.
struct Start {
  std::size_t at = 0;
  bool wide = false;  ///< behind two blanks, an ideographic one or a line break
};

std::vector<Start> starts_of(std::string_view text) {
  std::vector<Start> starts = {{0, true}};
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const std::string_view trimmed = base::trim(rest);
    if (trimmed.empty()) break;
    const auto next = static_cast<std::size_t>(trimmed.data() - text.data());
    if (next > at && at > 0) starts.push_back({next, text.substr(at, next - at) != " "});
    at = next;
    // On to the next blank: an ASCII one, U+3000 or U+00A0.
    at = std::min(
        {text.find_first_of(" \t\r\n", at), text.find("\u3000", at), text.find("\u00A0", at)});
  }
  return starts;
}

std::size_t offset_of(std::string_view text, std::string_view part) {
  return static_cast<std::size_t>(part.data() - text.data());
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// ---- Boxes to tick ----

bool is_ticked(char32_t c) {
  return c == U'☑' || c == U'☒' || c == U'■' || c == U'✔' || c == U'✓' || c == U'√';
}
bool is_box(char32_t c) { return c == U'□' || c == U'☐'; }
/// Marks that are used for nothing else.
bool is_sure_box(char32_t c) { return is_box(c) || c == U'☑' || c == U'☒'; }

/// What stands behind each box, and whether it is ticked. A tick may stand in front of its box.
struct Option {
  std::string words;
  bool ticked = false;
};
std::vector<Option> options_of(const std::u32string& text) {
  std::vector<Option> options;
  std::u32string words;
  bool after_mark = false;
  const auto end_words = [&] {
    if (!options.empty()) options.back().words += base::trim(base::to_utf8(words));
    words.clear();
  };
  for (char32_t c : text) {
    const bool mark = is_ticked(c) || is_box(c);
    if (mark && after_mark) {
      options.back().ticked = options.back().ticked || is_ticked(c);
    } else if (mark) {
      end_words();
      options.push_back({{}, is_ticked(c)});
    } else {
      words += c;
    }
    after_mark = mark;
  }
  end_words();
  return options;
}

std::optional<std::string> ticked_option(std::string_view text) {
  const std::u32string points = base::to_code_points(text);
  if (std::none_of(points.begin(), points.end(), is_sure_box)) return std::nullopt;
  std::string ticked;
  for (const Option& option : options_of(points)) {
    if (!option.ticked) continue;
    if (!ticked.empty()) return std::nullopt;
    ticked = option.words;
  }
  return ticked;
}

/// Lines to write on, and a day without its figures.
bool is_print(std::string_view text) {
  static constexpr std::u32string_view kPrint = U"_＿-—－/年月日时分:：.．";
  const std::u32string points = base::to_code_points(base::fold(text));
  return std::all_of(points.begin(), points.end(),
                     [](char32_t c) { return kPrint.find(c) != std::u32string_view::npos; });
}

}  // namespace

LabelKind label_kind(const FormWords& words, std::string_view text) {
  if (text.empty() || !is_short(text)) return LabelKind::none;
  const std::string key = base::heading_key(text);
  if (key == "注" || key == "附注" || key == "填表说明") return LabelKind::paper;
  if (words.judge(text) != Heading::unknown) return LabelKind::field;
  const bool about_paper = is_sheet_date_label(text) || is_reporting_unit_label(text);
  const bool is_footer = key.find(':') == std::string::npos && is_footer_text(key);
  return about_paper || is_footer ? LabelKind::paper : LabelKind::none;
}

std::vector<LabelledText> labelled_texts(const FormWords& words, std::string_view text) {
  std::vector<LabelledText> out;
  for (const auto& [start, wide] : starts_of(text)) {
    // In a text one blank more or less means nothing.
    if (!wide && !out.empty() && words.is_matter(out.back().label)) continue;
    const bool in_label = !out.empty() && start < offset_of(text, out.back().value);
    if (in_label) continue;
    const Colon colon = find_colon(text, start);
    if (colon.begin == std::string_view::npos) break;
    const std::string_view label = base::trim(text.substr(start, colon.begin - start));
    const LabelKind kind = label_kind(words, label);
    const bool begins = start == 0 && !label.empty() && is_short(label);
    if (kind == LabelKind::none && !begins) {
      if (start == 0) return {};
      continue;
    }
    if (!out.empty()) {
      std::string_view& before = out.back().value;
      before = base::trim(before.substr(0, start - offset_of(text, before)));
    }
    out.push_back({label, text.substr(colon.end), kind});
  }
  if (!out.empty()) out.back().value = base::trim(out.back().value);
  return out;
}

std::string plain_label(std::string_view text) {
  std::string label(base::trim(text));
  for (std::string_view colon : {":"sv, kWideColon}) {
    if (label.ends_with(colon)) label.resize(label.size() - colon.size());
  }
  if (std::any_of(label.begin(), label.end(), is_ascii_letter)) {
    return std::string(base::trim(label));
  }
  std::u32string points = base::to_code_points(label);
  std::erase_if(points,
                [](char32_t c) { return c <= U' ' || c == 0xA0 || c == 0x3000 || c == 0x200B; });
  return base::to_utf8(points);
}

bool may_be_label(const Cell& cell) {
  if (cell.type != Cell::Type::text) return false;
  const std::string label = plain_label(cell.value);
  return !label.empty() && is_short(label) &&
         std::none_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void drop_print(Cell& cell) {
  if (cell.type != Cell::Type::text) return;
  if (is_print(cell.value)) return cell.clear();
  const auto ticked = ticked_option(cell.value);
  if (!ticked) return;
  if (ticked->empty()) return cell.clear();
  cell.set(Cell::Type::text, *ticked);
}

}  // namespace minqing::intake
