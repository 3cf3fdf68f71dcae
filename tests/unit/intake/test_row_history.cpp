// SPDX-License-Identifier: MIT
// Rows of older ledgers: what they testify about the time after registration, and what is a
// contradiction.

#include <catch2/catch.hpp>

#include "lib/intake/registration.hpp"
#include "lib/schema/schema.hpp"
#include "tests/unit/intake/sample_office.hpp"

namespace minqing::intake {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;
using Lines = std::vector<std::string>;

constexpr base::Date kImportedOn = {20514};  // 2026-03-02

/// A row that was registered on 2026-02-02.
DraftResult read(const Fields& more, const Fields& for_all = {}) {
  static const schema::Schema schema = sample_schema();
  static const casework::Roster roster = sample_roster();
  Draft draft;
  draft.place = {"台账.xlsx", "一组", "A5"};
  const auto add = [&](const auto& one, bool is_for_all) {
    DraftValue value{one.first, {}, {"台账.xlsx", "一组", one.first}, is_for_all};
    value.cell.set(Cell::Type::text, one.second);
    draft.values.push_back(std::move(value));
  };
  for (const auto& one : Fields{{"registered_on", "2026-02-02"},
                                {"content", "自来水浑浊"},
                                {"category", "供水"},
                                {"channel", "来访"}}) {
    add(one, false);
  }
  for (const auto& one : more) add(one, false);
  for (const auto& one : for_all) add(one, true);
  return RegistrationMaker(schema, roster, {kImportedOn, {}, true, false}).make(draft);
}

struct Shown {
  std::string operator()(const casework::Assign& wish) const {
    std::string out = "assign " + wish.unit;
    for (const std::string& unit : wish.co_units) out += "+" + unit;
    if (wish.handler) out += " " + *wish.handler;
    if (wish.due_on) out += " due " + to_string(*wish.due_on);
    if (wish.limit) out += " in " + to_string(*wish.limit);
    return out;
  }
  std::string operator()(const casework::SignFor& wish) const {
    return "sign " + wish.handler.value_or("");
  }
  std::string operator()(const casework::NoteProgress& wish) const {
    return std::string(wish.contacted ? "contacted " : "progress ") +
           (wish.action_taken ? wish.action_taken->plain : "");
  }
  std::string operator()(const casework::Resolve& wish) const {
    return std::string(id_of(wish.result_kind)) + " " + wish.result.plain;
  }
  std::string operator()(const casework::FeedBack& wish) const {
    return "told by " + std::string(id_of(wish.method));
  }
  std::string operator()(const casework::CallBack& wish) const {
    return "says " + std::string(id_of(wish.satisfaction));
  }
  std::string operator()(const casework::Close& wish) const {
    return "closed " + std::string(id_of(wish.on));
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return "?";
  }
};

Lines history(const Fields& more, const Fields& for_all = {}) {
  const DraftResult result = read(more, for_all);
  for (const base::Problem& problem : result.problems) {
    UNSCOPED_INFO(base::to_line(problem, base::Lang::zh));
  }
  REQUIRE(result.registration);
  Lines lines;
  for (const casework::Command& command : result.registration->history) {
    CHECK(command.is_about_just_registered());
    std::string line = to_string(command.at->date).substr(5) + " ";
    line += std::visit(Shown{}, command.wish);
    if (command.by) line += " (" + *command.by + ")";
    lines.push_back(line);
  }
  return lines;
}

/// `status 与 … 矛盾`: the cell and the reason of each problem.
Lines problems(const Fields& more) {
  const DraftResult result = read(more);
  CHECK_FALSE(result.registration);
  Lines lines;
  for (const base::Problem& problem : result.problems) {
    lines.push_back(problem.place.cell + " " + problem.reason.zh);
  }
  return lines;
}

}  // namespace

TEST_CASE("a row that tells the whole way") {
  CHECK(history({{"assigned_on", "2026-02-03"},
                 {"handler_unit", "水务站、民政办"},
                 {"handler", "李晨"},
                 {"due_on", "2026-02-10"},
                 {"signed_for_on", "2026-02-04"},
                 {"first_contact_on", "2026-02-05"},
                 {"action_taken", "查了水表"},
                 {"result", "换了水管"},
                 {"resolved_on", "2026-02-06"},
                 {"fed_back_on", "2026-02-07"},
                 {"feedback_method", "上门"},
                 {"called_back_on", "2026-02-09"},
                 {"satisfaction", "满意"},
                 {"closed_on", "2026-02-10"}}) ==
        Lines{"02-03 assign water_station+social_office li_chen due 2026-02-10", "02-04 sign ",
              "02-05 contacted  (li_chen)", "02-05 progress 查了水表 (li_chen)",
              "02-06 solved 换了水管 (li_chen)", "02-07 told by visit (li_chen)",
              "02-09 says satisfied", "02-10 closed satisfied"});
}

