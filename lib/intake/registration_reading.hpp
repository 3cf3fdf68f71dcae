// SPDX-License-Identifier: MIT
// One draft on its way to a registration: what is given for each field, the particulars as far as
// they are read, and the problems found. Readers of fields (registration_fields.hpp) are functions
// over these.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/events_registration.hpp"
#include "lib/intake/draft.hpp"
#include "lib/intake/registration_memory.hpp"

namespace minqing::intake {

/// Everything that a draft says about one field; at least one value, none of them blank.
struct Given {
  std::string id;
  const schema::Field* field = nullptr;  ///< null for what the schema does not list (card)
  std::vector<const DraftValue*> values;
};

/// What all readers look at.
struct RegistrationContext {
  const schema::Schema& schema;
  const casework::Roster& roster;
  const DraftDates& dates;
  RegistrationMemory& memory;
  base::Lang language;  ///< in which fields are named
};

class Reading {
 public:
  Reading(const RegistrationContext& context, const Draft& draft);

  const RegistrationContext& context() const { return context_; }
  const std::vector<Given>& given() const { return given_; }
  const Given* find(std::string_view id) const;

  /// The one text of a field. Several that differ, a cell without text and a text that does not fit
  /// the field's pattern are problems and give nothing.
  std::optional<std::string> single(const Given& given);
  /// All texts of a field, one a line.
  std::optional<std::string> joined(const Given& given);
  /// The words of one cell, checked against the field's pattern.
  std::optional<std::string> checked(const Given& given, const DraftValue& value);

  /// A problem with a given value; `way_out` may be empty.
  void add(const Given& given, base::Text reason, base::Text way_out = {});
  /// A problem with what is not given.
  void add_missing(std::string_view id, base::Text way_out = {});

  casework::Particulars particulars;
  casework::Resident resident;
  std::optional<base::Moment> at;
  std::vector<std::string> not_taken;
  std::vector<base::Problem> problems;

 private:
  Given& give(const DraftValue& value);
  std::string label(std::string_view id) const;

  const RegistrationContext& context_;
  const Draft& draft_;
  std::vector<Given> given_;
};

/// A value as a message may show it: `“供氺”`. Of personal data only the masked form, of a
/// resident's text nothing but “这个值”.
base::Text shown(const schema::Field* field, std::string_view words);

}  // namespace minqing::intake
