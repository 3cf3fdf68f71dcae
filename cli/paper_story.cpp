// SPDX-License-Identifier: MIT
#include "cli/paper_story.hpp"

namespace minqing::cli {

namespace {

std::string plain(const std::optional<casework::Personal>& text) {
  return text ? text->plain : std::string();
}

/// One overload for each kind that has something to tell.
struct Tell {
  PaperStory& story;
  const casework::Event& event;

  Noted noted(std::string words = {}) const {
    return {event.occurred_at.date, event.by, std::move(words)};
  }

  void operator()(const casework::IssueAssigned&) {
    story.assigned = noted();
    story.extended.reset();
    story.returned.reset();
  }
  void operator()(const casework::DeadlineExtended& data) {
    story.extended = noted(plain(data.reason));
  }
  void operator()(const casework::IssueReturned& data) {
    story.returned = noted(data.reason.plain);
  }
  void operator()(const casework::IssueSuspended& data) {
    story.suspended = noted(data.reason.plain);
  }
  void operator()(const casework::IssueResumed&) { story.suspended.reset(); }
  void operator()(const casework::IssueResolved& data) {
    story.resolved = noted(data.result.plain);
    story.result = data;
  }
  void operator()(const casework::IssueChecked& data) {
    story.checked = noted(plain(data.finding));
  }
  void operator()(const casework::IssueFedBack& data) {
    if (data.to != casework::Recipient::resident) return;
    story.told = noted(plain(data.said));
    story.told_by = data.method;
  }
  void operator()(const casework::IssueCalledBack& data) {
    if (!data.unreached) story.called_back = noted(plain(data.said));
  }
  void operator()(const casework::ProgressNoted& data) {
    if (data.action_taken) story.progress.push_back(noted(data.action_taken->plain));
  }
  void operator()(const casework::IssueInstructed& data) {
    story.instructions.push_back(noted(data.words.plain));
  }
  void operator()(const casework::IssueReopened&) {
    PaperStory next;
    next.progress = std::move(story.progress);
    next.instructions = std::move(story.instructions);
    story = std::move(next);
  }
  template <class Other>
  void operator()(const Other&) {}
};

}  // namespace

PaperStory story_of(const std::vector<ledger::StoredEvent>& events) {
  PaperStory story;
  for (const ledger::StoredEvent& stored : events) {
    std::visit(Tell{story, stored.event}, stored.event.payload);
  }
  return story;
}

}  // namespace minqing::cli
