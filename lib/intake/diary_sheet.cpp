// SPDX-License-Identifier: MIT
#include "lib/intake/diary_sheet.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

using base::Word;

constexpr Word kDiaryColumns[] = {
    {"day", "日期", "date", "走访日期|走访时间|时间|入户时间|入户日期"},
    {"official", "走访人", "official", "走访人员|走访干部|干部姓名|记录人|填写人|编写人|走访同志"},
    {"weather", "天气", "weather", "天气情况"},
    {"village", "村", "village", "村（社区）|村社区|村/社区|所在村|行政村|所属村|社区|村名"},
    {"household", "户", "household",
     "户号|走访户|走访对象|联系户|户主|户主姓名|受访群众|被访人|走访农户"},
    {"location", "走访地点", "place", "地点|住址|家庭住址|地址"},
    {"method", "方式", "method", "走访方式"},
    {"said", "走访内容", "said",
     "走访情况|内容|谈话内容|了解情况|走访记录|家庭基本情况|基本情况|家庭情况"},
    {"issue", "诉求", "issue",
     "群众诉求|诉求与建议|意见建议|反映问题|反映的问题|存在问题|实际困难|困难诉求|诉求内容"},
    {"category", "类别", "category", "诉求类别|问题类别"},
    {"phone", "电话", "phone", "联系电话|手机"},
    {"answered", "当场答复", "answered", "现场答复|当场办结"},
    {"remark", "体会", "notes", "走访体会|后续工作计划|工作计划|小结"},
};
constexpr Word kEntryNumber[] = {{"row_no", "序号", "No.", "序|顺序号|编号"}};

Heading judge_diary(std::string_view heading) {
  const std::string key = base::heading_key(heading);
  if (base::find_word(kEntryNumber, key)) return Heading::running_number;
  const auto index = base::find_word(kDiaryColumns, key);
  if (!index) return Heading::unknown;
  const bool is_long = kDiaryColumns[*index].id == "said" || kDiaryColumns[*index].id == "issue";
  return is_long ? Heading::free_text : Heading::known;
}

base::Text header_hint() {
  return {"表头写 日期、走访人、村、走访对象、走访内容、诉求、类别",
          "its header is date, official, village, household, said, issue, category"};
}

}  // namespace

void DiarySheetReader::begin_file(const std::string& name) {
  file_ = name;
  found_ = false;
}

void DiarySheetReader::end_file() {
  if (found_) return;
  out_.problems.push_back(
      {{.file = file_}, {}, {"没有日记的表", "holds no table of diaries"}, header_hint()});
}

bool DiarySheetReader::on_sheet(const SheetInfo& sheet) {
  reader_.emplace(static_cast<TableSink&>(*this), judge_diary);
  return reader_->on_sheet(sheet);
}

bool DiarySheetReader::on_table(const SheetInfo& sheet, const Layout& layout) {
  columns_.clear();
  entries_.clear();
  std::vector<std::string> unused;
  for (const Column& column : layout.columns) {
    const auto index = base::find_word(kDiaryColumns, base::heading_key(column.name()));
    const bool is_new = index && !column.hidden && !columns_.contains(kDiaryColumns[*index].id);
    if (is_new) {
      columns_[std::string(kDiaryColumns[*index].id)] = column.column;
    } else if (column.heading != Heading::running_number) {
      unused.push_back(column_name(column.column) + " " + column.label());
    }
  }
  if (!columns_.contains("day")) return false;
  found_ = true;
  sheet_ = sheet;
  sheet_date_ = layout.sheet_date;
  if (!unused.empty()) {
    const std::string table = sheet.name.empty() ? file_ : file_ + "!" + sheet.name;
    out_.unused.push_back({table, std::move(unused)});
  }
  return true;
}

std::optional<DiaryWords::Value> DiarySheetReader::value(const Row& row, std::string_view id) {
  const auto column = columns_.find(id);
  if (column == columns_.end()) return std::nullopt;
  const Cell& cell = row.at(column->second);
  if (is_blank_cell(cell)) return std::nullopt;
  const base::Place place = place_of(file_, sheet_, row, column->second);
  const CellWords words = words_of(cell);
  if (!words.fault.empty()) {
    out_.problems.push_back({place, {}, words.fault, {}});
    return std::nullopt;
  }
  return DiaryWords::Value{id == "day" ? shown_cell(cell) : words.words, place};
}

/// The same for all spellings of a day: `2026.4.3` and `2026-04-03` are one.
std::string DiarySheetReader::day_key(const std::string& typed) const {
  const DateValue day = parse_date(typed, {.sheet_date = sheet_date_});
  return day.is_moment() ? base::to_string(day.moment.date) : base::fold(typed);
}

DiaryWords& DiarySheetReader::entry_of(const Row& row) {
  const auto day = value(row, "day");
  const auto official = value(row, "official");
  const std::string key =
      day_key(day ? day->words : "") + '\n' + base::fold(official ? official->words : "");
  const auto [known, is_new] = entries_.try_emplace(key, out_.entries.size());
  if (is_new) {
    DiaryWords entry{.place = place_of(file_, sheet_, row, columns_["day"])};
    entry.day = day;
    entry.official = official;
    entry.weather = value(row, "weather");
    entry.of_sheet = true;
    entry.sheet_date = sheet_date_;
    out_.entries.push_back(std::move(entry));
  }
  return out_.entries[known->second];
}

bool DiarySheetReader::on_data(const Row& row) {
  ++out_.rows;
  DiaryWords& entry = entry_of(row);
  DiaryWords::Visit visit{.place = place_of(file_, sheet_, row, columns_["day"])};
  visit.household = value(row, "household");
  visit.village = value(row, "village");
  visit.location = value(row, "location");
  visit.method = value(row, "method");
  if (const auto said = value(row, "said")) visit.said = said->words;
  add_issue(row, visit);
  entry.visits.push_back(std::move(visit));
  if (const auto remark = value(row, "remark"); remark && entry.remark != remark->words) {
    entry.remark += (entry.remark.empty() ? "" : "\n") + remark->words;
  }
  return true;
}

void DiarySheetReader::add_issue(const Row& row, DiaryWords::Visit& visit) {
  const auto said = value(row, "issue");
  if (!said || says_none(said->words)) return;
  DiaryWords::Issue issue{{"内容:" + said->words}, said->place, {}};
  if (const auto category = value(row, "category")) {
    issue.words.push_back("类别:" + category->words);
  }
  if (const auto phone = value(row, "phone")) issue.words.push_back("电话:" + phone->words);
  issue.answered = value(row, "answered");
  visit.issues.push_back(std::move(issue));
}

void DiarySheetReader::on_set_aside(const Row&, RowKind, std::int64_t) { ++out_.set_aside; }

void DiarySheetReader::on_skipped(const SheetInfo&, SheetSkipped) {}

}  // namespace minqing::intake
