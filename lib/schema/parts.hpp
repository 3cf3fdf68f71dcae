// SPDX-License-Identifier: MIT
// The parts of a schema that are tables: categories with where they go, and limits. An office
// changes them in a spreadsheet, in the words of its people (供水站, 是); in the schema they stand
// as a CSV file of ids beside schema.yaml.

#pragma once

#include "lib/base/error.hpp"
#include "lib/base/word.hpp"
#include "lib/schema/schema.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

enum class Part { categories, limits };

/// What the sheets are called, in the order of Part.
std::span<const base::Word> part_words();
/// 是/否 (true, false) and 属地村（社区） (by_area), as the cells have them.
std::span<const base::Word> yes_no_words();
std::span<const base::Word> by_area_words();
/// The columns of a part: ids as in its CSV file, labels as headings.
std::span<const base::Word> part_columns(Part part);

using PartRow = std::vector<std::string>;
/// A unit's name for its id, or its id for what people call it; empty when nothing is known.
using UnitWord = std::function<std::string(const std::string&)>;

/// The rows as people read them, under part_columns.
std::vector<PartRow> rows_of(const Schema& schema, Part part, const UnitWord& unit_name);

struct PartTable {
  Part part = Part::categories;
  std::vector<PartRow> rows;  ///< an empty row stands for a line without anything
  /// Where a cell stands, by its row and its place among part_columns.
  std::function<base::Place(std::size_t row, std::size_t column)> place = {};
};
/// The text of a schema with these tables in place of what was there. Cells may hold ids or
/// people's words: Rejected names those that are neither. Error(conflict) when a part does not
/// stand in a file of its own.
std::string with_parts(const std::string& schema_text, const std::vector<PartTable>& tables,
                       const UnitWord& unit_id);

}  // namespace minqing::schema
