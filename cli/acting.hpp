// SPDX-License-Identifier: MIT
// Commands that do one thing to the issues they are given: what they have in common, so that each
// states its names, its options and its wish.

#pragma once

#include "cli/command.hpp"
#include "cli/value_words.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

/// --reason, and -m for the same.
std::span<const Option> reason_options();
/// What was given with either; nothing when neither was.
std::optional<casework::Personal> reason_of(Context& context, const Arguments& arguments);

using WishOf = casework::Wish (*)(Context&, const Arguments&);

/// A writing command of the group "life" about issues; `rest` gives names, summaries, options,
/// example.
Command acting_command(Command rest, WishOf wish_of);

/// A wish that is nothing but its words.
template <class Wish>
casework::Wish wish_of_words(Context& context, const Arguments& arguments) {
  Wish wish;
  wish.words = reason_of(context, arguments);
  return wish;
}

/// Which of several residents, from 1; nothing when --resident was not given.
std::optional<std::int64_t> resident_of(const Arguments& arguments);

}  // namespace minqing::cli
