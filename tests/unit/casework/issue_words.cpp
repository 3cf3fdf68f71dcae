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
}

void add(Words& words, const Round& round) {
  words.add("round", round.no).add("opened_at", round.opened_at).add("cause", round.cause);
  words.add("reopened_from_closed", round.reopened_from_closed);
  for (const Assignment& held : round.assignments) add(words, held);
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
  for (const Round& round : issue.rounds) add(words, round);
  return words.text();
}

}  // namespace minqing::casework
