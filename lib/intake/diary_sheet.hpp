// SPDX-License-Identifier: MIT
// Diaries kept as a sheet: a row for each visit; the rows of one day and one person are one entry,
// wherever they stand.
//
//   日期 | 走访人 | 天气 | 村 | 走访对象 | 走访地点 | 方式 | 走访内容 | 诉求 | 类别 | 当场答复
//
// Only the day has to be there, and where the visit went; other columns are named and not taken in.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/intake/diary_words.hpp"
#include "lib/intake/table_reader.hpp"

namespace minqing::intake {

/// Columns of a table that are not taken in.
struct UnusedColumns {
  std::string table;  ///< `走访.xlsx!四月`
  std::vector<std::string> headings;
};

struct DiarySheets {
  std::vector<DiaryWords> entries;
  std::vector<base::Problem> problems;
  std::vector<UnusedColumns> unused;
  std::int64_t rows = 0;
  std::int64_t set_aside = 0;
};

class DiarySheetReader : public SheetSink, private TableSink {
 public:
  void begin_file(const std::string& name);
  void end_file();
  DiarySheets finish() { return std::move(out_); }

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override { return reader_->on_row(row); }
  void on_sheet_end() override { reader_->on_sheet_end(); }

 private:
  bool on_table(const SheetInfo& sheet, const Layout& layout) override;
  bool on_data(const Row& row) override;
  void on_set_aside(const Row& row, RowKind why, std::int64_t joined_to) override;
  void on_skipped(const SheetInfo& sheet, SheetSkipped why) override;

  std::optional<DiaryWords::Value> value(const Row& row, std::string_view id);
  std::string day_key(const std::string& typed) const;
  DiaryWords& entry_of(const Row& row);
  void add_issue(const Row& row, DiaryWords::Visit& visit);

  DiarySheets out_;
  std::string file_;
  bool found_ = false;  ///< a table of diaries in this file
  SheetInfo sheet_;
  std::optional<base::Date> sheet_date_;
  std::map<std::string, int, std::less<>> columns_;  ///< by id
  std::map<std::string, std::size_t> entries_;       ///< of this sheet, by day and person
  std::optional<TableReader> reader_;
};

}  // namespace minqing::intake
