// SPDX-License-Identifier: MIT
// One issue going through its life, without a ledger: a wish is decided, and what follows is folded
// at once. Rules are those of the shipped township preset unless a test changes them. All persons
// are invented.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/decide.hpp"

namespace minqing::casework {

const schema::Schema& township();
const calendar::Calendar& shipped_calendar();
/// Units and areas of the preset, and four officials.
const Roster& office();

/// Officials: who registers, who handles at the water station, who checks and calls back.
inline constexpr const char* kClerk = "liu_wen";
inline constexpr const char* kHandler = "chen_ping";
inline constexpr const char* kChecker = "zhao_min";

inline constexpr const char* kHotWaterVillage = "431026102200";  ///< 热水村

base::Moment moment(std::string_view text);
base::Date day(std::string_view text);

/// A complete registration: a request for help about the water supply.
Register water_matter();

class Story {
 public:
  explicit Story(const schema::Schema& schema = township()) : schema_(&schema) {}

  /// Business time of what follows; the machine's clock says the same unless `now` is given.
  Story& at(std::string_view time, std::string_view now = {});
  Story& by(std::string_view person);
  Story& imported(bool yes = true);
  Story& under(const schema::Schema& schema);

  Verdict ask(const Wish& wish) const;
  /// Requires that the wish is allowed, folds its events and returns them.
  std::vector<Payload> tell(const Wish& wish);
  /// Tells a registration, an automatic assignment … up to `state`, a working hour apart, from
  /// Monday 2026-11-16 09:00 on. The result is `kind`.
  Story& reach(State state, ResultKind kind = ResultKind::solved);

  const Issue& issue() const { return *issue_; }
  Issue& issue() { return *issue_; }
  const std::vector<Event>& events() const { return events_; }
  Books books;

 private:
  Story& next_hour();

  const schema::Schema* schema_;
  std::optional<Issue> issue_;
  std::vector<Event> events_;
  std::string by_ = kClerk;
  base::Moment at_ = moment("2026-11-16T09:00:00");
  base::Moment now_ = at_;
  bool imported_ = false;
};

/// `refused conflict: reason`, `already RS2026-00001`, or the kinds of the events: a verdict in a
/// line, for tables and failure messages.
std::string in_words(const Verdict& verdict);

}  // namespace minqing::casework
