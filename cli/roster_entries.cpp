// SPDX-License-Identifier: MIT
#include "cli/roster_entries.hpp"

#include "cli/naming.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/select.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr const char* kInHand = "状态:已交办,已签收,办理中,已挂账";

template <class T>
void collect(const casework::Match<T>& match, std::vector<RosterEntry>& found) {
  if (match.found) found.push_back(match.found);
  for (const T* candidate : match.candidates) found.push_back(candidate);
}

std::string id_and_name(const RosterEntry& entry) {
  return std::visit(
      [](const auto* one) {
        if constexpr (requires { one->code; }) {
          return one->code + " " + one->name;
        } else {
          return one->id + " " + one->name;
        }
      },
      entry);
}

}  // namespace

RosterEntry find_entry(const casework::Roster& roster, const std::string& text_typed) {
  // What lies below a village is found by its code only: 3组 is in every one.
  if (const casework::Area* area = roster.area(text_typed)) return area;
  std::vector<RosterEntry> found;
  const casework::Match<casework::Area> area = roster.match_area(text_typed);
  const casework::Match<casework::Unit> unit = roster.match_unit(text_typed);
  collect(area, found);
  // A village and its committee answer to the same name; who says the village means it.
  const bool is_committee = unit.found && area.found && unit.found->area == area.found->code;
  if (!is_committee) collect(unit, found);
  collect(roster.match_person(text_typed), found);
  if (found.size() == 1) return found.front();
  if (found.empty()) {
    throw Error(Exit::not_found, text("名册里没有“{}”", "the roster has no '{}'", text_typed),
                text("用 名册 列表 看名册", "see 'roster list'"));
  }
  std::vector<std::string> candidates;
  for (const RosterEntry& entry : found) candidates.push_back(id_and_name(entry));
  throw Error(Exit::conflict,
              text("“{}”不止一个：{}", "'{}' means several: {}", text_typed,
                   base::Text{base::join(candidates, "、"), base::join(candidates, ", ")}),
              text("写编号", "give the id"));
}

std::string needed(const Arguments& arguments, std::string_view option) {
  if (auto value = arguments.value(option)) return *value;
  const Option* known = nullptr;
  for (const auto& options : arguments.command->options) {
    for (const Option& one : options) {
      if (one.name == option) known = &one;
    }
  }
  throw Error(Exit::usage,
              text("缺少 --{}", "--{} is missing",
                   base::Text{std::string(known ? known->zh : option), std::string(option)}),
              text("例子：minqing {}", "an example: minqing {}",
                   base::Text{std::string(arguments.command->example),
                              std::string(arguments.command->example_en)}));
}

base::Date day_of_change(Context& context, const Arguments& arguments) {
  const auto at = arguments.value("at");
  return at ? context.moment("at", *at).date : context.today();
}

void change_roster(Context& context, ledger::Ledger& ledger, const Arguments& arguments,
                   casework::RosterChanged change, const base::Text& text) {
  if (const auto reason = arguments.value("reason")) change.reason = *reason;
  const auto outcome = write_to(context, ledger, {{.wish = std::move(change)}});
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("dry_run", context.dry_run()).set("text", text.in(context.lang()));
    context.out().json(out.set("transaction", outcome.transaction));
    return;
  }
  if (context.out().quiet) return;
  context.out().line(context.dry_run()
                         ? base::text("试运行，没有写入：{}", "dry run, nothing written: {}", text)
                         : text);
}

std::vector<std::string> issues_in_hand(Context& context, ledger::Ledger& ledger,
                                        const std::string& criterion, const std::string& id) {
  const auto selection = read_query(context, ledger, {criterion + ":" + id, kInHand});
  return numbers(ledger, selection, context.today());
}

void remark_person_s_issues(Context& context, ledger::Ledger& ledger,
                            const casework::Person& person, const std::string& heir) {
  const std::size_t count = issues_in_hand(context, ledger, "承办人", person.id).size();
  if (count == 0) return;
  context.out().remark(text("{}名下还有 {} 件在办；移交：minqing 移交 {} --给 {}",
                            "{} still has {} in hand; minqing handover {} --to {}", person.name,
                            base::counted(count, "issue"), person.id, heir));
}

void remark_unit_s_issues(Context& context, ledger::Ledger& ledger, const casework::Unit& unit,
                          const std::string& heir) {
  const std::size_t count = issues_in_hand(context, ledger, "承办单位", unit.id).size();
  if (count == 0) return;
  context.out().remark(
      text("{0}还有 {1} 件在办；改派：minqing 交办 --条件 '承办单位:{2}' --收回 --理由 机构变动，"
           "再 minqing 交办 编号 --承办单位 {3}",
           "{0} still has {1} in hand; minqing assign --where 'unit:{2}' --recall --reason "
           "reorganised, then minqing assign ISSUE --unit {3}",
           unit.name, base::counted(count, "issue"), unit.id, heir));
}

}  // namespace minqing::cli
