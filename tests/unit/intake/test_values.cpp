// SPDX-License-Identifier: MIT
// Notations: dates, day words, periods, telephone numbers, serial dates, cell names.

#include <catch2/catch.hpp>

#include <string>

#include "lib/intake/cell.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/day_words.hpp"
#include "lib/intake/due_words.hpp"
#include "lib/intake/phone_notation.hpp"
#include "lib/intake/serial_date.hpp"
#include "lib/intake/sheet.hpp"

using namespace minqing;
using namespace minqing::intake;

namespace {

base::Date day(std::string_view iso) { return *base::parse_iso_date(iso); }

/// One word for a result: `2026-11-22`, `2026-11-22T09:30:00`, `partial`, `month 2026-11-01`,
/// `2026-11-03..2026-11-05`, `problem`.
std::string shown(const DateValue& value) {
  std::string from = base::to_string(value.period.from);
  switch (value.kind) {
    case DateValue::Kind::moment:
      return base::to_string(value.moment);
    case DateValue::Kind::partial:
      return "partial";
    case DateValue::Kind::month:
      return "month " + from;
    case DateValue::Kind::range:
      return from + ".." + base::to_string(value.period.to - 1);
    default:
      return value.reason.empty() ? "a problem without reason" : "problem";
  }
}

std::string shown(const std::optional<base::Date>& date) {
  return date ? base::to_string(*date) : "none";
}

std::string shown(const std::optional<base::Period>& period) {
  if (!period) return "none";
  return base::to_string(period->from) + ".." + base::to_string(period->to - 1);
}

Cell cell(Cell::Type type, std::string_view value) {
  Cell made;
  made.set(type, value);
  return made;
}

struct Pair {
  std::string_view text;
  std::string_view want;
};

}  // namespace

TEST_CASE("dates with a year, in every notation") {
  const Pair cases[] = {
      {"2026-11-22", "2026-11-22"},
      {"2026/11/22", "2026-11-22"},
      {"2026/11/2", "2026-11-02"},
      {"2026.11.22", "2026-11-22"},
      {"2026．11．22", "2026-11-22"},
      {"２０２６－１１－２２", "2026-11-22"},
      {"  2026-11-22\u3000", "2026-11-22"},
      {"2026 - 11 - 22", "2026-11-22"},
      {"2026年11月22日", "2026-11-22"},
      {"2026年11月22号", "2026-11-22"},
      {"2026年11月22", "2026-11-22"},
      {"2026 年 11 月 22 日", "2026-11-22"},
      {"26年11月22日", "2026-11-22"},
      {"20261122", "2026-11-22"},
      {"26.11.22", "2026-11-22"},
      {"二〇二六年十一月二十二日", "2026-11-22"},
      {"二○一一年十二月五日", "2011-12-05"},
      {"二零二六年元月一日", "2026-01-01"},
      {"二O二六年十月十日", "2026-10-10"},
      {"二〇二六年十一月卅日", "2026-11-30"},
      {"2024年2月29日", "2024-02-29"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(parse_date(c.text)) == c.want);
  }
}

TEST_CASE("times, weekdays and weather after a date") {
  const Pair cases[] = {
      {"2026年11月22日 上午9时30分", "2026-11-22T09:30:00"},
      {"2026年11月22日下午3时", "2026-11-22T15:00:00"},
      {"2026年11月22日晚上8点半", "2026-11-22T20:30:00"},
      {"2026年11月22日中午12点", "2026-11-22T12:00:00"},
      {"2026年11月22日下午12:30", "2026-11-22T12:30:00"},
      {"2026年11月22日15时20分30秒", "2026-11-22T15:20:30"},
      {"2026-11-22 09:30", "2026-11-22T09:30:00"},
      {"2026-11-22 09:30:00", "2026-11-22T09:30:00"},
      {"2026-11-22T09:30:00", "2026-11-22T09:30:00"},
      {"2026-11-22 9：30", "2026-11-22T09:30:00"},
      {"2019/4/25 9:32:09", "2019-04-25T09:32:09"},
      {"2026-11-22 09:30:00.000", "2026-11-22T09:30:00"},
      {"2026年11月22日上午", "2026-11-22"},
      {"2026年11月22日 星期日", "2026-11-22"},
      {"2026年11月22日（周日）", "2026-11-22"},
      {"2026年11月22日 星期日 上午9:00", "2026-11-22T09:00:00"},
      {"2026年3月15日星期二天气晴", "2026-03-15"},
      {"2026年3月15日 星期二 天气 晴", "2026-03-15"},
      {"2026年3月15日 晴", "2026-03-15"},
      {"2026年3月15日，多云转小雨", "2026-03-15"},
      {"2026年11月22日上午12时", "problem"},
      {"2026年11月22日上午15时", "problem"},
      {"2026-11-22 25:00", "problem"},
      {"2026-11-22 09:60", "problem"},
      {"2026-11-22 王某", "problem"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(parse_date(c.text)) == c.want);
  }
}

