// SPDX-License-Identifier: MIT
// The books: what came into a unit's hands and a category's pile, and what left them.
//
//   opening + received + moved in + back after closing − moved out − closed − merged − voided =
//   closing
//
// The two ends come from the state of the issue at an instant, the movements from the steps inside
// the period; neither looks at the other. They agree for every issue that `decide` lets happen. An
// issue whose dates contradict each other leaves a difference, which is reported and never hidden.
//
// An issue enters the books when it is registered, in the queue (未交办, an empty unit), and each
// hand-over moves it; returned or recalled it goes back there. A unit holds it until it is closed,
// not until a result is reported. A new round goes to the same unit when the schema says so, else
// through the queue.

#pragma once

#include <optional>
#include <string_view>

#include "lib/report/figures_facts.hpp"

namespace minqing::report {

/// Where the issue stood in the books before that day; nothing when it was not in them.
std::optional<std::string_view> place_before(const casework::Issue& issue, base::Date before);

/// Adds opening, closing and the movements between them.
void find_book_entries(const casework::Issue& issue, base::Period period, Findings& findings);

}  // namespace minqing::report
