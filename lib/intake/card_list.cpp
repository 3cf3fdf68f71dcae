// SPDX-License-Identifier: MIT
#include "lib/intake/card_list.hpp"

#include <map>

#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/intake/table_reader.hpp"

namespace minqing::intake {
namespace {

constexpr base::Word kCardColumns[] = {
    {"household", "户号", "household", "户|户主|户主姓名|联系户|持卡户|走访对象|编号"},
    {"village", "村", "village", "村（社区）|村社区|村/社区|所在村|行政村|所属村|社区|村名"},
    {"official", "联系干部", "official", "联系人|干部|干部姓名|包联干部|责任人|走访人|发放人"},
    {"no", "卡号", "no", "联系卡号|联系卡"},
};
constexpr base::Word kCardRowNumber[] = {{"row_no", "序号", "No.", "序|顺序号"}};

Heading judge_card(std::string_view heading) {
  const std::string key = base::heading_key(heading);
  if (base::find_word(kCardRowNumber, key)) return Heading::running_number;
  return base::find_word(kCardColumns, key) ? Heading::known : Heading::unknown;
}

class CardReader : private TableSink {
 public:
  explicit CardReader(std::string file)
      : file_(std::move(file)), table_(static_cast<TableSink&>(*this), judge_card) {}

  SheetSink& sink() { return table_; }
  CardList finish() {
    if (!found_) {
      out_.problems.push_back(
          {{.file = file_},
           {},
           {"没有户的表", "holds no table of households"},
           {"表头写 户号、村、联系干部、卡号", "its header is household, village, official, no"}});
    }
    return std::move(out_);
  }

 private:
  bool on_table(const SheetInfo& sheet, const Layout& layout) override {
    for (const Column& column : layout.columns) {
      const auto index = base::find_word(kCardColumns, base::heading_key(column.name()));
      const bool is_new =
          index && columns_.try_emplace(std::string(kCardColumns[*index].id), column.column).second;
      if (is_new || column.heading == Heading::running_number) continue;
      out_.unused.push_back(column.mark() + " " + column.label());
    }
    found_ = columns_.contains("household");
    sheet_ = sheet;
    return found_;
  }

  std::optional<DiaryWords::Value> value(const Row& row, const std::string& id) {
    const auto column = columns_.find(id);
    if (column == columns_.end() || is_blank_cell(row.at(column->second))) return std::nullopt;
    const CellWords words = words_of(row.at(column->second));
    const base::Place place = place_of(file_, sheet_, row, column->second);
    if (words.fault.empty()) return DiaryWords::Value{words.words, place};
    out_.problems.push_back({place, {}, words.fault, {}});
    return std::nullopt;
  }

  bool on_data(const Row& row) override {
    const auto household = value(row, "household");
    const base::Place place = place_of(file_, sheet_, row, columns_["household"]);
    if (!household) {
      out_.problems.push_back(
          {place, {}, {"没有户号", "has no household"}, {"写上户号或户主", "give it"}});
      return true;
    }
    out_.rows.push_back(
        {place, *household, value(row, "village"), value(row, "official"), value(row, "no")});
    return true;
  }
  void on_set_aside(const Row&, RowKind, std::int64_t) override {}
  void on_skipped(const SheetInfo&, SheetSkipped) override {}

  CardList out_;
  std::string file_;
  bool found_ = false;
  SheetInfo sheet_;
  std::map<std::string, int> columns_;
  TableReader table_;
};

}  // namespace

CardList read_card_list(ByteSource& source) {
  CardReader reader(source.name());
  read_csv_sheet(source, {}, reader.sink());
  return reader.finish();
}

}  // namespace minqing::intake
