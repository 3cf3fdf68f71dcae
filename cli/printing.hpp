// SPDX-License-Identifier: MIT
// Which papers a command prints: the form, its issues, what was printed before. A paper is numbered
// once for each occasion (casework/paper.hpp); printed again, it says what it said then.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/casework/issue.hpp"
#include "lib/ledger/load.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

/// The form that was typed; Error(usage) with the nearest or all of them.
schema::Form form_named(ledger::Ledger& ledger, const std::string& typed);
/// The purpose that was typed; Error(usage) unless this form is for it.
schema::Purpose purpose_named(const schema::Form& form, const schema::Schema& schema,
                              const std::string& typed);

/// Numbers of the issues: those named, or those that QUERY or the form's own query finds.
struct ChosenIssues {
  std::vector<std::string> numbers;
  bool named = false;  ///< one by one, so that each has to fit
};
ChosenIssues choose_issues(Context& context, ledger::Ledger& ledger, const schema::Form& form,
                           const std::vector<std::string>& words);

/// One paper, or one line of a list.
struct PaperIssue {
  std::string number;
  casework::Issue issue;                    ///< as it is, or as it was when the paper was printed
  std::vector<ledger::StoredEvent> events;  ///< unsealed, those that count
  std::string mark;                         ///< empty: none
  base::Moment issued_at;
  std::int64_t seq = 0;  ///< of the event that gave the number; 0: none
  int notice_no = 1;
  bool again = false;    ///< printed before
  bool amended = false;  ///< since then
};

/// The issues that the form says something true about; the others are named, or an error when they
/// were asked for one by one. What hangs on a wall leaves out whatever is confidential.
std::vector<PaperIssue> load_papers(Context& context, ledger::Ledger& ledger,
                                    const schema::Form& form, const ChosenIssues& chosen);

/// Finds the papers of this form that were numbered already, and sets them back to what they said.
/// With `renew` only the count of earlier ones is taken.
void find_earlier(Context& context, ledger::Ledger& ledger, const schema::Form& form, bool renew,
                  std::vector<PaperIssue>& papers);

}  // namespace minqing::cli
