// SPDX-License-Identifier: MIT
#include "lib/intake/row_history.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/due_words.hpp"
#include "lib/intake/registration_fields.hpp"
#include "lib/intake/roster_sheet_words.hpp"
#include "lib/schema/words.hpp"

namespace minqing::intake {
namespace {

using base::text;
using casework::Command;
using casework::personal;
using casework::ResultKind;
using casework::Satisfaction;

constexpr std::string_view kToldFields[] = {
    "status",           "assigned_on",    "handler_unit",  "handler",        "co_units",
    "leader_in_charge", "due_on",         "signed_for_on", "signed_for_by",  "first_contact_on",
    "action_taken",     "result",         "resolved_on",   "pending_reason", "fed_back_on",
    "feedback_method",  "called_back_on", "callback_by",   "satisfaction",   "closed_on"};

/// Days in the order of the way; each may not lie before those before it.
constexpr std::string_view kDays[] = {"assigned_on", "signed_for_on", "first_contact_on",
                                      "resolved_on", "fed_back_on",   "called_back_on",
                                      "closed_on"};

enum class Ending { none, unfinished, finished };

struct KnownState {
  std::string_view id;
  Ending ending;
  ResultKind kind = ResultKind::solved;
};
/// States that a row can be in; merged and voided ones come from nowhere.
constexpr KnownState kStates[] = {
    {"registered", Ending::unfinished},
    {"accepted", Ending::unfinished},
    {"assigned", Ending::unfinished},
    {"signed_for", Ending::unfinished},
    {"in_progress", Ending::unfinished},
    {"returned", Ending::unfinished},
    {"suspended", Ending::unfinished},
    {"resolved", Ending::finished},
    {"checked", Ending::finished},
    {"fed_back", Ending::finished},
    {"called_back", Ending::finished},
    {"closed", Ending::finished},
    {"declined", Ending::finished, ResultKind::declined},
    {"transferred", Ending::finished, ResultKind::transferred},
    {"withdrawn", Ending::finished, ResultKind::withdrawn},
};

class Telling {
 public:
  Telling(Reading& reading, const base::Place& place) : reading_(reading), place_(place) {}

  std::vector<Command> tell() {
    const bool any = std::any_of(std::begin(kToldFields), std::end(kToldFields),
                                 [&](std::string_view id) { return reading_.find(id); });
    if (!any) return {};
    if (!reading_.at) {
      if (!reading_.find("registered_on")) reading_.add_missing("registered_on");
      return {};
    }
    latest_ = *reading_.at;
    read_days();
    read_words();
    check_ending();
    if (!reading_.problems.empty()) return {};
    assign();
    sign();
    contact();
    if (is_finished()) {
      resolve();
      feed_back();
      call_back();
      close();
    } else {
      note_progress();
    }
    return std::move(commands_);
  }

 private:
  // ---- What the row holds ----

  std::optional<base::Moment> day(std::string_view id) const {
    for (std::size_t i = 0; i < std::size(kDays); ++i) {
      if (kDays[i] == id) return days_[i];
    }
    return std::nullopt;
  }

  void read_days() {
    base::Moment before = latest_;
    for (std::size_t i = 0; i < std::size(kDays); ++i) {
      const Given* given = reading_.find(kDays[i]);
      if (!given) continue;
      days_[i] = day_of(reading_, *given, true);
      if (!days_[i]) continue;
      if (days_[i]->date > reading_.context().dates.today) {
        reading_.add(*given, text("{} 还没有到", "{} lies ahead", to_string(days_[i]->date)),
                     {"请核对年份和日期", "check the year and the day"});
      } else if (base::certainly_before(*days_[i], before)) {
        reading_.add(*given,
                     text("{} 早于前一步的 {}", "{} lies before the step before it, {}",
                          to_display(*days_[i]), to_display(before)),
                     {"核对两个日期", "check both days"});
      } else {
        before = *days_[i];
      }
    }
  }

