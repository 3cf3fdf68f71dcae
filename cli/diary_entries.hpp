// SPDX-License-Identifier: MIT
// Diary entries on their way in: read from a text, carried out together with the issues that came
// up. And how they are named: `RS2026D00017`, short `17` or `26D17`.

#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/intake/diary_making.hpp"
#include "lib/intake/diary_text.hpp"

namespace minqing::cli {

/// One entry with the digest by which the same entry is known again.
struct ReadEntry {
  std::vector<casework::Command> commands;
  std::string digest;
};
/// Problems are added, and then the entry is not to be used.
/// `category` is that of issues that name none; empty: each has to.
ReadEntry make_entry(Context& context, ledger::Ledger& ledger, const intake::DiaryWords& words,
                     std::vector<base::Problem>& problems, const std::string& category = {});

/// A remark for each entry just written whose official had one of that day before: it may be the
/// same, changed since, and then its issues are there twice.
void name_entries_of_the_day(Context& context, ledger::Ledger& ledger,
                             const ledger::Outcome& outcome);

/// Opens the ledger for writing, writes the entry of this text, echoes it and its issues. `file`
/// is the name to show. Rejected with every problem.
int write_diary_text(Context& context, const std::string& text, const std::string& file);

/// That a word can only be the number of an entry: `RS2026D00017`, `26D17`.
bool names_entry(std::string_view typed);
/// The full number; Error(not_found), also for what is no number of an entry.
std::string name_entry(Context& context, ledger::Ledger& ledger, const std::string& typed);

}  // namespace minqing::cli
