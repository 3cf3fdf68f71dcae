// SPDX-License-Identifier: MIT
// Events of the ledger itself: opening, roster, rules, calendar, reveals, published reports. Names
// and fields are stored: DO NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

/// The genesis: binds the chain to the ledger's identity.
struct LedgerOpened {
  static constexpr std::string_view kKind = "ledger_opened";
  std::string ledger_id;
  std::string name;
  std::string site;  ///< prefix of numbers: RS
  std::int64_t utc_offset_minutes = 480;
  std::string hash;              ///< "sha256"
  std::optional<bool> practice;  ///< true: to practise with, nothing in it is real

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("hash", self.hash);
    visit("ledger_id", self.ledger_id);
    visit("name", self.name);
    visit("practice", self.practice);
    visit("site", self.site);
    visit("utc_offset_minutes", self.utc_offset_minutes);
  }
  bool operator==(const LedgerOpened&) const = default;
};

/// What an entry of the roster was called before.
struct FormerName {
  std::string name;
  base::Date until;  ///< the last day of the name

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("until", self.until);
  }
  bool operator==(const FormerName&) const = default;
};

/// That an entry is in office no more: a person left, a unit or a village was dissolved. Its id is
/// never given to another.
struct Ended {
  base::Date until;                      ///< the last day in office
  std::optional<std::string> successor;  ///< id of whoever stands in, or of what it became part of

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("successor", self.successor);
    visit("until", self.until);
  }
  bool operator==(const Ended&) const = default;
};

/// A unit that answers for issues (承办单位).
struct Unit {
  std::string id;
  std::string name;
  std::vector<std::string> also;
  std::string kind;
  std::optional<std::string> area;
  std::optional<std::string> phone;    ///< the office's, for everybody to call
  std::optional<std::string> address;  ///< where residents go
  std::optional<Ended> ended;
  std::optional<std::vector<FormerName>> former;  ///< earliest first
  std::optional<std::string> duties;  ///< 工作职能, as it stands on its liaison cards

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("address", self.address);
    visit("also", self.also);
    visit("area", self.area);
    visit("duties", self.duties);
    visit("ended", self.ended);
    visit("former", self.former);
    visit("id", self.id);
    visit("kind", self.kind);
    visit("name", self.name);
    visit("phone", self.phone);
  }
  bool operator==(const Unit&) const = default;
};

/// An official of the roster (never a resident).
struct Person {
  std::string id;
  std::string name;
  std::vector<std::string> also;
  std::optional<std::string> unit;
  std::optional<std::string> post;
  std::optional<std::string> os_user;
  std::optional<std::string> phone;  ///< of the post, for everybody to call
  std::optional<Ended> ended;
  std::optional<std::vector<FormerName>> former;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("also", self.also);
    visit("ended", self.ended);
    visit("former", self.former);
    visit("id", self.id);
    visit("name", self.name);
    visit("os_user", self.os_user);
    visit("phone", self.phone);
    visit("post", self.post);
    visit("unit", self.unit);
  }
  bool operator==(const Person&) const = default;
};

struct Area {
  std::string code;
  std::string name;
  std::vector<std::string> also;
  std::optional<std::string> parent;
  std::string level;
  std::optional<Ended> ended;
  std::optional<std::vector<FormerName>> former;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("also", self.also);
    visit("code", self.code);
    visit("ended", self.ended);
    visit("former", self.former);
    visit("level", self.level);
    visit("name", self.name);
    visit("parent", self.parent);
  }
  bool operator==(const Area&) const = default;
};

/// Entries added or replaced, by id.
struct RosterChanged {
  static constexpr std::string_view kKind = "roster_changed";
  std::vector<Unit> units;
  std::vector<Person> people;
  std::vector<Area> areas;
  std::optional<std::string> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("areas", self.areas);
    visit("people", self.people);
    visit("reason", self.reason);
    visit("units", self.units);
  }
  bool operator==(const RosterChanged&) const = default;
};

struct SchemaApplied {
  static constexpr std::string_view kKind = "schema_applied";
  std::string name;
  std::string digest;  ///< SHA-256 of the text, hex
  std::string text;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("digest", self.digest);
    visit("name", self.name);
    visit("text", self.text);
  }
  bool operator==(const SchemaApplied&) const = default;
};

struct CalendarApplied {
  static constexpr std::string_view kKind = "calendar_applied";
  std::string digest;
  std::string text;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("digest", self.digest);
    visit("text", self.text);
  }
  bool operator==(const CalendarApplied&) const = default;
};

/// Somebody saw what is masked: committed before the first byte is printed.
struct IdentityRevealed {
  static constexpr std::string_view kKind = "identity_revealed";
  std::vector<std::string> issues;
  std::vector<std::string> fields;
  std::optional<std::string> purpose;
  std::optional<std::string> reason;
  std::optional<std::vector<std::string>> entries = {};  ///< of the diary

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("entries", self.entries);
    visit("fields", self.fields);
    visit("issues", self.issues);
    visit("purpose", self.purpose);
    visit("reason", self.reason);
  }
  bool operator==(const IdentityRevealed&) const = default;
};

struct ReportPublished {
  static constexpr std::string_view kKind = "report_published";
  std::string report;  ///< weekly
  std::string mark;    ///< 〔2026〕3号
  std::int64_t year = 0;
  std::int64_t number = 0;
  base::Date from;
  base::Date to;           ///< exclusive
  std::int64_t as_of = 0;  ///< seq of the last event the figures count
  std::string figures_digest;
  std::string file_digest;
  std::string format;
  /// What stands on the paper besides the figures, so that it can be printed again.
  std::optional<std::string> issuer = {};
  std::optional<std::vector<std::string>> next_steps = {};

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("as_of", self.as_of);
    visit("figures_digest", self.figures_digest);
    visit("file_digest", self.file_digest);
    visit("format", self.format);
    visit("from", self.from);
    visit("issuer", self.issuer);
    visit("mark", self.mark);
    visit("next_steps", self.next_steps);
    visit("number", self.number);
    visit("report", self.report);
    visit("to", self.to);
    visit("year", self.year);
  }
  bool operator==(const ReportPublished&) const = default;
};

}  // namespace minqing::casework
