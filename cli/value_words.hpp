// SPDX-License-Identifier: MIT
// Closed lists of option values, from the vocabulary of the trade.

#pragma once

#include <optional>

#include "cli/command.hpp"
#include "lib/casework/vocabulary.hpp"

namespace minqing::cli {

/// The words of an enumeration, as an option's list.
template <class E>
std::span<const base::Word> words_of() {
  return casework::words(E{});
}
std::span<const base::Word> yes_no_words();

/// The value of an option whose list is words_of<E>.
template <class E>
std::optional<E> value_of(const Arguments& arguments, std::string_view option) {
  const auto typed = arguments.value(option);
  return typed ? casework::parse_word<E>(*typed) : std::nullopt;
}
/// The answer to an option whose list is yes_no_words.
std::optional<bool> yes_or_no(const Arguments& arguments, std::string_view option);

}  // namespace minqing::cli
