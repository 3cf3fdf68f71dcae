// SPDX-License-Identifier: MIT
#include "lib/intake/registration_fields.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/day_words.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

using casework::Particulars;
using casework::Personal;

template <std::optional<std::string> Particulars::*member>
void take_words(Reading& reading, const Given& given) {
  reading.particulars.*member = reading.single(given);
}

/// Numbers of papers are compared with each other, so full-width figures are not kept.
template <std::optional<std::string> Particulars::*member>
void take_number(Reading& reading, const Given& given) {
  if (const auto words = reading.single(given)) {
    reading.particulars.*member = base::to_half_width(*words);
  }
}

template <std::optional<Personal> Particulars::*member>
void take_text(Reading& reading, const Given& given) {
  if (auto words = reading.joined(given)) {
    reading.particulars.*member = casework::personal(std::move(*words));
  }
}

void take_content(Reading& reading, const Given& given) {
  if (auto words = reading.joined(given)) {
    reading.particulars.content = casework::personal(std::move(*words));
  }
}

/// 回避 needs whom a matter is about; sealed like the content it belongs to.
void take_sealed_extra(Reading& reading, const Given& given) {
  if (auto words = reading.joined(given)) {
    reading.particulars.extra_personal[given.id] = casework::personal(std::move(*words));
  }
}

void take_people_count(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return;
  const auto count = parse_count(*words);
  if (count && *count >= 1) {
    reading.particulars.people_count = *count;
    return;
  }
  reading.add(given,
              base::text("{}不是正整数", "{} is no positive number", shown(given.field, *words)),
              {"写一个数，如 12", "write a number, as 12"});
}

void take_registered_on(Reading& reading, const Given& given) {
  const auto at = day_of(reading, given, true);
  if (!at) return;
  if (at->date > reading.context().dates.today) {
    reading.add(given, base::text("{} 还没有到", "{} lies ahead", base::to_string(at->date)),
                {"请核对年份和日期", "check the year and the day"});
    return;
  }
  reading.at = at;
}

void take_source_due_on(Reading& reading, const Given& given) {
  if (const auto at = day_of(reading, given, false)) reading.particulars.source_due_on = at->date;
}

void take_confidential(Reading& reading, const Given& given) {
  if (const auto yes = yes_no_of(reading, given)) reading.particulars.confidential = *yes;
}

bool is_running_number(std::string_view words) {
  constexpr std::size_t kMostFigures = 4;
  return words.size() <= kMostFigures &&
         std::all_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The number in an older ledger is its sender's number to us (design §3); 1, 2, 3 … is the running
/// number of a sheet and no identity.
void take_old_number(Reading& reading, const Given& given) {
  if (reading.find("source_no") != nullptr) {
    reading.not_taken.push_back(given.id);
    return;
  }
  const auto words = reading.single(given);
  if (!words) return;
  const std::string number = base::to_half_width(*words);
  if (is_running_number(number)) {
    reading.not_taken.push_back(given.id);
  } else {
    reading.particulars.source_no = number;
  }
}

void pass_over(Reading&, const Given&) {}

struct FieldReader {
  std::string_view field;
  TakeField take;
};
constexpr FieldReader kReaders[] = {
    {"row_no", pass_over},
    {"number", take_old_number},
    {"title", take_text<&Particulars::title>},
    {"source", take_words<&Particulars::source>},
    {"source_no", take_number<&Particulars::source_no>},
    {"source_due_on", take_source_due_on},
    {"campaign", take_words<&Particulars::campaign>},
    {"registered_on", take_registered_on},
    {"channel", take_channel},
    {"resident", take_resident},
    {"phone", take_phone},
    {"address", take_address},
    {"village", take_village},
    {"village_group", take_words<&Particulars::village_group>},
    {"grid", take_words<&Particulars::grid>},
    {"content", take_content},
    {"category", take_category},
    {"nature", take_nature},
    {"location", take_text<&Particulars::location>},
    {"people_count", take_people_count},
    {"urgency", take_urgency},
    {"subject_of_report", take_sealed_extra},
    {"registrar", take_registrar},
    {"card", take_number<&Particulars::card>},
    {"confidential", take_confidential},
    {"remark", take_text<&Particulars::remark>},
};

DateValue read_date(const DraftValue& value, const DraftDates& dates, bool already_past) {
  if (value.cell.type == Cell::Type::text && !dates.of_sheet) {
    if (const auto day = parse_day_word(value.cell.value, dates.today)) {
      return {DateValue::Kind::moment, {*day, base::Moment::kUnknown}, {}, {}};
    }
  }
  std::optional<base::Date> year_from = dates.sheet_date;
  if (!year_from && !dates.of_sheet) year_from = dates.today;
  return parse_date_cell(value.cell, {year_from, already_past, dates.date1904});
}

base::Text way_out_of(DateValue::Kind kind) {
  if (kind == DateValue::Kind::partial) {
    return {
        "写上年份，如 2026-03-05；表格可在表头写明填报日期",
        "write the year, as 2026-03-05; a sheet may state its date (填报日期) above the header"};
  }
  return {"写明是哪一天，如 2026-03-05", "write the day, as 2026-03-05"};
}

}  // namespace

TakeField reader_of(std::string_view field_id) {
  const auto found = std::find_if(std::begin(kReaders), std::end(kReaders),
                                  [&](const FieldReader& one) { return one.field == field_id; });
  return found == std::end(kReaders) ? nullptr : found->take;
}

std::optional<base::Moment> day_of(Reading& reading, const Given& given, bool already_past) {
  const auto words = reading.single(given);
  if (!words) return std::nullopt;
  const DateValue value = read_date(*given.values.front(), reading.context().dates, already_past);
  if (value.is_moment()) return value.moment;
  reading.add(given, base::text("{}：{}", "{}: {}", shown(given.field, *words), value.reason),
              way_out_of(value.kind));
  return std::nullopt;
}

std::optional<bool> yes_no_of(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return std::nullopt;
  const auto yes = parse_yes_no(*words);
  if (yes) return yes;
  reading.add(
      given, base::text("{}不是“是”或“否”", "{} is neither yes nor no", shown(given.field, *words)),
      {"填“是”或“否”", "write yes or no"});
  return std::nullopt;
}

}  // namespace minqing::intake
