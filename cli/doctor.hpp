// SPDX-License-Identifier: MIT
// What an IT person wants to know of an installation and of a ledger before anything goes wrong.
// Looks and never writes; what it says names officials by the ids of the roster and residents not
// at all, because it goes into mails of cron.

#pragma once

#include <vector>

#include "cli/context.hpp"
#include "lib/base/word.hpp"

namespace minqing::cli {

enum class Verdict { fine, notice, fault };

struct Examined {
  std::string_view check;  ///< id of one of doctor_checks()
  Verdict verdict = Verdict::fine;
  base::Text what;
  base::Text way_out = {};  ///< what to do; empty when nothing is
};
using Examination = std::vector<Examined>;

/// The names of all checks, in the order in which they are made.
std::span<const base::Word> doctor_checks();

/// The program, the files, the disk. `ledger` is null when it cannot be opened.
void examine_machine(Context& context, const ledger::Location& location, ledger::Ledger* ledger,
                     Examination& out);
/// What the ledger knows: calendar, roster, open issues, bulletin.
void examine_books(Context& context, ledger::Ledger& ledger, Examination& out);

}  // namespace minqing::cli
