// SPDX-License-Identifier: MIT
// Forms (登记表): which sheets hold them, what each of them says, and that tables stay tables.
// All persons are invented.

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "lib/base/utf8.hpp"
#include "lib/intake/form_cells.hpp"
#include "lib/intake/form_reader.hpp"
#include "lib/intake/form_shape.hpp"
#include "lib/intake/import_reader.hpp"
#include "lib/intake/table_reader.hpp"
#include "lib/schema/schema.hpp"

using namespace minqing;
using namespace minqing::intake;

namespace {

const schema::Schema& schema_of_forms() {
  static const schema::Schema schema =
      schema::load_schema(MINQING_SOURCE_DIR "/schemas/township", "").schema;
  return schema;
}

const FormWords& words_of_forms() {
  static const ColumnChoices kNone;
  static const FormWords kWords = form_words(schema_of_forms(), kNone);
  return kWords;
}

/// Rows of cells separated by `|`; an empty cell is none, `<` is merged with the cell to its left,
/// `^` with the one above it. Figures alone are a number.
struct Drawn {
  SheetInfo sheet;
  std::vector<Row> rows;
};

Drawn draw(const std::vector<std::string>& lines) {
  Drawn out;
  out.sheet.name = "一组";
  std::map<std::pair<std::int64_t, int>, Range> owners;  // of every cell that is merged
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Row row;
    const auto number = static_cast<std::int64_t>(i) + 1;
    row.restart(number);
    int column = 0;
    for (std::string_view part : base::split(lines[i], '|')) {
      const std::string text(base::trim(part));
      ++column;
      if (text == "<" || text == "^") {
        const Position from =
            text == "<" ? Position{number, column - 1} : Position{number - 1, column};
        const auto known = owners.find({from.row, from.column});
        const Position first = known == owners.end() ? from : known->second.first;
        for (auto& [cell, range] : owners) {
          if (range.first == first) range.last = {number, column};
        }
        owners[{first.row, first.column}] = {first, {number, column}};
        owners[{number, column}] = {first, {number, column}};
      } else if (!text.empty()) {
        const bool figures = text.find_first_not_of("0123456789") == std::string::npos;
        row.cell(column).set(figures ? Cell::Type::number : Cell::Type::text, text);
      }
    }
    if (!row.empty()) out.rows.push_back(row);
  }
  for (const auto& [cell, range] : owners) {
    const bool is_first = range.first == Position{cell.first, cell.second};
    if (is_first) out.sheet.merges.push_back(range);
  }
  return out;
}

std::string shape_told(const std::vector<std::string>& lines) {
  const Drawn drawn = draw(lines);
  const Layout table = find_layout(drawn.rows, drawn.sheet, words_of_forms().judge);
  const SheetShape shape = shape_of(drawn.rows, drawn.sheet, table, words_of_forms(), false);
  switch (shape.kind) {
    case SheetShape::Kind::forms:
      return "forms";
    case SheetShape::Kind::unclear:
      return "unclear " + cell_name(shape.where.cell.row, shape.where.cell.column);
    default:
      return "table";
  }
}

/// `label@A1=value@B1` for each label, `!C3` for strays, `-kind row` for what is set aside.
std::string told(const Form& form) {
  std::vector<std::string> out;
  for (const Column& column : form.layout.columns) {
    const Cell& value = form.row.at(column.column);
    std::string one = column.label() + "@" + column.mark() + "=" + value.value;
    if (column.value_at.cell.row > 0) {
      one += "@" + cell_name(column.value_at.cell.row, column.value_at.cell.column);
    }
    out.push_back(one);
  }
  for (const Spot& stray : form.layout.strays) {
    out.push_back("!" + cell_name(stray.cell.row, stray.cell.column));
  }
  if (form.blank) out.emplace_back("blank");
  return base::join(out, " ");
}

std::vector<Form> forms_of(const std::vector<std::string>& lines) {
  const Drawn drawn = draw(lines);
  FormReader reader(words_of_forms(), drawn.sheet, drawn.rows, false);
  std::vector<Form> forms;
  for (const Row& row : drawn.rows) {
    if (auto form = reader.take(row)) forms.push_back(std::move(*form));
  }
  if (auto form = reader.finish()) forms.push_back(std::move(*form));
  return forms;
}

std::string told(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  for (const Form& form : forms_of(lines)) out.push_back(told(form));
  return base::join(out, "\n");
}

const std::vector<std::string> kForm = {
    "信访人姓名|李小满|性别|女", "手机号|13800000001|身份证号|", "住址|热水村3组|<|<",
    "矛盾分类|供水|<|<",         "具体诉求|自来水浑浊|<|<",      "责任单位|水务站|属地|热水村",
};

}  // namespace

