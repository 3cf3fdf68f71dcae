// SPDX-License-Identifier: MIT
// Papers of an issue: a leader's instruction, a file, the answer to the body that sent it, a paper
// with a number. Names and fields are stored: DO NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

/// 批示; the leader is the event's `by`.
struct IssueInstructed {
  static constexpr std::string_view kKind = "issue_instructed";
  Personal words;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("words", self.words);
  }
  bool operator==(const IssueInstructed&) const = default;
};

/// 附件: a sealed copy lies beside the ledger; the digest of the sealed bytes is its name there.
struct IssueAttached {
  static constexpr std::string_view kKind = "issue_attached";
  AttachmentUse use = AttachmentUse::document;
  Personal name;          ///< of the file as it came: people name files after residents
  std::string digest;     ///< SHA-256 of the sealed copy, hex
  std::int64_t size = 0;  ///< bytes of the file as it came

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("digest", self.digest);
    visit("name", self.name);
    visit("size", self.size);
    visit("use", self.use);
  }
  bool operator==(const IssueAttached&) const = default;
};

/// 回单: the result told to the body that sent the matter.
struct IssueAnswered {
  static constexpr std::string_view kKind = "issue_answered";
  std::optional<Personal> words;
  Method method = Method::letter;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("method", self.method);
    visit("words", self.words);
  }
  bool operator==(const IssueAnswered&) const = default;
};

/// 印发: a paper got its number. An event of the ledger itself and no step of the issue: a number
/// once given stays given, whatever is undone. What stood on the paper is the issue as it was then.
struct PaperIssued {
  static constexpr std::string_view kKind = "paper_issued";
  std::string form;   ///< id of the schema
  std::string issue;  ///< number
  std::string mark;   ///< 民情交〔2026〕3号
  std::int64_t number = 0;
  base::Text title;  ///< what the form was called
  std::int64_t year = 0;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("form", self.form);
    visit("issue", self.issue);
    visit("mark", self.mark);
    visit("number", self.number);
    visit("title", self.title);
    visit("year", self.year);
  }
  bool operator==(const PaperIssued&) const = default;
};

}  // namespace minqing::casework
