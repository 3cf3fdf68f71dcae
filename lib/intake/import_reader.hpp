// SPDX-License-Identifier: MIT
// The files of one import, one after the other: a reader of workbooks or text pours its rows in,
// a batch comes out.
//
//   ImportReader reader(setting);
//   reader.begin_file("三月.csv");
//   reader.end_file(read_csv_sheet(*open_file("三月.csv"), {}, reader));
//   ImportBatch batch = reader.finish();

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/intake/import_rows.hpp"

namespace minqing::intake {

class ImportReader : public SheetSink, private TableSink {
 public:
  explicit ImportReader(const ImportSetting& setting);

  void begin_file(const std::string& name);
  /// `facts`: what was found out about a text file.
  void end_file(std::optional<CsvFacts> facts = {});
  /// When its reader gave up: what was read of it counts for nothing.
  void abandon_file(const std::vector<base::Problem>& problems);
  /// After the last file. Throws base::Error when a sheet or column that was asked for stands in
  /// none of them.
  ImportBatch finish();

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;
  void on_sheet_end() override;

 private:
  bool on_table(const SheetInfo& sheet, const Layout& layout) override;
  bool on_data(const Row& row) override;
  void on_set_aside(const Row& row, RowKind why, std::int64_t joined_to) override;
  void on_skipped(const SheetInfo& sheet, SheetSkipped why) override;

  void on_unclear(const SheetInfo& sheet, const Spot& spot) override;

  void finish_table();
  void check_sheets() const;
  void check_choices() const;

  const ImportSetting& setting_;
  ImportBatch batch_;
  SeenRows seen_;
  std::optional<TableReader> table_;
  std::optional<ImportRows> rows_;
  std::vector<std::string> sheets_seen_;
};

}  // namespace minqing::intake
