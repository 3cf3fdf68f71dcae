// SPDX-License-Identifier: MIT
#include "lib/intake/import_row_text.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

/// Texts that hold no date are not searched for one.
constexpr std::size_t kLongestDate = 40;

bool may_be_date(std::string_view text) {
  return !text.empty() && text.size() <= kLongestDate && text.front() >= '0' && text.front() <= '9';
}

/// A midnight and no time of day are the same: spreadsheets cannot tell them apart.
std::string to_words(base::Moment moment) {
  if (moment.second == 0) moment.second = base::Moment::kUnknown;
  return base::to_string(moment);
}

bool is_wanted(ColumnUse use) {
  return use == ColumnUse::taken || use == ColumnUse::not_taken || use == ColumnUse::unknown;
}

/// `4:date` — the length in front keeps bytes from shifting between the parts.
void append(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

}  // namespace

void RowText::clear() { entries_.clear(); }

void RowText::add(const MappedColumn& column, const Cell& cell) {
  if (!is_wanted(column.use) || is_blank_cell(cell)) return;
  const bool named = !column.field_id.empty();
  entries_.push_back({named ? column.field_id : "?" + base::heading_key(column.column.label()),
                      value_of(column, cell)});
}

std::string RowText::value_of(const MappedColumn& column, const Cell& cell) const {
  const bool declared = column.field != nullptr && column.field->type == schema::FieldType::date;
  const bool shown_as_date =
      cell.type == Cell::Type::date || (cell.type == Cell::Type::text && may_be_date(cell.value));
  if (declared || (column.field == nullptr && shown_as_date)) {
    // Where no dates are declared, a year is never completed: 3.1 may be anything.
    const DateContext undeclared{std::nullopt, true, dates_.date1904};
    const DateValue value = parse_date_cell(cell, declared ? dates_ : undeclared);
    if (value.is_moment()) return to_words(value.moment);
  }
  return base::fold(cell.value);
}

std::string RowText::key(std::string_view source, const std::optional<std::string>& source_no) {
  std::sort(entries_.begin(), entries_.end());
  by_number_ = source_no.has_value();
  std::string out = by_number_ ? "number " : "cells ";
  if (by_number_) {
    append(out, base::fold(source));
    append(out, base::fold(*source_no));
    return out;
  }
  for (const Entry& entry : entries_) {
    append(out, entry.name);
    append(out, entry.value);
  }
  return out;
}

std::string RowText::rest(std::string_view key_digest) const {
  std::string out = "row ";
  append(out, key_digest);
  if (!by_number_) return out;
  for (const Entry& entry : entries_) {
    append(out, entry.name);
    append(out, entry.value);
  }
  return out;
}

}  // namespace minqing::intake
