// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ods_walker.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"

namespace minqing::intake {
namespace {

/// document-content / body / spreadsheet / table
constexpr int kTableDepth = 4;
/// Parts of a table that hold no cells of it, though perhaps those of another.
constexpr std::array<std::string_view, 4> kBesideCells = {"shapes", "forms", "scenario", "table"};
/// What may stand in a cell as its text; anything else is a note or a drawing.
constexpr std::array<std::string_view, 6> kParagraphs = {"p",         "h",           "list",
                                                         "list-item", "list-header", "section"};
/// What stands in a paragraph and is not read with it.
constexpr std::array<std::string_view, 4> kBesideText = {"annotation", "frame", "note",
                                                         "ruby-text"};

template <class List>
bool is_one_of(const List& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A copy of another file's sheet that formulas refer to: `'file:///x.ods'#$Sheet1`.
bool is_cached_copy(std::string_view name) {
  return name.starts_with('\'') && name.find("'#") != std::string_view::npos;
}

}  // namespace

std::int64_t repeats(const XmlAttributes& attributes, std::string_view name) {
  constexpr std::int64_t kMost = std::int64_t{1} << 31;
  std::string_view words = attributes.find(name);
  std::int64_t count = 1;
  auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), count);
  if (error == std::errc::result_out_of_range) return kMost;
  return std::clamp<std::int64_t>(count, 1, kMost);
}

bool is_hidden(const XmlAttributes& attributes) {
  std::string_view visibility = attributes.find("visibility");
  return visibility == "collapse" || visibility == "filter";
}

void OdsWalker::start(std::string_view name, const XmlAttributes& attributes, int depth) {
  if (skipped_depth_ > 0) return;
  switch (where_) {
    case Where::outside:
      if (depth == 2) in_body_ = name == "body";
      if (depth == 3 && in_body_) is_spreadsheet_ = is_spreadsheet_ || name == "spreadsheet";
      if (depth == kTableDepth && in_body_ && name == "table") return open_table(attributes, depth);
      return start_before(name, attributes);
    case Where::cell: {
      bool direct = depth == cell_depth_ + 1;
      if (direct ? !is_one_of(kParagraphs, name) : is_one_of(kBesideText, name)) {
        skipped_depth_ = depth;
      } else {
        start_inside(name, attributes);
      }
      return;
    }
    default:
      start_in_table(name, attributes, depth);
  }
}

void OdsWalker::open_table(const XmlAttributes& attributes, int depth) {
  std::string_view name = attributes.find("name");
  if (is_cached_copy(name)) {
    skipped_depth_ = depth;
    return;
  }
  where_ = Where::table;
  table_ = name;
  table_depth_ = depth;
  row_ = 1;
  rows_ = 0;
  column_ = 1;
  begin_table(name, attributes);
}

void OdsWalker::start_in_table(std::string_view name, const XmlAttributes& attributes, int depth) {
  bool covered = name == "covered-table-cell";
  if (where_ == Where::row && (covered || name == "table-cell")) {
    where_ = Where::cell;
    cell_depth_ = depth;
    columns_ = repeats(attributes, "number-columns-repeated");
    begin_cell(attributes, columns_, covered);
  } else if (where_ == Where::table && name == "table-row") {
    where_ = Where::row;
    row_depth_ = depth;
    rows_ = repeats(attributes, "number-rows-repeated");
    column_ = 1;
    begin_row(attributes, rows_);
  } else if (where_ == Where::table && name == "table-column") {
    std::int64_t count = repeats(attributes, "number-columns-repeated");
    on_columns(attributes, count);
    column_ += count;
  } else if (is_one_of(kBesideCells, name)) {
    skipped_depth_ = depth;
  }
}

void OdsWalker::end(std::string_view name, int depth) {
  if (skipped_depth_ > 0) {
    if (depth == skipped_depth_) skipped_depth_ = 0;
    return;
  }
  if (where_ == Where::cell && depth == cell_depth_) {
    end_cell();
    where_ = Where::row;
    column_ += columns_;
  } else if (where_ == Where::cell) {
    end_inside(name);
  } else if (where_ == Where::row && depth == row_depth_) {
    end_row();
    where_ = Where::table;
    row_ += rows_;
  } else if (where_ == Where::table && depth == table_depth_) {
    end_table();
    where_ = Where::outside;
  }
}

void OdsWalker::text(std::string_view piece) {
  if (where_ == Where::cell && skipped_depth_ == 0) text_inside(piece);
}

void OdsWalker::fail(base::Text reason) const {
  reject({file_, table_, {}, 0, 0}, std::move(reason));
}

void OdsWalker::fail_cell(base::Text reason) const {
  if (row_ > kMaxRow || column_ > kMaxColumn) fail(std::move(reason));
  reject({file_, table_, cell_name(row_, static_cast<int>(column_)), 0, 0}, std::move(reason));
}

}  // namespace minqing::intake