TEST_CASE("forms are told from tables, and what is unclear from both") {
  struct Case {
    const char* name;
    std::vector<std::string> lines;
    const char* kind;
  };
  const Case cases[] = {
      {"four columns", kForm, "forms"},
      {"label and value in one cell",
       {"民情登记表", "姓名：李小满    电话：13800000001", "村：热水村", "反映内容：路灯不亮"},
       "forms"},
      {"blank", {"姓名||电话|", "住址|||", "反映内容|||"}, "forms"},
      {"a value that is a heading, too",
       {"姓名|李小满|电话|13800000001", "诉求类别|其他", "反映内容|路灯不亮",
        "登记日期|2026-11-20"},
       "forms"},
      {"the value below its label",
       {"姓名|李小满|村|热水村", "登记日期|2026-11-20|类别|供水", "反映内容：|<|<|<",
        "停水三天|<|<|<"},
       "forms"},
      {"a table", {"序号|姓名|电话|反映内容", "1|李小满|13800000001|停水"}, "table"},
      {"a table of two known headings", {"姓名|反映内容", "李小满|停水", "赵石头|停电"}, "table"},
      {"a table with unknown headings between",
       {"姓名|甲|电话|乙|反映内容", "李小满|x|13800000001|y|停水", "赵石头|x|无|y|其他"},
       "table"},
      {"a table whose values are headings",
       {"类别|登记日期|反映内容", "其他|2026-11-01|停水", "问题|2026-11-02|停电",
        "社区|2026-11-03|路"},
       "table"},
      {"lines of labels above a table",
       {"民情台账", "村：热水村", "走访人：王某", "走访日期：2026-11-20", "姓名|反映内容",
        "李小满|停水"},
       "table"},
      {"the same with unknown headings between",
       {"村：热水村", "走访人：王某", "走访日期：2026-11-20", "姓名|人口|反映内容|措施",
        "李小满|三|停水|已修"},
       "table"},
      {"counts of headings, without the matter", {"姓名|12", "电话|10", "住址|8"}, "table"},
      {"a table inside of a form",
       {"姓名|李小满|电话|无", "家庭成员|电话|备注|说明", "李小花|无|女|无", "村|热水村",
        "类别|供水", "反映内容|停水"},
       "unclear A2"},
      {"too small to be sure", {"姓名|李小满|电话|无", "反映内容|停水|类别|供水"}, "unclear A1"},
      {"records side by side",
       {"姓名|李小满|赵石头|王大田", "电话|13800000001|无|无", "住址|一组|二组|三组",
        "反映内容|停水|停电|路灯"},
       "unclear C1"},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK(shape_told(one.lines) == one.kind);
  }
}

TEST_CASE("a sheet that tells how to fill in others is no form") {
  Drawn drawn = draw(kForm);
  drawn.sheet.name = "填表说明";
  const Layout table = find_layout(drawn.rows, drawn.sheet, words_of_forms().judge);
  CHECK(shape_of(drawn.rows, drawn.sheet, table, words_of_forms(), false).kind ==
        SheetShape::Kind::table);
}

