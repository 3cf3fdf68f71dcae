// SPDX-License-Identifier: MIT
#include "lib/intake/recorded.hpp"

namespace minqing::intake {
namespace {

using casework::Command;

/// Whether an event says what a step would say.
struct Says {
  const casework::Event& event;
  const Command& command;

  bool operator()(const casework::SignFor& wish) const {
    const auto* signed_for = as<casework::IssueSignedFor>(event);
    return signed_for && signed_for->handler == wish.handler;
  }
  bool operator()(const casework::NoteProgress& wish) const {
    const auto* noted = as<casework::ProgressNoted>(event);
    if (!noted) return false;
    if (!wish.action_taken) return noted->contacted;
    return noted->action_taken && noted->action_taken->plain == wish.action_taken->plain;
  }
  bool operator()(const casework::Resolve& wish) const {
    const auto* resolved = as<casework::IssueResolved>(event);
    return resolved && resolved->result_kind == wish.result_kind &&
           resolved->result.plain == wish.result.plain &&
           event.occurred_at.date == command.at->date;
  }
  bool operator()(const casework::Extend& wish) const {
    if (const auto* asked = as<casework::RequestMade>(event)) {
      return asked->request == casework::RequestKind::extend && asked->extend_to == wish.to &&
             asked->reason.plain == wish.reason.plain;
    }
    const auto* extended = as<casework::DeadlineExtended>(event);
    return extended && extended->due.due_on == wish.to && extended->reason &&
           extended->reason->plain == wish.reason.plain;
  }
  bool operator()(const casework::Return& wish) const {
    if (const auto* asked = as<casework::RequestMade>(event)) {
      return asked->request == casework::RequestKind::returned &&
             asked->reason.plain == wish.reason.plain;
    }
    const auto* returned = as<casework::IssueReturned>(event);
    return returned && returned->reason.plain == wish.reason.plain;
  }
  bool operator()(const casework::Assign& wish) const {
    const auto* assigned = as<casework::IssueAssigned>(event);
    return assigned && assigned->unit == wish.unit;
  }
  bool operator()(const casework::FeedBack&) const {
    return as<casework::IssueFedBack>(event) && event.occurred_at.date == command.at->date;
  }
  bool operator()(const casework::CallBack& wish) const {
    const auto* called = as<casework::IssueCalledBack>(event);
    return called && called->satisfaction == wish.satisfaction;
  }
  bool operator()(const casework::Close&) const {
    return as<casework::IssueClosed>(event) != nullptr;
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

}  // namespace

bool is_recorded(const casework::Event& event, const Command& command) {
  return std::visit(Says{event, command}, command.wish);
}

}  // namespace minqing::intake