  void read_words() {
    if (const Given* given = reading_.find("status")) read_status(*given);
    if (const Given* given = reading_.find("satisfaction")) read_satisfaction(*given);
    read_unit();
    read_due();
    for (const auto& [id, words] : {std::pair{"action_taken", &action_taken_},
                                    {"result", &result_},
                                    {"pending_reason", &pending_reason_}}) {
      const Given* given = reading_.find(id);
      if (given) *words = reading_.joined(*given).value_or("");
    }
    handler_ = person("handler");
    if (handler_.empty()) handler_ = person("signed_for_by");
    caller_ = person("callback_by");
    if (const Given* given = reading_.find("feedback_method")) read_method(*given);
  }

  void read_status(const Given& given) {
    const auto choices = choices_of(given);
    const auto id = choice_of(reading_, given, choices);
    if (!id) return;
    const auto known = std::find_if(std::begin(kStates), std::end(kStates),
                                    [&](const KnownState& state) { return state.id == *id; });
    if (known != std::end(kStates)) {
      status_ = &*known;
    } else {
      reading_.add(given, {"这样的状态不能导入", "such a state cannot be brought in"},
                   {"删去这一行，或改成办理中的状态", "delete the row, or give another state"});
    }
  }

  void read_satisfaction(const Given& given) {
    const auto id = choice_of(reading_, given, choices_of(given));
    const auto known = id ? casework::parse_word<Satisfaction>(*id) : std::nullopt;
    if (known && *known != Satisfaction::not_rated) satisfaction_ = *known;
  }

  static std::vector<schema::Choice> choices_of(const Given& given) {
    if (given.field && !given.field->choices.empty()) return given.field->choices;
    std::vector<schema::Choice> out;
    for (const base::Word& word : schema::program_choices(given.id)) {
      std::vector<std::string> also;
      for (std::string_view part : base::split(word.also, '|')) also.emplace_back(part);
      out.push_back({std::string(word.id), {std::string(word.zh), std::string(word.en)}, also});
    }
    return out;
  }

  void read_unit() {
    if (const Given* given = reading_.find("handler_unit")) units_ = units_in(*given);
    if (const Given* given = reading_.find("co_units")) {
      const auto more = units_in(*given);
      units_.insert(units_.end(), more.begin(), more.end());
    }
    for (std::size_t i = 1; i < units_.size(); ++i) {
      const auto repeated =
          std::find(units_.begin(), units_.begin() + static_cast<long>(i), units_[i]);
      if (repeated != units_.begin() + static_cast<long>(i)) {
        units_.erase(units_.begin() + static_cast<long>(i--));
      }
    }
  }

  /// The first of several leads.
  std::vector<std::string> units_in(const Given& given) {
    std::vector<std::string> ids;
    const auto words = reading_.single(given);
    if (!words) return ids;
    for (const std::string& name : split_spellings(*words)) {
      const auto match = reading_.context().roster.match_unit(name);
      if (match.found) {
        ids.push_back(match.found->id);
        continue;
      }
      const base::Text way_out = {
          "名册里的单位用 名册 列表 查看，缺的先导入；这一列不要的加 --对应 列名=-",
          "see the units with 'roster list', bring in what is missing; to "
          "leave the column out: --map HEADING=-"};
      if (match.candidates.empty()) {
        reading_.add(
            given, text("名册里没有单位{}", "the roster has no unit {}", shown(given.field, name)),
            reading_.context().memory.suggestion_for(
                "handler_unit", name, [&] { return spellings_of_units(reading_.context().roster); },
                way_out));
      } else {
        reading_.add(
            given,
            text("叫{}的单位不止一个", "several units are called {}", shown(given.field, name)),
            way_out);
      }
      return {};
    }
    return ids;
  }

