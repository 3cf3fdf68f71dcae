// SPDX-License-Identifier: MIT
#include "cli/desk.hpp"

#include "cli/naming.hpp"
#include "lib/calendar/missing_year.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/published.hpp"
#include "lib/ledger/select.hpp"
#include "lib/report/weekly_period.hpp"

namespace minqing::cli {

namespace {

/// Whom a saved query concerns.
enum class Concerns {
  handler,  ///< whoever handles issues
  unit,     ///< a unit that handles issues
  office    ///< who runs the ledger or leads
};

struct DeskQuery {
  std::string_view name;
  std::string_view en;
  Concerns concerns;
};
/// In the order of a day: what is mine, what is late, then the life of an issue.
constexpr DeskQuery kQueries[] = {
    {"我的", "handled by me", Concerns::handler},
    {"超期", "overdue", Concerns::unit},
    {"今日到期", "due today", Concerns::unit},
    {"待交办", "to assign", Concerns::office},
    {"待签收", "to sign for", Concerns::unit},
    {"待办", "to handle", Concerns::unit},
    {"待批", "to approve", Concerns::office},
    {"待核查", "to check", Concerns::office},
    {"待回访", "to call back", Concerns::office},
    {"待销号", "to close", Concerns::office},
    {"待回复", "to answer to the sender", Concerns::office},
    {"已上报", "transferred, open", Concerns::office},
    {"挂账", "suspended", Concerns::unit},
};

void find_person(Context& context, ledger::Ledger& ledger, Desk& desk) {
  const casework::Roster& roster = ledger.roster();
  try {
    desk.person = roster.person(context.actor().done_by);
  } catch (const base::Error&) {
    return;  // a stranger to the roster may look
  }
  if (desk.person == nullptr || !desk.person->unit) return;
  desk.unit = roster.unit(*desk.person->unit);
  if (desk.unit == nullptr) return;
  const schema::Schema& schema = ledger.schema();
  desk.whole =
      desk.unit->id == schema.default_unit ||
      schema.approvers.admit(desk.person->id, desk.person->post.value_or(""), desk.unit->id);
}

std::int64_t count_of(Context& context, ledger::Ledger& ledger, const std::string& query) {
  const auto selection = read_query(context, ledger, {query});
  if (selection.words.empty()) return ledger::count(ledger, selection, context.today());
  // Somebody gave a shipped name to a query of words.
  return static_cast<std::int64_t>(
      ledger::select(ledger, selection, {.today = context.today()}).size());
}

std::vector<DeskCount> count_all(Context& context, ledger::Ledger& ledger, const Desk& desk) {
  std::vector<DeskCount> out;
  for (const DeskQuery& each : kQueries) {
    if (each.concerns == Concerns::office && !desk.whole) continue;
    if (each.concerns == Concerns::handler && desk.person == nullptr) continue;
    DeskCount line{each.name, each.en, "@" + std::string(each.name)};
    if (each.concerns == Concerns::unit && !desk.whole) line.query += " 承办单位:本单位";
    line.count = count_of(context, ledger, line.query);
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

std::optional<base::Period> unpublished_week(ledger::Ledger& ledger, base::Date today) {
  const base::Period week = report::week_period(ledger.schema(), today - 7);
  const auto first = ledger::event_at(ledger.db(), 1);
  const auto opened = base::local_moment(first->event.recorded_at, ledger.utc_offset_minutes());
  if (opened.date >= week.to) return std::nullopt;
  if (ledger::find_published(ledger.db(), "weekly", week)) return std::nullopt;
  return week;
}

Desk look_at_desk(Context& context, ledger::Ledger& ledger) {
  Desk desk{
      .today = context.today(), .ledger_name = ledger.fact("name"), .ledger_file = ledger.path()};
  find_person(context, ledger, desk);
  desk.counts = count_all(context, ledger, desk);
  if (desk.whole) {
    desk.unpublished = unpublished_week(ledger, desk.today);
    desk.missing_year = calendar::missing_year(ledger.calendar(), desk.today);
  }
  return desk;
}

}  // namespace minqing::cli