TEST_CASE("steps without a trace are not invented, undated ones are as late as what is known") {
  CHECK(history({}).empty());
  CHECK(history({{"handler_unit", "水务站"}}) == Lines{"02-02 assign water_station"});
  CHECK(history({{"handler_unit", "水务站"}, {"due_on", "五个工作日"}}) ==
        Lines{"02-02 assign water_station in 5wd"});
  CHECK(history({{"result", "已修好"}, {"resolved_on", "2026-02-06"}}) ==
        Lines{"02-06 solved 已修好"});
  CHECK(history({{"status", "已销号"}, {"resolved_on", "2026-02-06"}}) ==
        Lines{"02-06 solved （原台账没有写）", "02-06 closed recorded"});
  CHECK(history({{"satisfaction", "未评价"}, {"resolved_on", "2026-02-06"}}) ==
        Lines{"02-06 solved （原台账没有写）"});
  CHECK(history({{"signed_for_by", "李晨"}, {"handler_unit", "水务站"}}) ==
        Lines{"02-02 assign water_station li_chen"});
  CHECK(history({{"handler", "早已调走的人"}, {"handler_unit", "水务站"}}) ==
        Lines{"02-02 assign water_station 早已调走的人"});
}

TEST_CASE("a reply is the result told: its day is that of both") {
  CHECK(history({{"result", "答复如下"}, {"fed_back_on", "2026-02-08"}}) ==
        Lines{"02-08 solved 答复如下", "02-08 told by phone"});
}

TEST_CASE("what is in progress tells how far it is") {
  CHECK(history({{"status", "办理中"}, {"result", "等县里批复"}, {"pending_reason", "缺资金"}}) ==
        Lines{"02-02 progress 等县里批复\n缺资金"});
  CHECK(history({{"status", "办理中"}}, {{"resolved_on", "2026-02-20"}}).empty());
  CHECK(history({{"status", "已办结"}}, {{"resolved_on", "2026-02-20"}}) ==
        Lines{"02-20 solved （原台账没有写）"});
}

TEST_CASE("other endings") {
  CHECK(history({{"status", "不予受理"}, {"result", "走诉讼"}, {"resolved_on", "2026-02-06"}}) ==
        Lines{"02-06 declined 走诉讼"});
  CHECK(history({{"status", "已转送"}, {"resolved_on", "2026-02-06"}, {"result", "转县里"}}) ==
        Lines{"02-06 transferred 转县里"});
}

TEST_CASE("contradictions are problems at their cells") {
  CHECK(problems({{"status", "办理中"}, {"resolved_on", "2026-02-06"}}) ==
        Lines{"status 与 台账.xlsx:一组!resolved_on 的日期矛盾：2026-02-06"});
  CHECK(problems({{"resolved_on", "2026-01-31"}}) ==
        Lines{"resolved_on 2026-01-31 早于前一步的 2026-02-02"});
  CHECK(problems({{"resolved_on", "2026-02-08"}, {"fed_back_on", "2026-02-07"}}) ==
        Lines{"fed_back_on 2026-02-07 早于前一步的 2026-02-08"});
  CHECK(problems({{"closed_on", "2026-03-03"}}) == Lines{"closed_on 2026-03-03 还没有到"});
  CHECK(problems({{"status", "已办结"}}) == Lines{"status 没有写办结日期"});
  CHECK(problems({{"result", "修好了"}}) == Lines{"result 没有写办结日期"});
  CHECK(problems({{"satisfaction", "满意"}}) == Lines{"satisfaction 没有写办结日期"});
  CHECK(problems({{"status", "已并案"}}) == Lines{"status 这样的状态不能导入"});
  CHECK(problems({{"handler_unit", "水电站"}}) == Lines{"handler_unit 名册里没有单位“水电站”"});
  CHECK(problems({{"satisfaction", "还行"}}) == Lines{"satisfaction 没有“还行”这一项"});
  CHECK(problems({{"due_on", "2026-02-01"}, {"handler_unit", "水务站"}}) ==
        Lines{"due_on 2026-02-01 早于交办的 2026-02-02"});
}

TEST_CASE("what is typed by hand is registered alone") {
  static const schema::Schema schema = sample_schema();
  static const casework::Roster roster = sample_roster();
  Draft draft;
  for (const auto& one : Fields{{"content", "停水"},
                                {"category", "供水"},
                                {"channel", "来访"},
                                {"handler_unit", "水务站"}}) {
    DraftValue value{one.first, {}, {}};
    value.cell.set(Cell::Type::text, one.second);
    draft.values.push_back(std::move(value));
  }
  const DraftResult result = make_registration(schema, roster, {kImportedOn}, draft);
  REQUIRE(result.registration);
  CHECK(result.registration->history.empty());
  CHECK(result.registration->not_taken == Lines{"handler_unit"});
}

}  // namespace minqing::intake
