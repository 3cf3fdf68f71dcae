// SPDX-License-Identifier: MIT
// The figures of a period: plain numbers, and the issues behind each. A function of the issues, the
// schema, the roster (for names and order), the calendar and the period alone; the order in which
// the issues come does not matter. What counts when is said in figures_facts.hpp, the books in
// balance.hpp. No text that a resident gave enters here.
//
// One pass over the issues serves the period and the one before it. Facts are kept for the period
// only, as 16 bytes each, and a number once per issue; nothing grows with the size of the ledger
// but what stands in the books.

#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/calendar/calendar.hpp"
#include "lib/casework/issue.hpp"
#include "lib/casework/roster.hpp"
#include "lib/report/figures_counts.hpp"
#include "lib/report/figures_lists.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

enum class Dimension {
  unit,         ///< who held it; an empty id is the queue (未交办)
  category,     ///< first level
  subcategory,  ///< the category as registered
  channel,
  nature,
  card  ///< the liaison card it came in through; an empty id is none
};
inline constexpr std::size_t kDimensions = 6;
inline constexpr std::size_t index_of(Dimension dimension) {
  return static_cast<std::size_t>(dimension);
}

std::span<const base::Word> words(Dimension);

struct Group {
  std::string id;
  base::Text label;
  std::string parent;  ///< id of the first-level category, for Dimension::subcategory
  Counts now;
  Counts before;
};

/// Working days from hand-over to result.
struct HandlingTime {
  Ratio median;  ///< over two when the number of results is even
  std::int64_t longest = 0;

  bool operator==(const HandlingTime&) const = default;
};

/// A line of the books that does not add up; the figures are then a draft.
struct Unbalanced {
  Dimension dimension;
  std::string id;
  base::Text label;
  std::int64_t difference;  ///< what the movements give beyond the closing
};

struct Figures {
  base::Period period;
  base::Period before;
  /// The day of the question while the period still runs; none when it was over.
  std::optional<base::Date> running_on;
  std::int64_t fairly_weight_percent = 0;
  Counts now;
  Counts earlier;  ///< of the period before
  HandlingTime handling;
  std::vector<OverdueLine> overdue;
  std::vector<ClosedLine> closed;
  std::vector<Unbalanced> unbalanced;  ///< empty when the books balance

  /// In the order of roster and schema, the queue first; groups without any figure are left out.
  const std::vector<Group>& by(Dimension dimension) const { return groups[index_of(dimension)]; }
  /// Null when the group has no figure.
  const Group* find(Dimension dimension, std::string_view id) const;

  struct Fact {
    Metric metric;
    std::uint32_t issue;
    std::uint32_t unit;  ///< position in by(Dimension::unit)
    std::int32_t amount;
  };
  struct Subject {
    std::string number;
    std::array<std::uint32_t, kDimensions> places;  ///< positions in by(); none for the unit
  };
  std::array<std::vector<Group>, kDimensions> groups;
  std::vector<Subject> subjects;
  std::vector<Fact> facts;
};

/// The numbers of the issues behind a figure, ascending; an issue counted twice stands twice.
/// `dimension` and `id` choose one group.
std::vector<std::string> numbers_behind(const Figures& figures, Metric metric);
std::vector<std::string> numbers_behind(const Figures& figures, Metric metric, Dimension dimension,
                                        std::string_view id);

struct FigureQuestion {
  const schema::Schema& schema;
  const casework::Roster& roster;
  const calendar::Calendar& calendar;
  base::Period period;
  /// The period to compare with; without it the one of the same length just before (环比).
  std::optional<base::Period> before = {};
  /// The day on which it is asked: deadlines from that day on have not passed. Without it the
  /// period is over.
  std::optional<base::Date> asked_on = {};
};

/// Whether an issue came in through a liaison card; figures and papers are silent of cards else.
bool has_cards(const Figures& figures);

/// Gives each issue once, at least those that moved, fell due or were open on or after `since`.
using IssueSource =
    std::function<void(base::Date since, const std::function<void(const casework::Issue&)>& act)>;

Figures compute(const FigureQuestion& question, const IssueSource& source);

/// The groups with the most issues received, most first; groups without any are left out. Equal
/// ones keep the order of the schema.
std::vector<const Group*> top_received(const std::vector<Group>& groups, std::size_t most);

}  // namespace minqing::report
