// SPDX-License-Identifier: MIT
// Events of the field diary (民情日记): an official's note of a day of visits. It is no issue and
// no file on a household: issues that it yielded are registered by themselves and name it; what
// else was said stays sealed under keys of the entry's own. Names and fields are stored: DO NOT
// CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

/// One visit of an entry; at least one of area, household and place is there.
struct DiaryVisit {
  std::optional<std::string> area;    ///< code of the village
  std::optional<Personal> household;  ///< its code or name, as the official calls it
  std::vector<std::string> issues;    ///< numbers of earlier issues that it was about
  Method method = Method::visit;
  std::optional<Personal> place;
  std::optional<Personal> said;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("area", self.area);
    visit("household", self.household);
    visit("issues", self.issues);
    visit("method", self.method);
    visit("place", self.place);
    visit("said", self.said);
  }
  bool operator==(const DiaryVisit&) const = default;
};

/// What an official notes of a day.
struct DiaryEntry {
  std::string official;  ///< whose diary it is
  base::Date day;
  std::optional<std::string> weather;
  std::vector<std::string> companions;  ///< who came along
  std::vector<DiaryVisit> visits;
  std::optional<Personal> remark;  ///< 体会、计划: of the day, not of a visit

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("companions", self.companions);
    visit("day", self.day);
    visit("official", self.official);
    visit("remark", self.remark);
    visit("visits", self.visits);
    visit("weather", self.weather);
  }
  bool operator==(const DiaryEntry&) const = default;
};

struct DiaryWritten {
  static constexpr std::string_view kKind = "diary_written";
  std::string number;  ///< RS2026D00017
  std::string digest;  ///< keyed, of all that was typed: the same entry comes in once
  DiaryEntry entry;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("digest", self.digest);
    visit("entry", self.entry);
    visit("number", self.number);
  }
  bool operator==(const DiaryWritten&) const = default;
};

/// 阅批; the leader is the event's `by`.
struct DiaryReviewed {
  static constexpr std::string_view kKind = "diary_reviewed";
  std::string number;
  Personal words;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("number", self.number);
    visit("words", self.words);
  }
  bool operator==(const DiaryReviewed&) const = default;
};

/// Entered by mistake: stays in the log, counts as no visit. Its issues stay as they are.
struct DiaryVoided {
  static constexpr std::string_view kKind = "diary_voided";
  std::string number;
  Personal reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("number", self.number);
    visit("reason", self.reason);
  }
  bool operator==(const DiaryVoided&) const = default;
};

/// Of which diary entry an event is; empty for all other events.
template <class Event>
std::string entry_number(const Event& event) {
  constexpr bool is_of_diary = std::is_same_v<Event, DiaryWritten> ||
                               std::is_same_v<Event, DiaryReviewed> ||
                               std::is_same_v<Event, DiaryVoided>;
  if constexpr (is_of_diary) {
    return event.number;
  } else {
    return {};
  }
}

}  // namespace minqing::casework
