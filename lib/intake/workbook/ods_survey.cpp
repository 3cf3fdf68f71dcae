// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ods_survey.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ods_walker.hpp"
#include "lib/intake/workbook/xlsx_merges.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kMaxSheets = 1000;

class Survey : public OdsWalker {
 public:
  using OdsWalker::OdsWalker;

  std::vector<SheetInfo> sheets;

 private:
  void start_before(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "style") style_ = attributes.find("name");
    if (name == "table-properties" && attributes.find("display") == "false") {
      hiding_styles_.insert(style_);
    }
    if (name == "null-date") date1904_ = attributes.find("date-value").starts_with("1904-");
  }

  void begin_table(std::string_view name, const XmlAttributes& attributes) override {
    if (sheets.size() == kMaxSheets) fail({"工作表太多", "too many sheets"});
    SheetInfo info;
    info.name = name;
    info.date1904 = date1904_;
    if (hiding_styles_.contains(std::string(attributes.find("style-name")))) {
      info.visibility = Visibility::hidden;
    }
    sheets.push_back(std::move(info));
  }
  void end_table() override {}

  void on_columns(const XmlAttributes& attributes, std::int64_t repeated) override {
    if (!is_hidden(attributes) || column() > kMaxColumn) return;
    std::int64_t last = std::min<std::int64_t>(column() + repeated - 1, kMaxColumn);
    sheets.back().hidden_columns.push_back(
        {{0, static_cast<int>(column())}, {0, static_cast<int>(last)}});
  }

  void begin_cell(const XmlAttributes& attributes, std::int64_t, bool covered) override {
    std::int64_t rows = repeats(attributes, "number-rows-spanned");
    std::int64_t columns = repeats(attributes, "number-columns-spanned");
    if (covered || (rows == 1 && columns == 1) || row() > kMaxRow || column() > kMaxColumn) return;
    auto& merges = sheets.back().merges;
    if (merges.size() == kMaxMerges) fail({"合并单元格太多", "too many merged ranges"});
    std::int64_t last_row = std::min(row() + rows - 1, kMaxRow);
    std::int64_t last_column = std::min<std::int64_t>(column() + columns - 1, kMaxColumn);
    merges.push_back(
        {{row(), static_cast<int>(column())}, {last_row, static_cast<int>(last_column)}});
  }

  std::string style_;
  std::set<std::string> hiding_styles_;
  bool date1904_ = false;
};

}  // namespace

std::vector<SheetInfo> survey_ods(ZipArchive& archive) {
  Survey survey(archive.name());
  parse_part(archive, "content.xml", survey);
  if (!survey.is_spreadsheet()) {
    reject_file(archive.name(),
                {"是文字或演示文稿，不是工作簿", "is a document or slides, not a workbook"},
                {"请把表格复制到工作簿里再读", "copy the table into a workbook"});
  }
  if (survey.sheets.empty()) {
    reject_file(archive.name(), {"里面没有工作表", "it holds no sheets"});
  }
  return std::move(survey.sheets);
}

}  // namespace minqing::intake
