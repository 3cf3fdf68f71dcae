// SPDX-License-Identifier: MIT
// Forms in the account of an import: those of a file that have the same labels are told together.

#include <algorithm>

#include "lib/intake/import_batch.hpp"

namespace minqing::intake {
namespace {

bool same_column(const ColumnReport& a, const ColumnReport& b) {
  return a.mapped.column.path == b.mapped.column.path && a.mapped.use == b.mapped.use &&
         a.mapped.field_id == b.mapped.field_id;
}

void join_column(ColumnReport& to, const ColumnReport& more) {
  to.filled += more.filled;
  for (const Cell& cell : more.first) {
    const bool known = std::find(to.first.begin(), to.first.end(), cell) != to.first.end();
    if (!known && to.first.size() < kShownValues) to.first.push_back(cell);
  }
}

void join_set_aside(std::vector<SetAsideReport>& to, const SetAsideReport& more) {
  const auto known = std::find_if(to.begin(), to.end(),
                                  [&](const SetAsideReport& one) { return one.kind == more.kind; });
  if (known == to.end()) return to.push_back(more);
  known->rows += more.rows;
  for (std::int64_t row : more.first) {
    if (known->first.size() < kShownRows) known->first.push_back(row);
  }
}

void join_sent(SentToCategory& to, const SentToCategory& more) {
  if (to.category.empty()) to = {more.category, more.label, {}};
  for (const SentToCategory::Words& one : more.words) {
    const auto known =
        std::find_if(to.words.begin(), to.words.end(),
                     [&](const SentToCategory::Words& some) { return some.words == one.words; });
    if (known == to.words.end()) {
      to.words.push_back(one);
    } else {
      known->rows += one.rows;
    }
  }
  std::stable_sort(to.words.begin(), to.words.end(),
                   [](const auto& a, const auto& b) { return a.rows > b.rows; });
}

}  // namespace

bool TableReport::is_in_several_sheets() const {
  return std::any_of(forms.begin(), forms.end(),
                     [&](const FormPlace& form) { return form.sheet != forms.front().sheet; });
}

bool TableReport::add_forms(const TableReport& more) {
  if (!is_form || !more.is_form) return false;
  if (!std::equal(columns.begin(), columns.end(), more.columns.begin(), more.columns.end(),
                  same_column)) {
    return false;
  }
  if (sheet != more.sheet) sheet.clear();
  if (reporting_unit != more.reporting_unit) reporting_unit.clear();
  if (sheet_date != more.sheet_date) sheet_date.reset();
  if (perhaps_of != more.perhaps_of) perhaps_of.clear();
  lacks_village = lacks_village || more.lacks_village;
  forms.insert(forms.end(), more.forms.begin(), more.forms.end());
  for (std::size_t i = 0; i < columns.size(); ++i) join_column(columns[i], more.columns[i]);
  for (const SetAsideReport& one : more.set_aside) join_set_aside(set_aside, one);
  join_sent(sent, more.sent);
  return true;
}

}  // namespace minqing::intake