TEST_CASE("what is no day is a month, a range or a problem with a reason") {
  const Pair cases[] = {
      {"2026年11月", "month 2026-11-01"},
      {"2026-11", "month 2026-11-01"},
      {"2026年12月", "month 2026-12-01"},
      {"2026年11月3日-5日", "2026-11-03..2026-11-05"},
      {"2026年11月3-5日", "2026-11-03..2026-11-05"},
      {"2026年3月4日— 3月10日", "2026-03-04..2026-03-10"},
      {"2026.11.3至11.5", "2026-11-03..2026-11-05"},
      {"2026.11.3-5", "2026-11-03..2026-11-05"},
      {"2026-11-03~2026-11-05", "2026-11-03..2026-11-05"},
      {"2026年12月30日至1月2日", "2026-12-30..2027-01-02"},
      {"2026-11-05 到 2026-11-03", "problem"},
      {"2026年", "problem"},
      {"", "problem"},
      {"王某", "problem"},
      {"2026-13-02", "problem"},
      {"2026/2/30", "problem"},
      {"2025年2月29日", "problem"},
      {"26-1-5", "problem"},
      {"26/1/5", "problem"},
      {"11-22", "problem"},
      {"2026-11-22-5", "problem"},
      {"0226-11-22", "problem"},
      {"45992", "problem"},
      {"202611", "problem"},
      {"农历十月初三", "problem"},
      {"11月底", "problem"},
      {"2026年第三季度", "problem"},
      {"长期坚持", "problem"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(parse_date(c.text)) == c.want);
  }
}

TEST_CASE("a date without a year takes it from the sheet, and lies in the past where it must") {
  struct Case {
    std::string_view text;
    std::string_view sheet;  ///< empty: no date
    bool past;
    std::string_view want;
  };
  const Case cases[] = {
      {"11月22日", "", true, "partial"},
      {"11.22", "", true, "partial"},
      {"11/22", "", true, "partial"},
      {"3.10", "", true, "partial"},
      {"22日", "", true, "partial"},
      {"11月", "", true, "partial"},
      {"11月3日-5日", "", true, "partial"},
      {"2月30日", "", true, "problem"},
      {"13.40", "", true, "problem"},
      {"11月20日", "2026-11-20", true, "2026-11-20"},
      {"11月22日", "2026-11-20", true, "2025-11-22"},
      {"12月28日", "2026-01-05", true, "2025-12-28"},
      {"12月28日", "2026-01-05", false, "2026-12-28"},
      {"2月29日", "2026-03-05", true, "problem"},
      {"2月29日", "2025-01-05", true, "2024-02-29"},
      {"11.3 9:30", "2026-11-20", true, "2026-11-03T09:30:00"},
      {"十一月三日", "2026-11-20", true, "2026-11-03"},
      {"3日", "2026-11-20", true, "2026-11-03"},
      {"22日", "2026-11-20", true, "problem"},
      {"22日", "2026-11-20", false, "2026-11-22"},
      {"31日", "2026-11-30", false, "problem"},
      {"11月", "2026-11-20", true, "month 2026-11-01"},
      {"12月", "2026-11-20", true, "month 2025-12-01"},
      {"11月3日-5日", "2026-11-20", true, "2026-11-03..2026-11-05"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text, c.sheet, c.past);
    DateContext context;
    if (!c.sheet.empty()) context.sheet_date = day(c.sheet);
    context.already_past = c.past;
    CHECK(shown(parse_date(c.text, context)) == c.want);
  }
}

