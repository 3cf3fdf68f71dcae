// SPDX-License-Identifier: MIT
#include "lib/intake/diary_making.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/day_words.hpp"
#include "lib/intake/draft.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/roster_sheet_words.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::intake {
namespace {

using Value = DiaryWords::Value;

const base::Text kDay{"日期", "date"};

class Maker {
 public:
  Maker(const DiaryContext& context, const DiaryWords& words) : context_(context), words_(words) {}

  DiaryResult make() {
    take_day();
    take_people();
    if (words_.weather) entry().weather = words_.weather->words;
    if (words_.visits.empty()) {
      add(words_.place, {}, {"没有写走访", "has no visit"},
          {"每次走访写一段：## 走访 户:… 方式:…",
           "write a section for each: ## visit household:…"});
    }
    for (const DiaryWords::Visit& visit : words_.visits) take_visit(visit);
    if (!words_.remark.empty()) entry().remark = casework::personal(words_.remark);
    return std::move(out_);
  }

 private:
  casework::DiaryEntry& entry() { return out_.diary.entry; }

  void add(const base::Place& place, base::Text field, base::Text reason, base::Text way_out = {}) {
    out_.problems.push_back(
        {place, field.in(context_.language), std::move(reason), std::move(way_out)});
  }

  void take_day() {
    if (!words_.day) return miss_day();
    const DateValue value = read_day(words_.day->words);
    if (!value.is_moment()) return refuse_day(value);
    entry().day = value.moment.date;
    check_age();
  }

  void miss_day() {
    const bool is_of_a_row = words_.place.line > 0 || !words_.place.cell.empty();
    add(words_.place, kDay, {"没有写", "is missing"},
        is_of_a_row
            ? base::Text{"填上走访的日期；和上一行同一天的写“同上”",
                         "fill in the day of the visit; 同上 stands for that of the row above"}
            : base::Text{"开头写一行“日期: 2026-03-15”", "begin with a line 'date: 2026-03-15'"});
  }

  DateValue read_day(const std::string& typed) const {
    if (words_.of_sheet) return parse_date(typed, {.sheet_date = words_.sheet_date});
    if (const auto word = parse_day_word(typed, context_.today)) {
      return {DateValue::Kind::moment, {*word, base::Moment::kUnknown}, {}, {}};
    }
    return parse_date(typed, {.sheet_date = context_.today});
  }

  void refuse_day(const DateValue& value) {
    const Value& typed = *words_.day;
    if (value.kind == DateValue::Kind::partial) {
      return add(typed.place, kDay, base::text("“{}”没有年份", "'{}' has no year", typed.words),
                 {"写上年份，如 2026-03-15；表格可在表头写明填报日期",
                  "write the year, as 2026-03-15; a sheet may state its date (填报日期) above the "
                  "header"});
    }
    add(typed.place, kDay, base::text("“{}”不是日期", "'{}' is not a date", typed.words),
        base::text("可以写 {}", "accepted: {}", accepted_dates()));
  }

  /// The rules say the same of the whole entry; here the line is known.
  void check_age() {
    const base::Date day = entry().day;
    const int limit = context_.schema.guards.max_backdate_days;
    if (day > context_.today) {
      add(words_.day->place, kDay, base::text("{} 还没有到", "{} lies ahead", to_string(day)),
          {"写走访的那一天", "write the day of the visits"});
    } else if (!words_.of_sheet && context_.today - day > limit) {
      add(words_.day->place, kDay,
          base::text("{} 已超过补录期限（{} 天）",
                     "{} is older than the {} days that may be entered later", to_string(day),
                     limit),
          {"以前的日记用 日记 导入", "bring earlier diaries in with 'diary import'"});
    }
  }

  void take_people() {
    entry().official = context_.official;
    if (!words_.official) return;
    std::vector<std::string> ids;
    for (const std::string& name : split_spellings(words_.official->words)) {
      if (const auto id = person(name)) ids.push_back(*id);
    }
    if (ids.empty()) return;
    entry().official = ids.front();
    entry().companions.assign(ids.begin() + 1, ids.end());
  }

  std::optional<std::string> person(const std::string& name) {
    const auto match = context_.roster.match_person(name);
    if (match.found) return match.found->id;
    const base::Text label{"走访人", "official"};
    if (match.candidates.empty()) {
      base::Text likely = suggestion(name, spellings_of_people(context_.roster));
      if (likely.empty()) {
        likely = {"写名册里的姓名或编号", "write a name or an id of the roster"};
      }
      add(words_.official->place, label,
          base::text("名册里没有“{}”", "the roster has no '{}'", name), std::move(likely));
      return std::nullopt;
    }
    std::vector<std::string> ids;
    for (const auto* one : match.candidates) ids.push_back(one->id);
    add(words_.official->place, label, base::text("“{}”不止一个", "several are called '{}'", name),
        base::text("用编号：{}", "use an id: {}", base::join(ids, "、")));
    return std::nullopt;
  }

  void take_visit(const DiaryWords::Visit& words) {
    casework::DiaryVisit visit;
    if (words.household) visit.household = casework::personal(words.household->words);
    if (words.location) visit.place = casework::personal(words.location->words);
    if (const auto& typed = words.village ? words.village : words_.village) {
      take_village(*typed, visit);
    }
    if (!visit.household && !visit.place && !visit.area && !words.village) {
      add(words.place, {"走访", "visit"}, {"没有写走访了哪里", "does not say where"},
          {"写上 户:、村: 或 地点:", "give household:, village: or place:"});
    }
    if (words.method) take_method(*words.method, visit);
    if (words.about) take_earlier_issues(*words.about, visit);
    if (!words.said.empty()) visit.said = casework::personal(words.said);
    entry().visits.push_back(std::move(visit));
    for (const DiaryWords::Issue& issue : words.issues) take_issue(issue);
  }

