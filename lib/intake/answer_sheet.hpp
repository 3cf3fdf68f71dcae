// SPDX-License-Identifier: MIT
// A sender's sheet as it came in, to be given back with the answers filled in: its texts row by
// row. What does not stand in cells (colours, merged cells, formulas) is not kept.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/intake/table_reader.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

struct AnswerSheet {
  struct Line {
    std::vector<std::string> cells;  ///< as many as there are headings
    bool is_data = false;            ///< else a sum, a footer or the like
  };
  std::string sheet;
  std::vector<std::string> above;  ///< title and what else stands over the header
  std::vector<std::string> headings;
  std::vector<Line> lines;

  /// The column with this heading; nothing when there is none.
  std::optional<std::size_t> find(std::string_view heading) const;
};

/// Takes the first table that has the profile's column of the sender's number.
class AnswerSheetReader : public SheetSink, private TableSink {
 public:
  explicit AnswerSheetReader(const schema::Profile& profile);

  /// Nothing when no table of the file was one.
  std::optional<AnswerSheet> take() { return std::move(found_); }

  bool on_sheet(const SheetInfo& sheet) override;
  bool on_row(const Row& row) override;
  void on_sheet_end() override;

 private:
  bool on_table(const SheetInfo& sheet, const Layout& layout) override;
  bool on_data(const Row& row) override;
  void on_set_aside(const Row& row, RowKind why, std::int64_t joined_to) override;
  void on_skipped(const SheetInfo&, SheetSkipped) override {}
  void add(const Row& row, bool is_data);

  const schema::Profile& profile_;
  std::optional<TableReader> table_;
  std::optional<AnswerSheet> found_;
  bool reading_ = false;  ///< the rows are those of the table that was found
};

}  // namespace minqing::intake
