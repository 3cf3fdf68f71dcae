// SPDX-License-Identifier: MIT
// What an import has read: one command for each row that is to be registered, and the verdict on
// every other row. Nothing of it is written yet; whether a command's row is new or in the ledger
// already is the ledger's answer.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/time.hpp"
#include "lib/casework/packed_commands.hpp"
#include "lib/intake/column_mapping.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/table_reader.hpp"
#include "lib/intake/unheaded_cells.hpp"

namespace minqing::intake {

/// Above this many problems the rows are only counted.
inline constexpr std::size_t kMostImportProblems = 1000;
/// Row numbers kept of rows that were set aside, and values of a column, for the report.
inline constexpr std::size_t kShownRows = 8;
inline constexpr std::size_t kShownValues = 3;

struct ColumnReport {
  MappedColumn mapped;
  std::int64_t filled = 0;  ///< rows with a value
  std::vector<Cell> first;  ///< different values, at most kShownValues
};

struct SetAsideReport {
  RowKind kind = RowKind::blank;
  std::int64_t rows = 0;
  std::vector<std::int64_t> first;  ///< row numbers, at most kShownRows
};

/// Rows whose category is empty or unknown and that went to a category which the caller names.
struct SentToCategory {
  struct Words {
    std::string words;  ///< masked; empty for rows without any
    std::int64_t rows;
  };
  std::string category;  ///< id
  base::Text label;
  std::vector<Words> words;  ///< those of most rows first
};

struct FormPlace {
  std::string sheet;
  std::int64_t row = 0;  ///< of its first label

  bool operator==(const FormPlace&) const = default;
};

/// Of a table, or of the forms of a file that have the same labels.
struct TableReport {
  std::string sheet;  ///< empty for a text file, and of forms in several sheets
  std::int64_t first_header_row = 0;
  std::int64_t last_header_row = 0;
  std::string reporting_unit;
  std::optional<base::Date> sheet_date;  ///< of forms only when all have the same
  bool is_form = false;
  std::vector<FormPlace> forms;  ///< those that are filled in
  /// Nothing says which village its rows are of; `perhaps_of` is the one that the lines above, the
  /// sheet or the file name, for a person to confirm.
  bool lacks_village = false;
  std::string perhaps_of;
  std::vector<ColumnReport> columns;  ///< of forms: with the cells of the first
  std::vector<UnheadedColumn> unheaded;
  std::vector<SetAsideReport> set_aside;
  SentToCategory sent;

  /// Forms with the same labels, taken for the same, are told together; false: these are others.
  bool add_forms(const TableReport& more);
  bool is_in_several_sheets() const;
};

struct FileReport {
  std::string name;
  std::optional<CsvFacts> text;  ///< of a text file
  std::vector<TableReport> tables;
  std::vector<std::pair<std::string, SheetSkipped>> skipped;
};

/// A row that says what an earlier one says.
struct RepeatedRow {
  base::Place place;
  std::size_t command;  ///< of the earlier row
};

struct ImportBatch {
  std::vector<FileReport> files;
  casework::PackedCommands commands;
  std::vector<base::Problem> problems;  ///< the first kMostImportProblems
  std::vector<RepeatedRow> repeated;
  std::int64_t rows = 0;      ///< rows of data
  std::int64_t rejected = 0;  ///< of them with problems
  std::int64_t set_aside = 0;

  void add_problem(base::Problem problem);
  base::Place place_of_command(std::size_t index) const { return commands[index].origin; }
};

/// The ledger's keyed digest of a text; two threads may ask at once.
using RowDigest = std::function<std::string(const std::string& text)>;

}  // namespace minqing::intake
