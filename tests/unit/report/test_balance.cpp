// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <map>
#include <random>

#include "lib/report/canonical.hpp"
#include "tests/unit/report/random_histories.hpp"
#include "tests/unit/report/sample_issues.hpp"

using namespace minqing;
using namespace minqing::report;
using M = Metric;

namespace {

const base::Period kAutumn = {day("2026-09-07"), day("2026-12-07")};

std::vector<casework::Issue> issues_before(const std::vector<History>& histories, base::Date when) {
  std::vector<casework::Issue> out;
  for (const History& history : histories) {
    if (auto issue = folded_before(history, when)) out.push_back(std::move(*issue));
  }
  return out;
}

std::vector<Figures> weekly_figures(const std::vector<casework::Issue>& issues) {
  std::vector<Figures> out;
  for (base::Date from = kAutumn.from; from < kAutumn.to; from = from + 7) {
    out.push_back(figures_of(issues, {from, from + 7}));
  }
  return out;
}

std::map<std::string, std::int64_t> standing(const Figures& figures, Dimension dimension,
                                             Metric metric) {
  std::map<std::string, std::int64_t> out;
  for (const Group& group : figures.by(dimension)) {
    if (group.now[metric] != 0) out[group.id] = group.now[metric];
  }
  return out;
}

/// Each round keeps its last feedback and call-back only, so these may differ from what was seen
/// in an earlier week.
Counts without_call_backs(const Counts& counts) {
  Counts out;
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (metric < M::callback_due || metric > M::very_dissatisfied) out.add(metric, counts[metric]);
  }
  return out;
}

void check_sums(const Figures& figures) {
  const Counts& now = figures.now;
  CHECK(now[M::due_count] == now[M::on_time] + now[M::late] + now[M::overdue]);
  CHECK(now[M::moved_in] == now[M::moved_out]);
  CHECK(now[M::closed] == now[M::closed_satisfied] + now[M::closed_explained] +
                              now[M::closed_unreached] + now[M::closed_concluded] +
                              now[M::closed_withdrawn]);
  CHECK(now[M::rated] == now[M::very_satisfied] + now[M::satisfied] + now[M::fairly_satisfied] +
                             now[M::dissatisfied] + now[M::very_dissatisfied]);
  CHECK(now[M::signed_in_time] <= now[M::sign_due]);
  CHECK(now[M::called_back] <= now[M::callback_due]);
  CHECK(now[M::overdue] <= now[M::overdue_at_end]);
  CHECK(static_cast<std::int64_t>(figures.overdue.size()) == now[M::overdue_at_end]);
  CHECK(static_cast<std::int64_t>(figures.closed.size()) == now[M::closed]);
  for (std::size_t d = 0; d < kDimensions; ++d) {
    Counts sum;
    for (const Group& group : figures.by(static_cast<Dimension>(d))) {
      for (std::size_t i = 0; i < kMetrics; ++i) {
        sum.add(static_cast<Metric>(i), group.now[static_cast<Metric>(i)]);
      }
    }
    CHECK(sum == now);
  }
}

}  // namespace

TEST_CASE("the books of consecutive weeks balance and join, whatever happened") {
  for (const bool same_unit : {true, false}) {
    schema::Schema schema = sample_schema();
    schema.redo.same_unit = same_unit;
    schema.guards.callback_attempts = 2;
    schema.requests.suspend = schema.requests.returned = false;
    const auto histories = random_histories(schema, 300, kAutumn, same_unit ? 20261122 : 7);
    const auto weeks = weekly_figures(issues_before(histories, kAutumn.to));
    Counts seen;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      INFO("week from " << base::to_string(weeks[i].period.from) << ", same unit " << same_unit);
      CHECK(weeks[i].unbalanced.empty());
      CHECK(imbalance(weeks[i].now) == 0);
      check_sums(weeks[i]);
      for (std::size_t m = 0; m < kMetrics; ++m) {
        seen.add(static_cast<Metric>(m), weeks[i].now[static_cast<Metric>(m)]);
      }
      if (i == 0) continue;
      CHECK(weeks[i].earlier == weeks[i - 1].now);
      for (const Dimension dimension : {Dimension::unit, Dimension::category}) {
        CHECK(standing(weeks[i], dimension, M::opening) ==
              standing(weeks[i - 1], dimension, M::closing));
      }
    }
    // The test says something only if everything happened.
    for (std::size_t m = 0; m < kMetrics; ++m) {
      if (static_cast<Metric>(m) == M::sign_missing) continue;
      INFO(words(Metric{})[m].id);
      CHECK(seen[static_cast<Metric>(m)] > 0);
    }
    CHECK(weeks.front().now[M::opening] == 0);
  }
}

TEST_CASE("a past week keeps its figures, whatever happens later") {
  const auto histories = random_histories(sample_schema(), 200, kAutumn, 20260907);
  const auto weeks = weekly_figures(issues_before(histories, kAutumn.to));
  for (const Figures& later : weeks) {
    const Figures then = figures_of(issues_before(histories, later.period.to), later.period);
    INFO("week from " << base::to_string(later.period.from));
    CHECK(without_call_backs(then.now) == without_call_backs(later.now));
    CHECK(numbers_behind(then, M::overdue_at_end) == numbers_behind(later, M::overdue_at_end));
  }
}

TEST_CASE("the order in which the issues come leaves no trace") {
  auto issues = issues_before(random_histories(sample_schema(), 150, kAutumn, 3), kAutumn.to);
  const std::string digest = figures_digest(figures_of(issues));
  const std::string canonical = canonical_figures(figures_of(issues)).dump();
  std::mt19937 engine(11);
  for (int i = 0; i < 3; ++i) {
    for (std::size_t k = issues.size() - 1; k > 0; --k) {
      std::swap(issues[k], issues[engine() % (k + 1)]);
    }
    const Figures shuffled = figures_of(issues);
    CHECK(canonical_figures(shuffled).dump() == canonical);
    CHECK(figures_digest(shuffled) == digest);
    CHECK(numbers_behind(shuffled, M::closing) == numbers_behind(figures_of(issues), M::closing));
  }
}
