// SPDX-License-Identifier: MIT
// The desk of the person who is at work: how many issues wait in each of the saved queries that
// concern this person, and what else is missing. Who runs the ledger (the schema's default unit),
// who may approve and whom the roster does not know sees the whole ledger; everybody else what the
// own unit handles. Counted without unsealing anything.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.hpp"

namespace minqing::cli {

/// One saved query and how many it finds now.
struct DeskCount {
  std::string_view zh;  ///< name of the saved query, without @
  std::string_view en;  ///< what waits
  std::string query;    ///< as it is typed after `list`
  std::int64_t count = 0;
};

struct Desk {
  base::Date today;
  std::string ledger_name;
  std::string ledger_file;
  const casework::Person* person = nullptr;  ///< null when the roster does not know who it is
  const casework::Unit* unit = nullptr;
  bool whole = true;  ///< the whole ledger, not only the own unit
  std::vector<DeskCount> counts;
  std::optional<base::Period> unpublished;  ///< last week, while its report is not published
  std::optional<int> missing_year;          ///< a year that the calendar should know by now
};

/// Of the open ledger; the pointers live as long as it is open.
Desk look_at_desk(Context& context, ledger::Ledger& ledger);

/// The week before this one, unless its bulletin was published or the ledger is younger.
std::optional<base::Period> unpublished_week(ledger::Ledger& ledger, base::Date today);

/// Opens the ledger and prints the desk: `today`, and bare `minqing` on a terminal.
int show_desk(Context& context);

}  // namespace minqing::cli