TEST_CASE("cells of a date column") {
  using Type = Cell::Type;
  struct Case {
    Type type;
    std::string_view value;
    bool date1904;
    std::string_view want;
  };
  const Case cases[] = {
      {Type::text, "2026年11月22日", false, "2026-11-22"},
      {Type::date, "2026-11-22T00:00:00", false, "2026-11-22"},
      {Type::date, "2026-11-22T09:30:00", false, "2026-11-22T09:30:00"},
      {Type::date, "2026-11-22", false, "2026-11-22"},
      {Type::date, "2026-11-22T09:30:00.500", false, "2026-11-22T09:30:00"},
      {Type::date, "09:30:00", false, "problem"},
      {Type::date, "10 days, 15:10:10", false, "problem"},
      {Type::number, "46348", false, "2026-11-22"},
      {Type::number, "46348.3958333333", false, "2026-11-22T09:30:00"},
      {Type::number, "44886", true, "2026-11-22"},
      {Type::number, "36525", false, "problem"},
      {Type::number, "36526", false, "2000-01-01"},
      {Type::number, "73050", false, "2099-12-31"},
      {Type::number, "73051", false, "problem"},
      {Type::number, "20261122", false, "2026-11-22"},
      {Type::number, "3.1", false, "problem"},
      {Type::number, "11.22", false, "problem"},
      {Type::number, "2026.11", false, "problem"},
      {Type::number, "-1", false, "problem"},
      {Type::number, "1e300", false, "problem"},
      {Type::boolean, "TRUE", false, "problem"},
      {Type::error, "#REF!", false, "problem"},
      {Type::empty, "", false, "problem"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.value);
    DateContext context;
    context.date1904 = c.date1904;
    CHECK(shown(parse_date_cell(cell(c.type, c.value), context)) == c.want);
  }
}

TEST_CASE("dates inside a line of text") {
  const Pair cases[] = {
      {"××镇2026年11月民情台账", "2026-11-30"},
      {"二〇二六年二月民情台账", "2026-02-28"},
      {"2026年民情台账", "2026-12-31"},
      {"填报单位：甲村　填报日期：2026年11月20日", "2026-11-20"},
      {"民情周报（2026年11月16日—22日）", "2026-11-22"},
      {"民情周报（2026.11.30-12.6）", "2026-12-06"},
      {"2026年1-11月汇总", "2026-12-31"},
      {"联系电话：0735-8220001", "none"},
      {"热政发〔2026〕12号", "none"},
      {"编号 RS2026-00017", "none"},
      {"民情台账", "none"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(find_date(c.text)) == c.want);
  }
}

TEST_CASE("day words count from today") {
  base::Date today = day("2026-11-20");  // a Friday
  const Pair cases[] = {
      {"今天", "2026-11-20"},
      {"昨天", "2026-11-19"},
      {"前天", "2026-11-18"},
      {"明天", "2026-11-21"},
      {"后天", "2026-11-22"},
      {"today", "2026-11-20"},
      {"Yesterday", "2026-11-19"},
      {"tomorrow", "2026-11-21"},
      {"月底", "2026-11-30"},
      {"month-end", "2026-11-30"},
      {"年底", "2026-12-31"},
      {"周三", "2026-11-18"},
      {"本周日", "2026-11-22"},
      {"上周五", "2026-11-13"},
      {"下星期一", "2026-11-23"},
      {"3月20日", "2026-03-20"},
      {"12.1", "2026-12-01"},
      {"22日", "2026-11-22"},
      {"2026-11-22", "2026-11-22"},
      {"2026-11-22 09:30", "none"},
      {"上周", "none"},
      {"大后天吧", "none"},
      {"", "none"},
      {"周八", "none"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(parse_day(c.text, today)) == c.want);
  }
  CHECK(shown(parse_day("月底", day("2024-02-10"))) == "2024-02-29");
}

