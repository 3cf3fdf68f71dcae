// SPDX-License-Identifier: MIT
// The rules of the trade: may this command happen to this issue now, and which events follow? Pure
// functions over values; every rule is tested here without a database.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/calendar/calendar.hpp"
#include "lib/casework/command.hpp"
#include "lib/casework/issue.hpp"
#include "lib/casework/roster.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::casework {

/// The calendar of the rules: at hand, or read when a rule first asks for it, since most commands
/// count no days.
class CalendarInForce {
 public:
  CalendarInForce(const calendar::Calendar& calendar)
      : read_([&calendar]() -> auto& { return calendar; }) {}
  explicit CalendarInForce(std::function<const calendar::Calendar&()> read)
      : read_(std::move(read)) {}
  operator const calendar::Calendar&() const { return read_(); }

 private:
  std::function<const calendar::Calendar&()> read_;
};

/// The policy in force.
struct Rules {
  const schema::Schema& schema;
  CalendarInForce calendar;
  const Roster& roster;
};

/// Who wishes, and when. `at` is the claimed business time, `now` the machine's wall clock.
struct Circumstances {
  std::string actor;
  std::string by;
  base::Moment at;
  base::Moment now;
  bool imported = false;  ///< guards of order hold, guards of backdating do not
};

/// One transaction of an issue's past, for undoing.
struct PastStep {
  std::string transaction;
  std::vector<std::string_view> kinds;
  std::string by;
  base::Moment recorded;  ///< on the ledger's clock
  bool counts = true;     ///< not undone already
};

/// Another issue that was merged into this one.
struct MergedIssue {
  std::string number;
  bool told = false;  ///< its resident knows the result
};

/// An id of the schema that issues bear.
struct WordInUse {
  std::string_view field;  ///< category, nature, channel or source
  std::string id;
  std::int64_t issues = 0;
  std::string example;  ///< number of the first of them
};

/// A diary entry as rules about it see it.
struct KnownEntry {
  std::string official;
  bool voided = false;
};

/// A liaison card as rules about it see it.
struct KnownCard {
  std::string no;
  std::string official;
  std::optional<base::Date> recalled_on;
};

/// What `decide` has to know besides the issue itself.
struct Books {
  std::string site;                          ///< prefix of numbers
  std::int64_t next_number = 1;              ///< for the year of `at`
  std::optional<std::string> source_holder;  ///< issue that already has this source and source_no
  std::optional<std::string> row_holder;     ///< issue that already has this import row key
  std::string row_digest;                    ///< and the digest of the row as it was
  const Issue* other = nullptr;              ///< Merge: the issue to merge into
  std::vector<PastStep> past;                ///< Undo: oldest first
  std::vector<MergedIssue> merged;           ///< Close, CallBack: what was merged into it
  std::vector<Issue> concerned;              ///< issues that a wish about the ledger names
  std::vector<WordInUse> in_use;             ///< SchemaApplied: ids that must not be lost
  std::int64_t next_paper = 1;               ///< IssuePaper: of its form, for the year of `at`
  std::int64_t next_entry = 1;               ///< WriteDiary: for the year of its day
  std::optional<std::string> same_entry;     ///< WriteDiary: the entry that says the same
  std::string last_entry;                    ///< Register: what the order wrote before it
  std::optional<KnownEntry> entry;           ///< DiaryReviewed, DiaryVoided
  std::int64_t next_card = 1;                ///< CardGiven without a number
  std::optional<KnownCard> card;             ///< that the wish names by its number
  std::optional<std::string> same_card;      ///< CardGiven: of this official in this household
};

struct Refusal {
  base::Exit exit = base::Exit::conflict;
  base::Text reason;
  base::Text way_out;
};

/// Exactly one of: events, a refusal, or `already` (an imported row that is in the ledger).
struct Verdict {
  std::vector<Payload> events;
  std::optional<Refusal> refusal;
  std::optional<std::string> already;  ///< the issue that holds the row
  bool row_changed = false;            ///< the row differs from what was imported
};

/// `issue` is null for Register and for commands about the ledger itself.
Verdict decide(const Rules& rules, const Issue* issue, const Books& books, const Command& command,
               const Circumstances& circumstances);

/// Ids of the commands that the rules allow next, in the order of the workflow (`assign`, `sign`
/// …).
std::vector<std::string_view> allowed_steps(const schema::Schema& schema, const Issue& issue);

/// Ids of the steps that an older ledger may tell of next: as far on the way as it says, since
/// steps that left no trace in it are not invented.
std::vector<std::string_view> testified_steps(const Issue& issue);

/// Ids of the commands that may be given besides: corrections, requests, papers.
std::vector<std::string_view> further_steps(const schema::Schema& schema, const Issue& issue);

/// The deadline of an open round under another calendar: what was provisional and is derived from a
/// limit comes out anew, everything else stays. Nothing when it stays.
std::optional<DueBy> due_under(const schema::Schema& schema, const calendar::Calendar& calendar,
                               const Issue& issue);

/// What a step is called: 签收 / sign.
base::Text step_label(std::string_view step);

/// `RS2026-00017`.
std::string make_number(const std::string& site, int year, std::int64_t counter, int width);
/// `LK00017`: of a liaison card that came without a number.
std::string make_card_number(std::int64_t counter, int width);
/// `RS2026D00017`: of a diary entry; without a hyphen, so that none is taken for an issue.
std::string make_entry_number(const std::string& site, int year, std::int64_t counter, int width);

}  // namespace minqing::casework
