// SPDX-License-Identifier: MIT
// Wishes beside the main way: handing back, moving deadlines, putting right, asking and approving,
// papers. See command.hpp.

#pragma once

#include "lib/casework/events_card.hpp"
#include "lib/casework/events_diary.hpp"
#include "lib/casework/events_papers.hpp"
#include "lib/casework/events_request.hpp"
#include "lib/casework/events_time.hpp"
#include "lib/schema/forms.hpp"

namespace minqing::casework {

/// A file whose sealed copy lies beside the ledger already. Each copy has a nonce of its own, so
/// that the request names the content by its keyed digest.
struct FileAttached {
  IssueAttached event;
  std::string content;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("content", self.content);
    visit("name", self.event.name);
    visit("use", self.event.use);
  }
};

/// A wish that holds nothing but words.
struct WordsOnly {
  std::optional<Personal> words;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("words", self.words);
  }
};

struct Accept : WordsOnly {};
struct Recall : WordsOnly {};
struct Resume : WordsOnly {};
struct Unmerge : WordsOnly {};
struct Exclude : WordsOnly {};
struct Instruct : WordsOnly {};

struct HandOver {
  std::string handler;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("handler", self.handler);
    visit("reason", self.reason);
  }
};

struct Return {
  Personal reason;
  bool to_source = false;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("to_source", self.to_source);
  }
};

struct Extend {
  std::optional<base::Date> to;
  std::optional<calendar::Limit> by;        ///< counted from the present deadline
  std::optional<base::Date> source_due_on;  ///< the sender's new deadline, instead of the others
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("by", self.by);
    visit("reason", self.reason);
    visit("source_due_on", self.source_due_on);
    visit("to", self.to);
  }
};

struct Suspend {
  Personal reason;
  std::optional<Personal> plan;
  std::optional<base::Date> review_on;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("plan", self.plan);
    visit("reason", self.reason);
    visit("review_on", self.review_on);
  }
};

struct Amend {
  /// Of each field that was named, old and new. The request is what was typed, so that repeating it
  /// with its key is the same request although the old value is another one by then.
  std::vector<Amendment> changes;
  Personal reason;

  struct Typed {
    std::string field;
    std::int64_t resident = 0;
    std::string value;

    template <class Self, class Visit>
    static void describe(Self& self, Visit&& visit) {
      visit("field", self.field);
      visit("resident", self.resident);
      visit("value", self.value);
    }
  };
  std::vector<Typed> typed() const {
    std::vector<Typed> out;
    for (const Amendment& one : changes) {
      out.push_back({one.field, one.resident.value_or(0),
                     one.personal_after ? one.personal_after->plain : one.after.value_or("")});
    }
    return out;
  }

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    const std::vector<Typed> typed = self.typed();
    visit("changes", typed);
    visit("reason", self.reason);
  }
};

struct Undo {
  std::string transaction;
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("transaction", self.transaction);
  }
};

struct Merge {
  std::string into;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("into", self.into);
    visit("reason", self.reason);
  }
};

/// The answer to a request; without `request` the only open one is meant.
struct Approve {
  std::optional<RequestKind> request;
  std::optional<Personal> words;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("request", self.request);
    visit("words", self.words);
  }
};

struct RefuseRequest {
  std::optional<RequestKind> request;
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("request", self.request);
  }
};

struct Attach {
  FileAttached file;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("file", self.file);
  }
};

/// A number for a paper. Which issues a form is for, its words and its series stand in the text of
/// the schema, which only printing reads: the wish brings along what the rules need of them.
struct IssuePaper {
  std::string form;
  std::string issue;
  base::Text title;
  std::string mark;  ///< with {year} and {number}
  schema::FormNeeds needs = schema::FormNeeds::nothing;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("form", self.form);
    visit("issue", self.issue);
    visit("mark", self.mark);
  }
};

struct Answer {
  std::optional<Personal> words;
  Method method = Method::letter;
  std::vector<FileAttached> files;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("files", self.files);
    visit("method", self.method);
    visit("words", self.words);
  }
};

/// A diary entry; the issues it yielded follow as registrations that name the visit.
struct WriteDiary {
  DiaryEntry entry;
  std::string digest;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("digest", self.digest);
    visit("entry", self.entry);
  }
};

}  // namespace minqing::casework
