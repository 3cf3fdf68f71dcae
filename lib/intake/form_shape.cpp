// SPDX-License-Identifier: MIT
#include "lib/intake/form_shape.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "lib/base/utf8.hpp"
#include "lib/intake/form_reader.hpp"

namespace minqing::intake {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kSureRows = 3;
/// Sheets that tell how to fill in others show labels and hints beside them.
constexpr std::array kHintSheets = {"说明"sv, "样例"sv, "示例"sv, "范例"sv, "样表"sv, "字典"sv};

bool is_hint_sheet(const SheetInfo& sheet) {
  return std::any_of(kHintSheets.begin(), kHintSheets.end(), [&](std::string_view word) {
    return sheet.name.find(word) != std::string::npos;
  });
}

bool is_known_line(const Form::Look& look) {
  return look.line == FormLine::bare_label || look.line == FormLine::colon_label;
}

/// What the first rows look like when they are read as forms.
class Impression {
 public:
  Impression(std::span<const Row> head, const SheetInfo& sheet, const FormWords& words,
             bool include_hidden) {
    FormReader reader(words, sheet, head, include_hidden);
    for (const Row& row : head) {
      if (auto form = reader.take(row)) add(*form);
    }
    if (auto form = reader.finish()) add(*form);
  }

  std::size_t count(FormLine line) const {
    return static_cast<std::size_t>(std::count_if(
        looks_.begin(), looks_.end(), [&](const Form::Look& look) { return look.line == line; }));
  }
  std::size_t known(std::size_t from = 0) const {
    return static_cast<std::size_t>(std::count_if(
        looks_.begin() + static_cast<std::ptrdiff_t>(from), looks_.end(), is_known_line));
  }
  /// The first row that begins with a heading in a cell of its own.
  std::size_t first_bare() const {
    const auto found = std::find_if(looks_.begin(), looks_.end(), [](const Form::Look& look) {
      return look.line == FormLine::bare_label;
    });
    return static_cast<std::size_t>(found - looks_.begin());
  }
  /// Different labels that begin a row, from the given one on.
  std::size_t different(std::size_t from = 0) const {
    std::set<std::string> labels;
    for (std::size_t i = from; i < looks_.size(); ++i) {
      if (is_known_line(looks_[i])) labels.insert(looks_[i].label);
    }
    return labels.size();
  }
  /// Headings, and below them what is no label: the header of a table.
  std::optional<std::size_t> header() const {
    for (std::size_t i = 0; i + 1 < looks_.size(); ++i) {
      if (looks_[i].line != FormLine::header_like) continue;
      if (looks_[i].is_header) return i;
      const FormLine next = looks_[i + 1].line;
      const bool data = next == FormLine::data_like || next == FormLine::unknown_label;
      if (data) return i;
    }
    return std::nullopt;
  }
  const Form::Look* first(FormLine line) const {
    const auto found = std::find_if(looks_.begin(), looks_.end(),
                                    [&](const Form::Look& look) { return look.line == line; });
    return found == looks_.end() ? nullptr : &*found;
  }

  std::vector<Form::Look> looks_;
  std::vector<Spot> strays_;
  std::size_t labels_ = 0;
  bool has_matter_ = false;

 private:
  void add(const Form& form) {
    looks_.insert(looks_.end(), form.looks.begin(), form.looks.end());
    strays_.insert(strays_.end(), form.layout.strays.begin(), form.layout.strays.end());
    labels_ += form.layout.columns.size();
    has_matter_ = has_matter_ || form.has_matter;
  }
};

/// The first filled cell is a known label, alone or with its value.
bool begins_with_label(const Row& row, const FormWords& words) {
  for (const Row::Placed& placed : row.cells()) {
    const std::string_view text = base::trim(placed.cell.value);
    if (text.empty()) continue;
    if (placed.cell.type != Cell::Type::text) return false;
    if (label_kind(words, text) == LabelKind::field) return true;
    const auto labelled = labelled_texts(words, text);
    return !labelled.empty() && labelled.front().kind == LabelKind::field;
  }
  return false;
}

/// 姓名 | 李小满 | 电话 | 138… and below it 反映内容 | 路灯不亮: too little for a form, and the
/// first row is no header.
std::optional<Spot> small_form(const Impression& seen, const Layout& table,
                               const FormWords& words) {
  const bool has_matter_column =
      std::any_of(table.columns.begin(), table.columns.end(),
                  [&](const Column& column) { return words.is_matter(column.name()); });
  if (!table.found() || has_matter_column || !seen.has_matter_) return std::nullopt;
  for (std::size_t i = 1; i < seen.looks_.size(); ++i) {
    const Form::Look& above = seen.looks_[i - 1];
    const bool below_header = above.spot.cell.row == table.last_header_row && is_known_line(above);
    if (below_header && is_known_line(seen.looks_[i]) && words.is_matter(seen.looks_[i].label)) {
      return above.spot;
    }
  }
  return std::nullopt;
}

/// Lines of labels (村：热水村) may stand above a table: then its header is the first row of bare
/// headings, and what follows begins with no labels.
bool has_rows_of_a_form(const Impression& seen) {
  const std::size_t first = seen.first_bare();
  if (seen.known(first) >= kSureRows && seen.different(first) >= kSureRows) return true;
  const bool like_table =
      std::any_of(seen.looks_.begin(), seen.looks_.end(), [](const Form::Look& look) {
        const bool several = look.line == FormLine::bare_label && look.labels > 1;
        return several || look.line == FormLine::unknown_label;
      });
  return seen.known() >= kSureRows && seen.different() >= kSureRows && !like_table;
}

}  // namespace

SheetShape shape_of(std::span<const Row> head, const SheetInfo& sheet, const Layout& table,
                    const FormWords& words, bool include_hidden) {
  const auto beginning = std::count_if(
      head.begin(), head.end(), [&](const Row& row) { return begins_with_label(row, words); });
  if (beginning < 2 || is_hint_sheet(sheet)) return {};

  const Impression seen(head, sheet, words, include_hidden);
  if (!has_rows_of_a_form(seen)) {
    const auto spot = small_form(seen, table, words);
    return spot ? SheetShape{SheetShape::Kind::unclear, *spot} : SheetShape{};
  }
  if (const auto header = seen.header()) {
    const bool goes_on = !seen.looks_[*header].is_header && seen.different(*header + 1) > 1;
    return goes_on ? SheetShape{SheetShape::Kind::unclear, seen.looks_[*header].spot}
                   : SheetShape{};
  }
  if (seen.count(FormLine::unknown_label) > seen.known()) return {};
  if (const Form::Look* data = seen.first(FormLine::data_like)) {
    const bool few = seen.count(FormLine::data_like) * kSureRows <= seen.known();
    return few ? SheetShape{SheetShape::Kind::unclear, data->spot} : SheetShape{};
  }
  if (!seen.has_matter_ && !table.found()) return {};
  if (seen.strays_.size() >= kSureRows && seen.strays_.size() * kSureRows >= seen.labels_) {
    return {SheetShape::Kind::unclear, seen.strays_.front()};
  }
  return {SheetShape::Kind::forms, {}};
}

}  // namespace minqing::intake
