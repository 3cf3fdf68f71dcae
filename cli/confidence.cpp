// SPDX-License-Identifier: MIT
#include "cli/confidence.hpp"

#include "lib/casework/accusation.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace minqing::cli {

namespace {

std::vector<std::string> readers_of(Context& context) {
  try {
    const Actor actor = context.actor();
    return {actor.typed_by, actor.done_by};
  } catch (const base::Error&) {
    return {};  // a stranger to the roster may look
  }
}

bool is_kept(const casework::Roster& roster, const casework::Issue& issue,
             const std::vector<std::string>& readers) {
  const casework::Subject subject(roster, issue);
  return std::any_of(readers.begin(), readers.end(),
                     [&](const std::string& person) { return subject.bars_reader(person); });
}

bool is_kept(ledger::Ledger& ledger, const ledger::ListedIssue& issue,
             const std::vector<std::string>& readers) {
  if (!issue.confidential) return false;
  const auto whole = ledger::load_to_decide(ledger, issue.id);
  return whole && is_kept(ledger.roster(), *whole, readers);
}

std::string placeholder(Context& context) {
  return context.in_lang(base::text("〔保密〕", "[confidential]"));
}

void hide(Context& context, ledger::ListedIssue& issue) {
  issue.title.clear();
  issue.content = placeholder(context);
}

}  // namespace

std::vector<ledger::ListedIssue> select_for_caller(Context& context, ledger::Ledger& ledger,
                                                   const casework::Selection& selection,
                                                   const ledger::SelectOptions& options) {
  auto issues = ledger::select(ledger, selection, options);
  if (!selection.words.empty()) {
    leave_out_kept(context, ledger, issues);
    return issues;
  }
  const std::vector<std::string> readers = readers_of(context);
  if (readers.empty() || !options.with_text) return issues;
  for (ledger::ListedIssue& issue : issues) {
    if (is_kept(ledger, issue, readers)) hide(context, issue);
  }
  return issues;
}

void hide_from_unit(Context& context, ledger::Ledger& ledger, const std::string& unit,
                    std::vector<ledger::ListedIssue>& issues) {
  for (ledger::ListedIssue& issue : issues) {
    if (!issue.confidential) continue;
    const auto whole = ledger::load_to_decide(ledger, issue.id);
    if (whole && casework::Subject(ledger.roster(), *whole).bars_unit(unit)) hide(context, issue);
  }
}

bool is_kept_from_caller(Context& context, ledger::Ledger& ledger, const casework::Issue& issue) {
  return is_kept(ledger.roster(), issue, readers_of(context));
}

bool is_kept_from_caller(Context& context, ledger::Ledger& ledger, std::int64_t issue) {
  const auto whole = ledger::load_to_decide(ledger, issue);
  return whole && is_kept_from_caller(context, ledger, *whole);
}

void leave_out_kept(Context& context, ledger::Ledger& ledger,
                    std::vector<ledger::ListedIssue>& issues) {
  const std::vector<std::string> readers = readers_of(context);
  if (readers.empty()) return;
  std::erase_if(issues, [&](const auto& issue) { return is_kept(ledger, issue, readers); });
}

void hide_confidential(Context& context, const casework::Roster& roster,
                       std::vector<ledger::StoredEvent>& events) {
  const std::vector<std::string> readers = readers_of(context);
  if (readers.empty()) return;
  std::map<std::string, std::vector<ledger::StoredEvent>> issues;
  for (const auto& stored : events) {
    if (!stored.event.issue.empty()) issues[stored.event.issue].push_back(stored);
  }
  std::erase_if(issues, [&](const auto& one) {
    return !is_kept(roster, *ledger::fold_stored(one.second), readers);
  });
  if (issues.empty()) return;
  // Of a resident nothing is left: a placeholder for a name would be masked like one.
  const auto hide = [words = placeholder(context)](std::string_view field,
                                                   casework::Personal& text) {
    const bool identity = field == "name" || field == "phone" || field == "address";
    text.plain = identity ? std::string() : words;
  };
  for (auto& stored : events) {
    if (!issues.contains(stored.event.issue)) continue;
    std::visit([&](auto& data) { for_each_personal(data, hide); }, stored.event.payload);
  }
}

}  // namespace minqing::cli
