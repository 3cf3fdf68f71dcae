// SPDX-License-Identifier: MIT
// Which field each column of a sheet is. A heading decides by itself, together with its parent
// (反映人 over 电话 is 反映人电话), or, when it may mean several fields, by the other columns
// (column_context.hpp). What stays uncertain is a problem that names the way out, `--map`; nothing
// is guessed, and every decision says which rule made it.
//
//   Mapping mapping = map_columns(schema, sheet, layout, first_rows, choices);
//   mapping.columns[1].field->id == "resident", .rule "表头 诉求人信息/姓名 在诉求人之下"

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/text.hpp"
#include "lib/intake/form_cells.hpp"
#include "lib/intake/layout.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

/// What becomes of a column's values.
enum class ColumnUse : std::uint8_t {
  taken,           ///< they go into the registration
  running_number,  ///< 序号: no data
  not_taken,       ///< known, but about the handling: a registration does not take it
  refused,         ///< the schema wants no such column in a ledger
  hidden,          ///< a hidden column, and hidden ones are not wanted
  put_aside,       ///< by `--map`, or an official's data under a resident's heading
  unknown          ///< no field has this heading
};

/// The kinds of rules that decide, the surest first.
enum class Basis : std::uint8_t {
  none,    ///< nothing to decide: not read, or no field at all
  given,   ///< by the user: --map, --profile
  label,   ///< the heading is the name of the field
  alias,   ///< the heading is another name of one field alone
  path,    ///< the heading together with its parents is such a name
  parent,  ///< of several fields the one that goes with the parent
  others,  ///< of several fields the one that the other columns leave
  values,  ///< of several fields the one that the values belong to
  unsure   ///< not decided
};
/// How far a person may rely on a decision without a look at the column: what says by itself which
/// field it is can be relied on, what was concluded is worth a look.
enum class Confidence : std::uint8_t { none, low, middle, high };
Confidence confidence_of(Basis basis);

/// By what a column was decided.
struct Rule {
  Basis basis = Basis::none;
  base::Text words;
};

struct MappedColumn {
  Column column;
  ColumnUse use = ColumnUse::unknown;
  std::string field_id;  ///< for taken, running_number and not_taken
  /// The schema's field; null for what is no field of a schema (card).
  const schema::Field* field = nullptr;
  Rule rule;
};

struct Mapping {
  std::vector<MappedColumn> columns;    ///< in the order of the sheet
  std::vector<base::Problem> problems;  ///< places name sheet and cell, not the file

  bool has(std::string_view field) const;
};

/// `--map`: a heading, its path (诉求人/姓名) or a column letter, and the field it is; no field
/// sets the column aside.
struct HeadingChoice {
  std::string heading;
  std::string field;
  bool expected = true;  ///< a file without such a column is told; profiles name all there may be

  /// True when the words mean this column.
  bool names(const Column& column) const;
};

struct ColumnChoices {
  std::vector<HeadingChoice> headings;
  bool include_hidden = false;
};

/// What find_layout has to know of headings: those of the schema and those chosen.
JudgeHeading heading_judge(const schema::Schema& schema, const ColumnChoices& choices);
/// What forms are known by.
FormWords form_words(const schema::Schema& schema, const ColumnChoices& choices);

/// `first_rows`: some rows of data, for headings that only their values tell apart (编号).
Mapping map_columns(const schema::Schema& schema, const SheetInfo& sheet, const Layout& layout,
                    std::span<const Row> first_rows, const ColumnChoices& choices);

/// True for fields that a registration takes.
bool is_of_registration(const schema::Field& field);
/// True for fields that may have several columns, whose texts are joined.
bool takes_several(const schema::Field& field);

}  // namespace minqing::intake