  /// Group and house behind the village's name say where exactly: they are kept with the place.
  void take_village(const Value& typed, casework::DiaryVisit& visit) {
    const auto match = context_.roster.match_area(typed.words);
    const base::Text label{"村", "village"};
    if (match.found) {
      visit.area = match.found->code;
      const std::string said = base::fold(typed.words);
      const bool has_more =
          said != base::fold(match.found->name) && said != match.found->code &&
          std::none_of(match.found->also.begin(), match.found->also.end(),
                       [&](const auto& also) { return base::fold(also) == said; });
      if (has_more && !visit.place) visit.place = casework::personal(typed.words);
      return;
    }
    if (match.candidates.empty()) {
      base::Text likely = suggestion(typed.words, spellings_of_areas(context_.roster));
      if (likely.empty()) {
        likely = {"写名册里的村（社区）名", "write a village of the roster"};
      }
      return add(
          typed.place, label,
          base::text("名册里没有“{}”", "the roster has no '{}'", privacy::mask_text(typed.words)),
          std::move(likely));
    }
    std::vector<std::string> names;
    for (const auto* area : match.candidates) {
      names.push_back(full_area_name(context_.roster, *area));
    }
    add(typed.place, label,
        base::text("“{}”有 {} 个", "'{}' means {} places", typed.words, names.size()),
        base::text("写明是哪一个：{}", "say which: {}", base::join(names, "、")));
  }

  void take_method(const Value& typed, casework::DiaryVisit& visit) {
    if (const auto method = casework::parse_word<casework::Method>(typed.words)) {
      visit.method = *method;
      return;
    }
    add(typed.place, {"方式", "method"},
        base::text("没有“{}”这一项", "there is no '{}'", typed.words),
        accepted(base::list_of(casework::words(casework::Method{}))));
  }

  void take_earlier_issues(const Value& typed, casework::DiaryVisit& visit) {
    for (const std::string& listed : split_spellings(typed.words)) {
      for (const std::string& number : words_of_line(listed)) {
        if (auto full = context_.issue_number(number)) {
          visit.issues.push_back(*std::move(full));
        } else {
          add(typed.place, {"关联", "about"},
              base::text("没有事项 {}", "there is no issue {}", number),
              {"写诉求的编号，如 17、26-17", "give the number of an issue (17, 26-17)"});
        }
      }
    }
  }

  void take_issue(const DiaryWords::Issue& words) {
    TypedWords typed = read_words(context_.schema, words.words);
    place_all(words.place, typed);
    if (!typed.problems.empty()) return add_all(std::move(typed.problems));
    const casework::DiaryVisit& visit = entry().visits.back();
    if (typed.draft.find("village") == nullptr && visit.area) {
      DraftValue village{"village", {}, words.place};
      village.cell.set(Cell::Type::text, *visit.area);
      typed.draft.values.push_back(std::move(village));
    }
    if (typed.draft.find("category") == nullptr && !context_.category.empty()) {
      DraftValue category{"category", {}, words.place};
      category.cell.set(Cell::Type::text, context_.category);
      typed.draft.values.push_back(std::move(category));
    }
    const schema::Choice* channel = context_.schema.match_channel("走访");
    auto result = make_registration(context_.schema, context_.roster, {context_.today, {}},
                                    typed.draft, channel ? channel->id : "", context_.language);
    add_all(std::move(result.problems));
    if (!result.registration) return;
    for (const std::string& field : result.registration->not_taken) {
      const schema::Field* known = context_.schema.find_field(field);
      add(words.place, known ? known->label : base::same(field),
          {"登记时不能写这一项", "this is not part of a registration"},
          {"登记后用相应的命令记录", "record it afterwards with its own command"});
    }
    casework::Command command = std::move(result.registration->command);
    auto& wish = std::get<casework::Register>(command.wish);
    wish.visit = static_cast<std::int64_t>(entry().visits.size());
    if (words.answered) wish.answered = casework::personal(words.answered->words);
    if (!command.at) command.at = base::Moment{entry().day};
    out_.issues.push_back(std::move(command));
  }

  void add_all(std::vector<base::Problem> problems) {
    for (base::Problem& problem : problems) out_.problems.push_back(std::move(problem));
  }

  /// Typed words know nothing of lines.
  static void place_all(const base::Place& place, TypedWords& typed) {
    typed.draft.place = place;
    for (DraftValue& value : typed.draft.values) value.place = place;
    for (base::Problem& problem : typed.problems) problem.place = place;
  }

  const DiaryContext& context_;
  const DiaryWords& words_;
  DiaryResult out_;
};

}  // namespace

std::vector<casework::Command> DiaryResult::commands() const {
  const base::Moment day{diary.entry.day};
  std::vector<casework::Command> out;
  out.push_back({.wish = diary, .at = day, .by = diary.entry.official});
  for (casework::Command issue : issues) {
    issue.by = diary.entry.official;
    out.push_back(std::move(issue));
  }
  return out;
}

std::string DiaryResult::said() const {
  std::string out = casework::to_json(diary.entry);
  for (const casework::Command& issue : issues) {
    out += '\n' + casework::to_json(std::get<casework::Register>(issue.wish));
  }
  return out;
}

DiaryResult make_diary(const DiaryContext& context, const DiaryWords& words) {
  return Maker(context, words).make();
}

}  // namespace minqing::intake
