// SPDX-License-Identifier: MIT
// A calendar that takes the place of the ledger's: recorded whole, and with it a new deadline for
// each issue whose provisional one comes out otherwise. Deadlines that were firm stay as they were
// told.

#pragma once

#include "cli/context.hpp"
#include "lib/calendar/calendar.hpp"
#include "lib/ledger/carry_out.hpp"

namespace minqing::cli {

/// Writes both in one transaction, with the caller's --at, --key and --dry-run. `calendar` differs
/// from the one in force.
ledger::Outcome apply_calendar(Context& context, ledger::Ledger& ledger,
                               const calendar::Calendar& calendar);

/// The line for a command that would change nothing.
void say_calendar_stays(Context& context, const calendar::Calendar& calendar);

}  // namespace minqing::cli
