// SPDX-License-Identifier: MIT
#include "lib/casework/command.hpp"

namespace minqing::casework {

namespace {

// Names in the digest of a request, which another version of the program has to find again.
std::string_view name_of(const Register&) { return "register"; }
std::string_view name_of(const Assign&) { return "assign"; }
std::string_view name_of(const SignFor&) { return "sign_for"; }
std::string_view name_of(const NoteProgress&) { return "note_progress"; }
std::string_view name_of(const Resolve&) { return "resolve"; }
std::string_view name_of(const Check&) { return "check"; }
std::string_view name_of(const FeedBack&) { return "feed_back"; }
std::string_view name_of(const CallBack&) { return "call_back"; }
std::string_view name_of(const Close&) { return "close"; }
std::string_view name_of(const Reopen&) { return "reopen"; }
std::string_view name_of(const Void&) { return "void"; }
std::string_view name_of(const Accept&) { return "accept"; }
std::string_view name_of(const Return&) { return "return"; }
std::string_view name_of(const Recall&) { return "recall"; }
std::string_view name_of(const Extend&) { return "extend"; }
std::string_view name_of(const Suspend&) { return "suspend"; }
std::string_view name_of(const Resume&) { return "resume"; }
std::string_view name_of(const Amend&) { return "amend"; }
std::string_view name_of(const Undo&) { return "undo"; }
std::string_view name_of(const Merge&) { return "merge"; }
std::string_view name_of(const Unmerge&) { return "unmerge"; }
std::string_view name_of(const Exclude&) { return "exclude"; }
std::string_view name_of(const Approve&) { return "approve"; }
std::string_view name_of(const RefuseRequest&) { return "refuse_request"; }
std::string_view name_of(const Instruct&) { return "instruct"; }
std::string_view name_of(const Attach&) { return "attach"; }
std::string_view name_of(const Answer&) { return "answer"; }
std::string_view name_of(const HandOver&) { return "hand_over"; }
std::string_view name_of(const IssuePaper&) { return "issue_paper"; }
std::string_view name_of(const WriteDiary&) { return "write_diary"; }
/// What is wished for as it will stand is named like its event.
template <class Event>
std::string_view name_of(const Event&) {
  return Event::kKind;
}

}  // namespace

std::string describe_command(const Command& command) {
  base::JsonWriter out;
  Encoder field{out};
  out.begin_object();
  field("at", command.at);
  field("by", command.by);
  field("issue", command.issue);
  std::visit(
      [&](const auto& wish) {
        field("kind", std::string(name_of(wish)));
        field("wish", wish);
      },
      command.wish);
  out.end_object();
  return out.take();
}

}  // namespace minqing::casework
