// SPDX-License-Identifier: MIT
// The program's own words that a schema may use but not invent: fields, natures, urgencies, states,
// values of satisfaction. Identifiers and meanings are those of the glossary (§3, §4, §6) and are
// promises: they stand in events. Labels and spellings here serve where a schema gives none.

#pragma once

#include "lib/base/word.hpp"
#include "lib/schema/definitions.hpp"

#include <span>
#include <string_view>

namespace minqing::schema {

/// A field of the program. What it holds (`type`, `personal`) is not the schema's to change: a
/// telephone number must not lose its seal by a slip in a YAML file.
struct FieldWord {
  base::Word word;
  FieldType type = FieldType::text;
  Personal personal = Personal::none;
};

std::span<const FieldWord> program_fields();
const FieldWord* find_program_field(std::string_view id);

std::span<const base::Word> nature_words();
std::span<const base::Word> urgency_words();
std::span<const base::Word> satisfaction_words();
std::span<const base::Word> state_words();
/// Kinds of unit and levels of area.
std::span<const base::Word> unit_kind_words();
std::span<const base::Word> area_level_words();
/// What a purpose may reveal.
std::span<const base::Word> reveal_words();

/// What may wait for approval, in the order of Requests.
std::span<const base::Word> request_words();

/// What a column of a sender's sheet may be.
std::span<const base::Word> profile_field_words();
/// The ids that such a field has; empty for what the schema defines (category, nature, channel) and
/// for fields without ids.
std::span<const base::Word> profile_value_words(std::string_view field_id);

/// In the order of the enumerations.
std::span<const base::Word> form_need_words();
std::span<const base::Word> field_type_words();
std::span<const base::Word> personal_words();
std::span<const base::Word> clock_start_words();

/// The choices that a field of the program has when the schema lists none: those of urgency,
/// satisfaction and status; empty for every other field.
std::span<const base::Word> program_choices(std::string_view field_id);

}  // namespace minqing::schema
