// SPDX-License-Identifier: MIT
#include "cli/diary_entries.hpp"

#include "cli/likely_duplicates.hpp"
#include "cli/naming.hpp"
#include "cli/phrases.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/diary.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

std::optional<std::string> issue_named(Context& context, ledger::Ledger& ledger,
                                       const std::string& typed) {
  try {
    return name_issue(context, ledger, typed);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool is_all_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// The number of the entry, or empty.
std::string numbered(ledger::Ledger& ledger, int year, std::string_view counter) {
  std::int64_t value = 0;
  std::from_chars(counter.data(), counter.data() + counter.size(), value);
  const std::string number =
      casework::make_entry_number(ledger.site(), year, value, ledger.schema().number_width);
  return ledger::find_entry(ledger.db(), number) ? number : std::string();
}

/// This year's, else that of the latest year that has it, said aloud.
std::string latest_with(Context& context, ledger::Ledger& ledger, std::string_view counter) {
  std::string number = numbered(ledger, base::year_of(context.today()), counter);
  if (!number.empty()) return number;
  for (const int year : ledger::years_with_entries(ledger.db())) {
    number = numbered(ledger, year, counter);
    if (number.empty()) continue;
    context.out().remark(text("今年没有 {} 号日记，用的是 {}",
                              "there is no entry {} this year; {} is meant", counter, number));
    return number;
  }
  return {};
}

/// What is wrong with a line is found when it is read, or later when it is looked up.
std::vector<base::Problem> by_line(std::vector<base::Problem> problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const auto& a, const auto& b) { return a.place.line < b.place.line; });
  return problems;
}

std::vector<casework::DiaryWritten> written_by(const ledger::Outcome& outcome) {
  std::vector<casework::DiaryWritten> out;
  for (const ledger::Step& step : outcome.steps) {
    for (const casework::Payload& payload : step.events) {
      if (const auto* written = std::get_if<casework::DiaryWritten>(&payload)) {
        out.push_back(*written);
      }
    }
  }
  return out;
}

/// Numbers of the official's entries of that day but those in `written`.
std::vector<std::string> others_of_the_day(ledger::Ledger& ledger,
                                           const casework::DiaryEntry& entry,
                                           const std::set<std::string>& written) {
  std::vector<std::string> out;
  const ledger::EntryQuery day{.person = entry.official, .from = entry.day, .to = entry.day};
  for (const ledger::ListedEntry& row : ledger::select_entries(ledger.db(), day)) {
    const bool is_another = row.official == entry.official && !written.contains(row.number);
    if (is_another) out.push_back(row.number);
  }
  return out;
}

}  // namespace

ReadEntry make_entry(Context& context, ledger::Ledger& ledger, const intake::DiaryWords& words,
                     std::vector<base::Problem>& problems, const std::string& category) {
  const intake::DiaryContext around{ledger.schema(),
                                    ledger.roster(),
                                    context.today(),
                                    context.actor().done_by,
                                    context.lang(),
                                    [&](const std::string& typed) { return issue_named(context, ledger, typed); },
                                    category};
  intake::DiaryResult made = make_diary(around, words);
  problems.insert(problems.end(), made.problems.begin(), made.problems.end());
  if (!made.problems.empty()) return {};
  made.diary.digest = ledger.keys().digest("diary", base::fold(made.said()));
  return {made.commands(), made.diary.digest};
}

void name_entries_of_the_day(Context& context, ledger::Ledger& ledger,
                             const ledger::Outcome& outcome) {
  if (outcome.replayed) return;
  const auto written = written_by(outcome);
  std::set<std::string> numbers;
  for (const auto& one : written) numbers.insert(one.number);
  const Names names{ledger.roster(), ledger.schema()};
  for (const auto& one : written) {
    const auto others = others_of_the_day(ledger, one.entry, numbers);
    if (others.empty()) continue;
    context.out().remark(text(
        "{}：{} {} 还有日记 {}；若是改过再写的，作废一篇，重复登记的诉求也作废",
        "{}: {} has for {} also {}; if one is the other changed, void one, and the issues that "
        "are registered twice",
        one.number, names.person(one.entry.official), to_string(one.entry.day),
        base::join(others, " ")));
  }
}

int write_diary_text(Context& context, const std::string& typed, const std::string& file) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  intake::DiaryText read = intake::read_diary_text(ledger.schema(), typed, file);
  ReadEntry entry = make_entry(context, ledger, read.words, read.problems);
  if (!read.problems.empty()) throw base::Rejected(by_line(std::move(read.problems)));
  name_entries_of_the_day(context, ledger,
                          write_registrations(context, ledger, std::move(entry.commands)));
  return 0;
}

bool names_entry(std::string_view typed) {
  const std::string word = base::to_half_width(typed);
  const std::size_t mark = word.find_last_of("Dd");
  const auto is_plain = [](unsigned char c) { return std::isalnum(c) != 0; };
  return mark != std::string::npos && mark > 0 && std::ranges::all_of(word, is_plain) &&
         is_all_digits(word.substr(mark - 1, 1)) && is_all_digits(word.substr(mark + 1));
}

std::string name_entry(Context& context, ledger::Ledger& ledger, const std::string& typed) {
  std::string word = base::to_half_width(typed);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  std::string number;
  const std::size_t mark = word.find('D');
  if (is_all_digits(word)) {
    number = latest_with(context, ledger, word);
  } else if (mark != std::string::npos && is_all_digits(word.substr(0, mark)) &&
             is_all_digits(word.substr(mark + 1))) {
    const int year = std::stoi(word.substr(0, std::min<std::size_t>(mark, 4)));
    number = numbered(ledger, year < 100 ? 2000 + year : year, word.substr(mark + 1));
  } else if (const auto entry = ledger::find_entry(ledger.db(), word);
             entry && entry->number == word) {
    number = entry->number;
  }
  if (!number.empty()) return number;
  throw Error(Exit::not_found, text("没有日记 {}", "there is no diary entry {}", typed),
              text("用“日记 列表”查看编号", "see the numbers with 'diary list'"));
}

}  // namespace minqing::cli
