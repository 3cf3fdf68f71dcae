// SPDX-License-Identifier: MIT
// Readers of single fields: each takes what is given for its field into the particulars or adds a
// problem. The table names the fields that a registration takes.

#pragma once

#include <string_view>

#include "lib/intake/registration_reading.hpp"

namespace minqing::intake {

using TakeField = void (*)(Reading&, const Given&);

/// The reader of one of the program's fields; null when a registration does not take it.
TakeField reader_of(std::string_view field_id);

// In registration_people.cpp.
void take_resident(Reading& reading, const Given& given);
void take_phone(Reading& reading, const Given& given);
void take_address(Reading& reading, const Given& given);
void take_registrar(Reading& reading, const Given& given);

// In registration_village.cpp.
void take_village(Reading& reading, const Given& given);

// In registration_words.cpp: what the schema's and the program's lists of words decide.
void take_channel(Reading& reading, const Given& given);
void take_nature(Reading& reading, const Given& given);
void take_category(Reading& reading, const Given& given);
void take_urgency(Reading& reading, const Given& given);

// In registration_extra.cpp.
void take_extra(Reading& reading, const Given& given);

/// The day that a field of dates gives; a month, a range or a day without year is a problem.
/// `already_past` as in DateContext.
std::optional<base::Moment> day_of(Reading& reading, const Given& given, bool already_past);
/// Yes or no, or a problem.
std::optional<bool> yes_no_of(Reading& reading, const Given& given);
/// The id of one of `choices`, or a problem.
std::optional<std::string> choice_of(Reading& reading, const Given& given,
                                     const std::vector<schema::Choice>& choices);

}  // namespace minqing::intake
