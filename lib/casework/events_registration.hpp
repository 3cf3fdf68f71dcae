// SPDX-License-Identifier: MIT
// Events of registration. Names and fields are stored: DO NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

/// One resident of a matter (a matter may have several), sealed under a key of its own.
struct Resident {
  bool anonymous = false;
  std::optional<Personal> name;
  std::optional<Personal> phone;
  std::optional<Personal> address;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("address", self.address);
    visit("anonymous", self.anonymous);
    visit("name", self.name);
    visit("phone", self.phone);
  }
  bool operator==(const Resident&) const = default;
};

/// Where an imported issue comes from. Keys are keyed digests of the row, so that an old file
/// cannot bring a person back after erasure.
struct ImportMark {
  std::string batch;
  std::string row_key;
  std::string row_digest;
  std::string place;  ///< sheet and row, without the file's path

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("batch", self.batch);
    visit("place", self.place);
    visit("row_digest", self.row_digest);
    visit("row_key", self.row_key);
  }
  bool operator==(const ImportMark&) const = default;
};

/// What is known of a matter when it is registered; the glossary's fields (§3).
struct Particulars {
  std::string channel;
  std::string nature;
  std::string category;
  Urgency urgency = Urgency::normal;
  bool confidential = false;
  std::optional<std::string> area;  ///< code of the village
  std::optional<std::string> village_group;
  std::optional<std::string> grid;
  std::optional<Personal> location;
  std::optional<std::int64_t> people_count;
  std::optional<std::string> source;
  std::optional<std::string> source_no;
  std::optional<base::Date> source_due_on;
  std::optional<std::string> campaign;
  std::optional<std::string> card;
  std::optional<std::string> diary_entry;   ///< number of the entry in which it came up
  std::optional<std::int64_t> diary_visit;  ///< and in which of its visits, from 1
  std::optional<std::string> registrar;
  std::vector<Resident> residents;
  std::optional<Personal> title;
  Personal content;
  std::optional<Personal> remark;
  std::map<std::string, std::string> extra;
  std::map<std::string, Personal> extra_personal;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("area", self.area);
    visit("campaign", self.campaign);
    visit("card", self.card);
    visit("category", self.category);
    visit("channel", self.channel);
    visit("confidential", self.confidential);
    visit("content", self.content);
    visit("diary_entry", self.diary_entry);
    visit("diary_visit", self.diary_visit);
    visit("extra", self.extra);
    visit("extra_personal", self.extra_personal);
    visit("grid", self.grid);
    visit("location", self.location);
    visit("nature", self.nature);
    visit("people_count", self.people_count);
    visit("registrar", self.registrar);
    visit("remark", self.remark);
    visit("residents", self.residents);
    visit("source", self.source);
    visit("source_due_on", self.source_due_on);
    visit("source_no", self.source_no);
    visit("title", self.title);
    visit("urgency", self.urgency);
    visit("village_group", self.village_group);
  }
  bool operator==(const Particulars&) const = default;
};

struct IssueRegistered {
  static constexpr std::string_view kKind = "issue_registered";
  Particulars particulars;
  std::optional<ImportMark> import_mark;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("import", self.import_mark);
    visit("issue", self.particulars);
  }
  bool operator==(const IssueRegistered&) const = default;
};

/// Entered by mistake: stays in the log, leaves the statistics.
struct IssueVoided {
  static constexpr std::string_view kKind = "issue_voided";
  Personal reason;
  std::optional<std::string> same_as;  ///< the issue that holds the same matter

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("reason", self.reason);
    visit("same_as", self.same_as);
  }
  bool operator==(const IssueVoided&) const = default;
};

}  // namespace minqing::casework