  /// A day, a limit (5个工作日) or words for either; where they mean no day, the schema's own limit
  /// holds.
  void read_due() {
    const Given* given = reading_.find("due_on");
    if (!given) return;
    const auto words = reading_.single(*given);
    if (!words) return;
    limit_ = calendar::parse_limit(*words);
    if (limit_ || is_without_day(*words)) return;
    const base::Moment given_out = day("assigned_on").value_or(latest_);
    std::optional<base::Date> due = parse_due_day(*words, given_out.date);
    if (!due) {
      const auto day = day_of(reading_, *given, false);
      if (!day) return;
      due = day->date;
    }
    if (*due < given_out.date) {
      reading_.add(*given,
                   text("{} 早于交办的 {}", "{} lies before the hand-over on {}", to_string(*due),
                        to_string(given_out.date)),
                   {"核对两个日期", "check both days"});
      return;
    }
    due_on_ = due;
  }

  /// As it stands when the roster does not know the name: people leave.
  std::string person(std::string_view id) {
    const Given* given = reading_.find(id);
    const auto words = given ? reading_.single(*given) : std::nullopt;
    if (!words) return {};
    const auto match = reading_.context().roster.match_person(*words, unit());
    return match.found ? match.found->id : *words;
  }

  void read_method(const Given& given) {
    const auto words = reading_.single(given);
    if (words) method_ = casework::parse_word<casework::Method>(*words);
    if (!words || method_) return;
    reading_.add(given,
                 text("没有{}这种方式", "there is no {} to choose", shown(given.field, *words)),
                 accepted(base::list_of(casework::words(casework::Method{}))));
  }

  std::string unit() const { return units_.empty() ? std::string() : units_.front(); }

  // ---- Whether it is finished, and since when ----

  std::optional<base::Moment> first_of(std::initializer_list<std::string_view> ids) const {
    for (std::string_view id : ids) {
      if (const auto at = day(id)) return at;
    }
    return std::nullopt;
  }

  std::optional<base::Moment> resolved_at() const {
    if (is_unfinished()) return std::nullopt;
    if (const auto at = day("resolved_on")) return at;
    const bool says_result = !result_.empty() || is_finished_by_status();
    const bool was_closed = day("closed_on") || satisfaction_;
    if (!says_result && !was_closed) return std::nullopt;
    return first_of({"fed_back_on", "called_back_on", "closed_on"});
  }

  bool is_unfinished() const { return status_ && status_->ending == Ending::unfinished; }
  bool is_finished_by_status() const { return status_ && status_->ending == Ending::finished; }
  bool is_finished() const { return resolved_at().has_value(); }

  void check_ending() {
    const Given* status = reading_.find("status");
    if (is_unfinished()) {
      for (std::string_view id : {"resolved_on", "called_back_on", "closed_on"}) {
        if (!day(id) || reading_.find(id)->values.front()->for_all) continue;
        reading_.add(
            *status,
            text("与 {} 的日期矛盾：{}", "contradicts the day at {}: {}",
                 to_string(reading_.find(id)->values.front()->place), to_display(*day(id))),
            {"核对是不是已经办结", "check whether it is finished"});
        return;
      }
      return;
    }
    if (resolved_at()) return;
    const Given* says = is_finished_by_status() ? status : nullptr;
    if (!says && !result_.empty() && !status_) says = reading_.find("result");
    if (!says && satisfaction_) says = reading_.find("satisfaction");
    if (!says) return;
    reading_.add(
        *says, {"没有写办结日期", "the day of the result is missing"},
        {"补上办结日期；全表同一天的加 --设定 办结日期:2026-11-20，还在办的把状态写成办理中，"
         "只当办理情况的加 --对应 列名=办理情况",
         "give it; for all rows: --set resolved_on:2026-11-20; what is in progress says "
         "so; what is only a note: --map HEADING=action_taken"});
  }

  // ---- The steps ----

  void add(casework::Wish wish, std::optional<base::Moment> at, std::string_view cell,
           const std::string& by = {}) {
    // The day of a step that the row does not date is as late as what is known before it.
    if (at) latest_ = *at;
    Command command{.wish = std::move(wish), .issue = std::string(casework::kJustRegistered)};
    command.at = latest_;
    if (reading_.context().roster.person(by)) command.by = by;
    const Given* given = reading_.find(cell);
    command.origin = given ? given->values.front()->place : place_;
    commands_.push_back(std::move(command));
  }

