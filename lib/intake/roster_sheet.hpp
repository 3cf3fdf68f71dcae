// SPDX-License-Identifier: MIT
// Sheets of a roster: units, people or areas, told by their headings, which may be Chinese or the
// names of the fields (as in areas.csv). A sheet holds one of the three.
//
//   姓名 | 单位 | 职务 | 登录名 | 编号 | 别名
//   单位名称 | 编号 | 别名 | 类型 | 所属村
//   代码 | 名称 | 上级代码 | 级别 | 别名
//
// Other columns are not taken in and are named. 编号 that merely counts the rows (1, 2, 3 …) is no
// id.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/word.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/table_reader.hpp"

namespace minqing::intake {

enum class RosterKind : std::uint8_t { units, people, areas };
base::Text describe(RosterKind kind);

/// A row: its words by the id of their column (`name`, `unit` …); blank cells are absent.
struct RosterRow {
  struct Value {
    std::string words;
    base::Place place;
  };
  base::Place place;
  std::map<std::string, Value, std::less<>> values;

  const std::string* find(std::string_view column) const;
  /// Of the value, else of the row.
  const base::Place& place_of(std::string_view column) const;
};

struct RosterTable {
  RosterKind kind = RosterKind::people;
  std::string name;  ///< file, and sheet
  std::vector<RosterRow> rows;
  std::vector<std::string> unused;  ///< headings that are not taken in
  std::int64_t set_aside = 0;
};

struct RosterSheets {
  std::vector<RosterTable> tables;
  std::vector<base::Problem> problems;
};

class RosterReader : public SheetSink, private TableSink {
 public:
  void begin_file(const std::string& name);
  void end_file();
  RosterSheets finish() { return std::move(sheets_); }

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;
  void on_sheet_end() override;

 private:
  struct UsedColumn {
    int column;
    std::string id;
  };

  bool on_table(const SheetInfo& sheet, const Layout& layout) override;
  bool on_data(const Row& row) override;
  void on_set_aside(const Row& row, RowKind why, std::int64_t joined_to) override;
  void on_skipped(const SheetInfo& sheet, SheetSkipped why) override;

  std::optional<RosterKind> kind_of(const Layout& layout) const;
  void choose_columns(RosterKind kind, const Layout& layout);
  void drop_running_numbers();

  RosterSheets sheets_;
  std::string file_;
  std::size_t tables_before_ = 0;
  std::size_t problems_before_ = 0;
  SheetInfo sheet_;
  std::vector<UsedColumn> columns_;
  std::optional<TableReader> reader_;
};

}  // namespace minqing::intake
