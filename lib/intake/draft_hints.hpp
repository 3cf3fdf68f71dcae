// SPDX-License-Identifier: MIT
// Which known word somebody may have meant: the likely slip, and the known words that are part of
// what was typed or the other way round (供水问题 → 供水). Only ever offered, never taken.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/base/word.hpp"
#include "lib/casework/roster.hpp"
#include "lib/schema/definitions.hpp"

namespace minqing::intake {

struct Spelling {
  std::string word;  ///< what is compared
  base::Text shown;  ///< what is offered
};

std::vector<Spelling> spellings_of(const std::vector<schema::Category>& categories);
std::vector<Spelling> spellings_of(const std::vector<schema::Choice>& choices);
std::vector<Spelling> spellings_of(std::span<const base::Word> words);
std::vector<Spelling> spellings_of_units(const casework::Roster& roster);
std::vector<Spelling> spellings_of_people(const casework::Roster& roster);
std::vector<Spelling> spellings_of_areas(const casework::Roster& roster);

/// `热水镇热水村`: villages of the same name are told apart by their township.
std::string full_area_name(const casework::Roster& roster, const casework::Area& area);

/// `是不是“供水”？`, or empty when nothing is likely.
base::Text suggestion(std::string_view word, const std::vector<Spelling>& known);
/// `供水、供电`: labels in their order; those beyond the first thirty are left out.
base::Text list_of(const std::vector<schema::Choice>& choices);
/// The first level only.
base::Text list_of(const std::vector<schema::Category>& categories);
/// `可用的有：供水、供电`
base::Text accepted(const base::Text& list);

}  // namespace minqing::intake
