// SPDX-License-Identifier: MIT
#include "tests/unit/casework/issue_words.hpp"

namespace minqing::casework {

namespace {

class Words {
 public:
  template <class T>
  Words& add(std::string_view name, const T& value) {
    text_ += std::string(name) + '=' + to_json(value) + '\n';
    return *this;
  }
  template <class T>
  Words& add(std::string_view name, const std::optional<T>& value) {
    if (value) return add(name, *value);
    text_ += std::string(name) + " absent\n";
    return *this;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

void add(Words& words, const Assignment& held) {
  words.add("unit", held.unit).add("handler", held.handler).add("co_units", held.co_units);
  words.add("leader", held.leader).add("basis", held.basis).add("rule", held.rule);
  words.add("due", held.due).add("assigned_at", held.assigned_at);
  words.add("signed_at", held.signed_at).add("contacted_at", held.contacted_at);
  words.add("ended_at", held.ended_at).add("ended_by", held.ended_by);
  words.add("extensions", held.extensions);
  for (const DueChange& change : held.due_changes) {
    words.add("changed_at", change.at).add("due_before", change.before);
  }
}

void add(Words& words, const Round& round) {
  words.add("round", round.no).add("opened_at", round.opened_at).add("cause", round.cause);
  words.add("reopened_from_closed", round.reopened_from_closed);
  for (const Assignment& held : round.assignments) add(words, held);
  for (const Pause& pause : round.pauses) {
    words.add("paused", pause.from).add("until", pause.to).add("review", pause.review_on);
  }
  for (const Told& told : round.told) {
    words.add("resident", told.resident).add("told", told.fed_back_at);
    words.add("asked", told.called_back_at).add("said", told.satisfaction);
  }
  words.add("resolved_at", round.resolved_at).add("resolved_by", round.resolved_by);
  words.add("result_kind", round.result_kind).add("result", round.result);
  words.add("checked_at", round.checked_at).add("check_passed", round.check_passed);
  words.add("fed_back_at", round.fed_back_at).add("office_at", round.fed_back_office_at);
  words.add("attempts", round.attempts).add("called_back_at", round.called_back_at);
  words.add("responded", round.responded).add("solved", round.solved);
  words.add("satisfaction", round.satisfaction);
  words.add("closed_at", round.closed_at).add("closed_on", round.closed_on);
}

}  // namespace

std::string in_words(const Issue& issue) {
  Words words;
  words.add("number", issue.number).add("state", issue.state);
  words.add("registered_at", issue.registered_at).add("recorded_at", issue.recorded_at.micros);
  words.add("registered_by", issue.registered_by).add("particulars", issue.particulars);
  words.add("import", issue.import_mark).add("voided_at", issue.voided_at);
  words.add("last_moved_at", issue.last_moved_at).add("last_seq", issue.last_seq);
  words.add("accepted_at", issue.accepted_at).add("excluded_at", issue.excluded_at);
  words.add("answered_at", issue.answered_at).add("merged_into", issue.merged_into);
  words.add("merged_at", issue.merged_at);
  for (const Request& open : issue.requests) {
    words.add("request", open.wish).add("made_at", open.made_at).add("made_by", open.made_by);
  }
  for (const Attachment& file : issue.attachments) {
    words.add("file", file.name).add("digest", file.digest).add("in_round", file.round);
  }
  for (const Round& round : issue.rounds) add(words, round);
  return words.text();
}

}  // namespace minqing::casework
