// SPDX-License-Identifier: MIT
// floor_window LEDGER DAY: the plain SQL behind a weekly report. The issues that moved or fell due
// since DAY or are still open, found by the indexes, with their rounds and hand-overs; prints how
// many rows of each there are.

#include "tests/bench/floor_store.hpp"

#include <cstdio>
#include <string>

namespace {

constexpr std::string_view kWindow = R"sql(
WITH chosen (id) AS MATERIALIZED (
  SELECT id FROM issue WHERE last_moved_at >= ?1
  UNION SELECT id FROM issue WHERE last_due_on >= ?1
  UNION SELECT id FROM issue WHERE state IN ('registered', 'assigned', 'signed_for', 'in_progress',
    'resolved', 'checked', 'fed_back', 'called_back', 'reopened'))
)sql";

constexpr std::string_view kIssues =
    "SELECT i.id, i.number, i.state, i.registered_at, i.recorded_at, i.channel, i.nature, "
    "i.category, i.urgency, i.confidential, i.area, i.source, i.voided_at, i.last_moved_at, "
    "i.last_seq FROM chosen c JOIN issue i ON i.id = c.id";
constexpr std::string_view kRounds =
    "SELECT r.no, r.opened_at, r.cause, r.from_closed, r.resolved_at, r.resolved_by, "
    "r.result_kind, r.checked_at, r.fed_back_at, r.called_back_at, r.satisfaction, r.closed_at, "
    "r.closed_on FROM chosen c JOIN round r ON r.issue = c.id";
constexpr std::string_view kAssignments =
    "SELECT a.round, a.unit, a.due_on, a.assigned_at, a.signed_at, a.ended_at, a.ended_by "
    "FROM chosen c JOIN assignment a ON a.issue = c.id";

std::int64_t count_rows(minqing::bench::Store& store, std::string_view select,
                        std::string_view day) {
  minqing::bench::Query rows(store, std::string(kWindow) + std::string(select));
  rows.bind(1, day);
  std::int64_t count = 0;
  for (; rows.step(); ++count) rows.touch_row();
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  using minqing::bench::Store;
  if (argc != 3) {
    std::fprintf(stderr, "usage: floor_window LEDGER DAY\n");
    return 2;
  }
  Store store(argv[1], Store::Access::read);
  store.execute("BEGIN");
  for (std::string_view select : {kIssues, kRounds, kAssignments}) {
    std::printf("%lld\n", static_cast<long long>(count_rows(store, select, argv[2])));
  }
  return 0;
}