TEST_CASE("labels take the values beside them, in their cell or below") {
  struct Case {
    const char* name;
    std::vector<std::string> lines;
    const char* told;
  };
  const Case cases[] = {
      {"four columns", kForm,
       "信访人姓名@A1=李小满@B1 性别@C1=女@D1 手机号@A2=13800000001@B2 身份证号@C2= "
       "住址@A3=热水村3组@B3 矛盾分类@A4=供水@B4 具体诉求@A5=自来水浑浊@B5 责任单位@A6=水务站@B6 "
       "属地@C6=热水村@D6"},
      {"in one cell, several in a line",
       {"编号：    填表日期：2026年11月20日", "姓名：李小满　　电话：13800000001",
        "内容：停水：三天"},
       "编号@A1= 填表日期@A1=2026年11月20日@A1 姓名@A2=李小满@A2 电话@A2=13800000001@A2 "
       "内容@A3=停水：三天@A3"},
      {"behind a single blank, but not inside of the matter",
       {"姓名：李小满 电话：13800000001", "村：热水村", "内容：停水 问题：井干了"},
       "姓名@A1=李小满@A1 电话@A1=13800000001@A1 村@A2=热水村@A2 内容@A3=停水 问题：井干了@A3"},
      {"merged labels and values, as a text file has them",
       {"姓名||李小满||电话||无|", "类别||其他||村||热水村|", "住址||||类型|||", "内容||停水|||||"},
       "姓名@A1=李小满@C1 电话@E1=无@G1 类别@A2=其他@C2 村@E2=热水村@G2 住址@A3= 类型@E3= "
       "内容@A4=停水@C4"},
      {"a colon after two words",
       {"姓名 电话：13800000001|", "姓名：李小满 电话：无"},
       "姓名@A2=李小满@A2 电话@A2=无@A2"},
      {"a section of the second form",
       {"诉求人|姓名|李小满", "^|电话|无", "反映内容|停水|<", "诉求人|姓名|赵石头", "^|电话|无",
        "反映内容|停电|<"},
       "诉求人/姓名@B1=李小满@C1 诉求人/电话@B2=无@C2 反映内容@A3=停水@B3\n"
       "诉求人/姓名@B4=赵石头@C4 诉求人/电话@B5=无@C5 反映内容@A6=停电@B6"},
      {"unit and day in cells of their own",
       {"填报单位：热水村||填表日期：2026-11-20", "姓名|李小满", "内容|停水"},
       "填表日期@C1=2026-11-20@C1 姓名@A2=李小满@B2 内容@A3=停水@B3"},
      {"a label, a colon and the value in the next cell",
       {"姓  名：|李小满|电话：|", "反映内容：|停水"},
       "姓名@A1=李小满@B1 电话@C1= 反映内容@A2=停水@B2"},
      {"the value below, in two rows",
       {"姓名|李小满", "反映内容：|<", "停水三天|<", "井也干了|<", "电话|无"},
       "姓名@A1=李小满@B1 反映内容@A2=停水三天\n井也干了@A3 电话@A5=无@B5"},
      {"an empty cell to the right is the value",
       {"姓名|李小满|<", "反映内容||<", "以上情况属实", "电话|无|<"},
       "姓名@A1=李小满@B1 反映内容@A2= 电话@A4=无@B4"},
      {"a label over several rows",
       {"姓名|李小满", "反映内容|停水三天", "^|井也干了", "电话|无"},
       "姓名@A1=李小满@B1 反映内容@A2=停水三天\n井也干了@B2 电话@A4=无@B4"},
      {"a section over several rows",
       {"诉求人信息|姓名|李小满", "^|电话|无", "反映内容|停水|<"},
       "诉求人信息/姓名@B1=李小满@C1 诉求人信息/电话@B2=无@C2 反映内容@A3=停水@B3"},
      {"what nobody filled in",
       {"姓名|____|电话|", "登记日期|    年  月  日", "满意度|□满意 □不满意", "反映内容|"},
       "姓名@A1= 电话@C1= 登记日期@A2= 满意度@A3= 反映内容@A4= blank"},
      {"boxes",
       {"满意度|□满意 ☑基本满意 □不满意", "类别|√□供水 □路灯"},
       "满意度@A1=基本满意@B1 类别@A2=供水@B2"},
      {"a cell without a label",
       {"姓名|李小满|张", "电话|无", "反映内容|停水"},
       "姓名@A1=李小满@B1 电话@A2=无@B2 反映内容@A3=停水@B3 !C1"},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK(told(one.lines) == one.told);
  }
}

TEST_CASE("a form ends where its title or its first labels come again") {
  const std::vector<std::string> two = {
      "热水镇民情登记表（一）", "编号：", "姓名|李小满", "电话|无", "反映内容|停水", "审核人：王某",
      "热水镇民情登记表（二）", "编号：", "姓名|赵石头", "电话|无", "反映内容|停电"};
  CHECK(told(two) ==
        "编号@A2= 姓名@A3=李小满@B3 电话@A4=无@B4 反映内容@A5=停水@B5\n"
        "编号@A8= 姓名@A9=赵石头@B9 电话@A10=无@B10 反映内容@A11=停电@B11");
  const std::vector<std::string> untitled = {"姓名|李小满", "电话|无", "反映内容|停水",
                                             "姓名|赵石头", "电话|无", "反映内容|停电"};
  CHECK(forms_of(untitled).size() == 2);
  // The text below a label is no title, though it ends like one.
  const std::vector<std::string> below = {"姓名|李小满", "电话|无", "村|热水村", "反映内容：",
                                          "要求公开低保评议表"};
  CHECK(forms_of(below).size() == 1);
}

TEST_CASE("titles, signatures and notes are set aside, the day and unit of the form kept") {
  const auto forms = forms_of(
      {"热水村民情登记表", "填报单位：热水村委会    填表日期：2026年11月20日", "姓名|李小满",
       "电话|无", "反映内容|停水", "审核人：王某", "填表说明：1.一件一张", "2.字迹清楚"});
  REQUIRE(forms.size() == 1);
  const Form& form = forms.front();
  CHECK(form.layout.title == "热水村民情登记表");
  CHECK(form.layout.reporting_unit == "热水村委会");
  CHECK(base::to_string(*form.layout.sheet_date) == "2026-11-20");
  std::string kinds;
  for (const auto& one : form.set_aside) {
    kinds += std::to_string(one.row.number) + " " + describe(one.why).en + ", ";
  }
  CHECK(kinds ==
        "1 above the header, 2 above the header, 6 footer or note, 7 footer or note, "
        "8 footer or note, ");
}

TEST_CASE("memory does not grow with a sheet that never ends a form") {
  std::vector<std::string> lines = {"姓名|李小满"};
  for (int i = 0; i < 1000; ++i) lines.push_back("电话|无");
  for (const Form& form : forms_of(lines)) CHECK(form.looks.size() <= kMostFormRows);
  // Not even of a label that is merged over all of it.
  std::vector<std::string> tall = {"反映内容|停水"};
  for (int i = 0; i < 1000; ++i) tall.push_back("^|停水");
  for (const Form& form : forms_of(tall)) CHECK(form.looks.size() <= kMostFormRows);
}