TEST_CASE("period words, weeks, months, quarters and years") {
  base::Date today = day("2026-01-02");  // a Friday
  const Pair cases[] = {
      {"今天", "2026-01-02..2026-01-02"},
      {"本周", "2025-12-29..2026-01-04"},
      {"上周", "2025-12-22..2025-12-28"},
      {"last", "2025-12-22..2025-12-28"},
      {"last-week", "2025-12-22..2025-12-28"},
      {"下周", "2026-01-05..2026-01-11"},
      {"本月", "2026-01-01..2026-01-31"},
      {"上月", "2025-12-01..2025-12-31"},
      {"上个月", "2025-12-01..2025-12-31"},
      {"last month", "2025-12-01..2025-12-31"},
      {"本季度", "2026-01-01..2026-03-31"},
      {"上季度", "2025-10-01..2025-12-31"},
      {"今年", "2026-01-01..2026-12-31"},
      {"去年", "2025-01-01..2025-12-31"},
      {"2026-W12", "2026-03-16..2026-03-22"},
      {"2026W01", "2025-12-29..2026-01-04"},
      {"2026-W60", "none"},
      {"2026-03", "2026-03-01..2026-03-31"},
      {"2026年3月", "2026-03-01..2026-03-31"},
      {"3月", "2026-03-01..2026-03-31"},
      {"2026Q1", "2026-01-01..2026-03-31"},
      {"2026年第四季度", "2026-10-01..2026-12-31"},
      {"2025年", "2025-01-01..2025-12-31"},
      {"2025", "2025-01-01..2025-12-31"},
      {"2026-03-05", "2026-03-05..2026-03-05"},
      {"3月2日-8日", "2026-03-02..2026-03-08"},
      {"有一天", "none"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    CHECK(shown(parse_period(c.text, today)) == c.want);
  }
}

TEST_CASE("telephone numbers") {
  const Pair cases[] = {
      {"13800000001", "13800000001"},
      {"138-0000-0001", "13800000001"},
      {"138 0000 0001", "13800000001"},
      {"+86 138 0000 0001", "13800000001"},
      {"008613800000001", "13800000001"},
      {"8613800000001", "13800000001"},
      {"１３８００００００１１", "13800000011"},
      {"13800000001（儿子）", "13800000001"},
      {"13800000001、13800000002", "13800000001|13800000002"},
      {"13800000001/0735-8220001", "13800000001|0735-8220001"},
      {"13800000001；13800000002", "13800000001|13800000002"},
      {"13800000001\n13800000002", "13800000001|13800000002"},
      {"0735-8220001", "0735-8220001"},
      {"07358220001", "0735-8220001"},
      {"0735-822-0001", "0735-8220001"},
      {"(0735)8220001", "0735-8220001"},
      {"（0735）8220001", "0735-8220001"},
      {"010-12345678", "problem"},
      {"010-62345678", "010-62345678"},
      {"8220001", "8220001"},
      {"0735-8220001转8001", "0735-8220001-8001"},
      {"8220001-8001", "8220001-8001"},
      {"400-800-0001", "4008000001"},
      {"12345", "12345"},
      {"110", "110"},
      {"'13800000001", "13800000001"},
      {"13800000001.0", "13800000001"},
      {"电话：13800000001", "13800000001"},
      {"", "none"},
      {"无", "none"},
      {"不详", "none"},
      {"未留", "none"},
      {"保密", "none"},
      {"1380000000", "problem"},
      {"138000000012", "problem"},
      {"1.38E+10", "problem"},
      {"1.3800000001e10", "problem"},
      {"12800000001", "problem"},
      {"张某", "problem"},
      {"13800000001、1380000", "problem"},
      {"13800000001张某", "problem"},
  };
  for (const Pair& c : cases) {
    CAPTURE(c.text);
    PhoneValue value = parse_phone(c.text);
    std::string shown_value = value.kind == PhoneValue::Kind::none ? "none" : "";
    if (value.kind == PhoneValue::Kind::problem) shown_value = "problem";
    for (const std::string& number : value.numbers) {
      shown_value += (shown_value.empty() ? "" : "|") + number;
    }
    CHECK(shown_value == c.want);
    if (value.kind == PhoneValue::Kind::problem) {
      CHECK_FALSE(value.reason.empty());
      CHECK(value.reason.zh.find(c.text) == std::string::npos);  // never repeats what was typed
    }
  }
  Cell damaged = cell(Cell::Type::number, "320102199001011000");
  damaged.precision_lost = true;
  CHECK(parse_phone_cell(damaged).kind == PhoneValue::Kind::problem);
  CHECK(parse_phone_cell(cell(Cell::Type::number, "13800000001")).numbers.size() == 1);
  CHECK(parse_phone_cell(Cell{}).kind == PhoneValue::Kind::none);
  CHECK(parse_phone("、").kind == PhoneValue::Kind::problem);
  CHECK(parse_phone_cell(cell(Cell::Type::date, "2026-11-22")).kind == PhoneValue::Kind::problem);
}

TEST_CASE("serial dates of both systems") {
  struct Case {
    double serial;
    bool date1904;
    std::string_view want;
  };
  const Case cases[] = {
      {46348, false, "2026-11-22T00:00:00"},
      {46348.5, false, "2026-11-22T12:00:00"},
      {44886, true, "2026-11-22T00:00:00"},
      {1, false, "1900-01-01T00:00:00"},
      {59, false, "1900-02-28T00:00:00"},
      {60, false, "none"},
      {61, false, "1900-03-01T00:00:00"},
      {0, true, "1904-01-01T00:00:00"},
      {0.5, false, "12:00:00"},
      {46348.9999999, false, "2026-11-23T00:00:00"},
      {-1, false, "none"},
      {2958465, false, "9999-12-31T00:00:00"},
      {2958466, false, "none"},
      {1e300, false, "none"},
      {2958465, true, "none"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.serial, c.date1904);
    CHECK(text_of_serial(c.serial, c.date1904).value_or("none") == c.want);
  }
  CHECK(text_of_duration(0.5).value_or("none") == "12:00:00");
  CHECK(text_of_duration(1.25).value_or("none") == "1 day, 6:00:00");
  CHECK(text_of_duration(10.632060185).value_or("none") == "10 days, 15:10:10");
  CHECK_FALSE(text_of_duration(-0.1).has_value());
}

TEST_CASE("names of cells and ranges") {
  struct Case {
    std::string_view name;
    std::int64_t row;
    int column;
  };
  const Case cases[] = {
      {"A1", 1, 1},
      {"C18", 18, 3},
      {"Z9", 9, 26},
      {"AA1", 1, 27},
      {"XFD1048576", 1048576, 16384},
      {"$C$18", 18, 3},
      {"c18", 18, 3},
      {"XFE1", 0, 0},
      {"A0", 0, 0},
      {"A1048577", 0, 0},
      {"", 0, 0},
      {"18", 0, 0},
      {"C", 0, 0},
      {"C18x", 0, 0},
      {"AAAAAAAAAAAAAAAA1", 0, 0},
      {"A99999999999999999999", 0, 0},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    CHECK(parse_cell_name(c.name) == Position{c.row, c.column});
  }
  CHECK(cell_name(18, 3) == "C18");
  CHECK(cell_name(1048576, 16384) == "XFD1048576");
  CHECK(to_string(parse_range("A1:N1")) == "A1:N1");
  CHECK(parse_range("B2") == Range{{2, 2}, {2, 2}});
  CHECK(parse_range("B2:A1").first.row == 0);
  CHECK(to_string(parse_range("$B:D")) == "B1:D1048576");
  CHECK(to_string(parse_range("2:4")) == "A2:XFD4");
  for (const char* none : {"D:B", "4:2", "A:3", "2:B", "B2:D", "B:D4", "0:2", "A:XFE", "1:1048577",
                           ":", "A:", ":A", "A:B:C"}) {
    CAPTURE(none);
    CHECK(parse_range(none).first.row == 0);
  }
}

TEST_CASE("a row keeps its cells in the order of the columns and uses them again") {
  Row row;
  row.restart(3);
  for (int column : {2, 9, 5, 1, 9}) row.cell(column).set(Cell::Type::text, std::to_string(column));
  std::string columns;
  for (const Row::Placed& placed : row.cells()) columns += std::to_string(placed.column) + ' ';
  CHECK(columns == "1 2 5 9 ");
  CHECK(row.at(5).value == "5");
  CHECK(row.at(6).is_empty());
  CHECK(row.last_column() == 9);

  Row copy = row;
  row.restart(4);
  CHECK(row.empty());
  CHECK(row.cell(2).is_empty());
  CHECK(copy.at(2).value == "2");
  CHECK(copy.number == 3);
  row = copy;
  CHECK(row.cells().size() == 4);
}

TEST_CASE("Words for a deadline name its last day") {
  const base::Date from = day("2026-11-20");
  const auto due = [&](std::string_view words) {
    const auto found = parse_due_day(words, from);
    return found ? base::to_string(*found) : std::string("none");
  };
  CHECK(due("月底前") == "2026-11-30");
  CHECK(due("本月底") == "2026-11-30");
  CHECK(due("年底前") == "2026-12-31");
  CHECK(due("11月底") == "2026-11-30");
  CHECK(due("2026年12月底前") == "2026-12-31");
  CHECK(due("12月5日前") == "2026-12-05");
  CHECK(due("2026-12-05前") == "2026-12-05");
  CHECK(due("2026-12-05 以前") == "2026-12-05");
  CHECK(due("3月末") == "2027-03-31");
  CHECK(due("1月5日之前") == "2027-01-05");
  CHECK(due("2026年3月底") == "2026-03-31");  // the caller says that it has passed
  CHECK(due("11月5日前") == "2026-11-05");
  CHECK(due("下月底") == "2026-12-31");
  CHECK(due("上月底") == "none");
  CHECK(due("去年底前") == "none");
  CHECK(due("昨天前") == "none");
  CHECK(due("周三前") == "none");
  CHECK(due("5日前") == "none");
  CHECK(due("12月5日") == "none");  // a notation of a day is date_notation's
  CHECK(due("前") == "none");
  CHECK(due("尽快") == "none");
  CHECK(is_without_day("立行立改"));
  CHECK(is_without_day(" 长期坚持 "));
  CHECK_FALSE(is_without_day("月底"));
}