  void assign() {
    if (units_.empty()) return;
    casework::Assign wish;
    wish.unit = units_.front();
    wish.co_units.assign(units_.begin() + 1, units_.end());
    if (!handler_.empty()) wish.handler = handler_;
    const std::string leader = person("leader_in_charge");
    if (!leader.empty()) wish.leader = leader;
    wish.due_on = due_on_;
    wish.limit = limit_;
    add(std::move(wish), day("assigned_on"), "handler_unit");
  }

  void sign() {
    const auto at = day("signed_for_on");
    if (!at || units_.empty()) return;
    casework::SignFor wish;
    const std::string who = person("signed_for_by");
    if (!who.empty()) wish.handler = who;
    add(std::move(wish), at, "signed_for_on", who);
  }

  void contact() {
    const auto at = day("first_contact_on");
    if (at) add(casework::NoteProgress{true, std::nullopt}, at, "first_contact_on", handler_);
  }

  /// 办理结果 of what is still open tells how far it is.
  void note_progress() {
    std::string words;
    for (const std::string* part : {&action_taken_, &result_, &pending_reason_}) {
      if (part->empty()) continue;
      if (!words.empty()) words += '\n';
      words += *part;
    }
    const bool was_told = day("fed_back_on").has_value();
    if (words.empty() && !was_told) return;
    casework::NoteProgress wish{was_told, std::nullopt};
    if (!words.empty()) wish.action_taken = personal(std::move(words));
    add(std::move(wish), day("fed_back_on"), "action_taken", handler_);
  }

  void resolve() {
    if (!action_taken_.empty() && !result_.empty()) {
      add(casework::NoteProgress{false, personal(action_taken_)}, std::nullopt, "action_taken",
          handler_);
    }
    const std::string& told = result_.empty() ? action_taken_ : result_;
    casework::Resolve wish;
    wish.result_kind = status_ ? status_->kind : ResultKind::solved;
    wish.result = personal(
        told.empty()
            ? text("（原台账没有写）", "(not in the older ledger)").in(reading_.context().language)
            : told);
    add(std::move(wish), resolved_at(), "resolved_on", handler_);
  }

  void feed_back() {
    const auto at = day("fed_back_on");
    if (!at) return;
    casework::FeedBack wish;
    wish.method = method_.value_or(wish.method);
    add(std::move(wish), at, "fed_back_on", handler_);
  }

  void call_back() {
    if (!satisfaction_) return;
    casework::CallBack wish;
    wish.satisfaction = *satisfaction_;
    add(std::move(wish), day("called_back_on"), "satisfaction", caller_);
  }

  void close() {
    const bool says_so = status_ && status_->id == "closed";
    if (!day("closed_on") && !says_so) return;
    casework::Close wish;
    wish.on = casework::CloseGround::recorded;
    if (satisfaction_) {
      const auto& good = reading_.context().schema.guards.satisfied;
      const bool is_good = std::find(good.begin(), good.end(), id_of(*satisfaction_)) != good.end();
      if (is_good) wish.on = casework::CloseGround::satisfied;
    }
    add(std::move(wish), day("closed_on"), says_so ? "status" : "closed_on");
  }

  Reading& reading_;
  const base::Place& place_;
  base::Moment latest_;
  std::optional<base::Moment> days_[std::size(kDays)];
  const KnownState* status_ = nullptr;
  std::optional<Satisfaction> satisfaction_;
  std::vector<std::string> units_;
  std::optional<base::Date> due_on_;
  std::optional<calendar::Limit> limit_;
  std::optional<casework::Method> method_;
  std::string action_taken_, result_, pending_reason_;
  std::string handler_, caller_;  ///< ids of the roster, or names
  std::vector<Command> commands_;
};

}  // namespace

bool is_of_history(std::string_view field_id) {
  return std::find(std::begin(kToldFields), std::end(kToldFields), field_id) !=
         std::end(kToldFields);
}

std::vector<Command> history_of(Reading& reading, const base::Place& place) {
  return Telling(reading, place).tell();
}

}  // namespace minqing::intake
