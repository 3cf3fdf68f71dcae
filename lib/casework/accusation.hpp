// SPDX-License-Identifier: MIT
// Whom a matter is about (被反映人), and who is therefore kept from it. An accusation, like any
// other matter kept confidential, is neither handed nor shown to the unit or the official it names
// (信访工作条例 art. 30 and 46; domain §6.2); the unit of a named official counts as named, because
// what reaches a small station reaches its head. Of any other matter, the named official is not the
// handler.
//
// `subject_of_report` is free text, such as `热水镇水务站站长王庆生`: it is searched for names and
// further spellings of the roster. Of namesakes all count unless the text names the unit of one:
// to keep one too many from a matter harms nobody. A title alone (`王站长`) names no person.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/issue.hpp"
#include "lib/casework/roster.hpp"

namespace minqing::casework {

/// The particular that holds the text, among the personal extra ones.
inline constexpr std::string_view kSubjectOfReport = "subject_of_report";

/// Ids that a text names, each once.
struct Subjects {
  std::vector<std::string> units;
  std::vector<std::string> people;
};
Subjects find_subjects(const Roster& roster, std::string_view text);

/// What an issue is about, and who is kept from it. The text of the issue is plain here; without
/// one (none was given, or it was erased) nobody is kept from anything.
class Subject {
 public:
  Subject(const Roster& roster, const Issue& issue);

  /// An accusation, or a matter otherwise confidential, that names somebody.
  bool is_accused() const {
    return confidential_ && !(named_.units.empty() && named_.people.empty());
  }
  /// The matter is not handed to this unit.
  bool bars_unit(std::string_view unit) const;
  /// This person does not handle it.
  bool bars_handler(std::string_view person) const;
  /// Neither its text nor its residents are shown to this person.
  bool bars_reader(std::string_view person) const;

 private:
  const Roster& roster_;
  bool confidential_;
  Subjects named_;
};

}  // namespace minqing::casework
