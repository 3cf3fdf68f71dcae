// SPDX-License-Identifier: MIT
#include "lib/casework/paper.hpp"

namespace minqing::casework {

namespace {

using base::text;
using schema::FormNeeds;

constexpr std::string_view kAccusation = "accusation";

/// The hand-over that a paper can be about: it lasts, or lasted until the result.
const Assignment* held(const Issue& issue) {
  const Assignment* last = issue.assignment();
  if (last == nullptr || !last->ended_at || last->ended_by == "resolved") return last;
  return nullptr;
}

bool is_unfinished(const Issue& issue) {
  const Assignment* last = issue.assignment();
  return last != nullptr && !last->ended_at && issue.state != State::suspended;
}

bool is_declined(const Issue& issue) {
  return issue.round().resolved_at && issue.round().result_kind == ResultKind::declined;
}

bool is_same_holding(const Issue& then, const Issue& now) {
  const Assignment* a = then.assignment();
  const Assignment* b = now.assignment();
  return a != nullptr && b != nullptr && a->unit == b->unit && a->assigned_at == b->assigned_at;
}

}  // namespace

std::optional<base::Text> why_no_occasion(FormNeeds needs, const Issue& issue,
                                          const schema::Steps& steps) {
  if (issue.voided_at) return text("已作废", "it is void");
  switch (needs) {
    case FormNeeds::nothing:
      break;
    case FormNeeds::accepted:
      if (is_declined(issue)) return text("不予受理", "it was declined");
      if (steps.accept && !issue.accepted_at) return text("还没有受理", "it is not accepted yet");
      break;
    case FormNeeds::assigned:
      if (held(issue) == nullptr) return text("没有交办给哪个单位", "no unit has it");
      break;
    case FormNeeds::unfinished:
      if (!is_unfinished(issue)) return text("没有单位正在办理", "no unit is at work on it");
      break;
    case FormNeeds::extended:
      if (held(issue) == nullptr || held(issue)->extensions == 0) {
        return text("没有延期", "its deadline was not extended");
      }
      break;
    case FormNeeds::resolved:
      if (!issue.round().resolved_at) return text("还没有办理结果", "it has no result yet");
      break;
  }
  return std::nullopt;
}

bool is_same_occasion(FormNeeds needs, const Issue& then, const Issue& now) {
  if (needs == FormNeeds::nothing || needs == FormNeeds::accepted) return true;
  if (then.round().no != now.round().no) return false;
  if (needs == FormNeeds::resolved) return then.round().resolved_at == now.round().resolved_at;
  if (!is_same_holding(then, now)) return false;
  return needs == FormNeeds::assigned ||
         then.assignment()->due.due_on == now.assignment()->due.due_on;
}

bool hides_identity(const Issue& issue) {
  return issue.particulars.confidential || issue.particulars.nature == kAccusation;
}

}  // namespace minqing::casework
