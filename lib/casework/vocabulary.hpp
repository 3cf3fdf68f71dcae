// SPDX-License-Identifier: MIT
// The closed word lists of the trade: identifier, Chinese, English, and spellings seen in
// spreadsheets. Identifiers stand in events: DO NOT CHANGE THEM; add at the end.

#pragma once

#include <span>

#include "lib/base/word.hpp"

namespace minqing::casework {

enum class State {
  registered,
  assigned,
  signed_for,
  in_progress,
  resolved,
  checked,
  fed_back,
  called_back,
  closed,
  reopened,  ///< a new round waits for its assignment
  voided,
  accepted,
  returned,   ///< sent back by the unit: waits for another assignment
  suspended,  ///< 挂账: the clock stands still
  merged      ///< handled under another number
};
/// Still on somebody's desk under its own number.
constexpr bool is_open(State state) {
  return state != State::closed && state != State::voided && state != State::merged;
}
enum class Urgency { normal, urgent, critical };
/// How a result settles the matter.
enum class ResultKind { solved, explained, declined, transferred, withdrawn };
/// Whom a feedback is told (双向反馈).
enum class Recipient { resident, office };
enum class Method { visit, phone, text_message, letter, meeting, notice };
enum class Satisfaction {
  very_satisfied,
  satisfied,
  fairly_satisfied,
  dissatisfied,
  very_dissatisfied,
  not_rated
};
/// Why a resident could not be asked.
enum class Unreached { no_answer, switched_off, invalid_number, refused, no_contact };
/// `recorded`: an older ledger says so and not why; of imports alone.
enum class CloseGround { satisfied, explained, unreached, concluded, withdrawn, recorded };
enum class ReopenCause { dissatisfied, check_failed, ordered };
enum class AssignmentBasis { category, area, explicit_choice, default_unit, same_unit };

/// What waits for approval where the schema says so.
enum class RequestKind { extend, suspend, returned, exclude, amend, close };
/// What a file shows.
enum class AttachmentUse { document, evidence, answer };

std::span<const base::Word> words(State);
std::span<const base::Word> words(Urgency);
std::span<const base::Word> words(ResultKind);
std::span<const base::Word> words(Recipient);
std::span<const base::Word> words(Method);
std::span<const base::Word> words(Satisfaction);
std::span<const base::Word> words(Unreached);
std::span<const base::Word> words(CloseGround);
std::span<const base::Word> words(ReopenCause);
std::span<const base::Word> words(AssignmentBasis);
std::span<const base::Word> words(RequestKind);
std::span<const base::Word> words(AttachmentUse);

template <class E>
std::string_view id_of(E value) {
  return base::word_of(words(E{}), value).id;
}
template <class E>
base::Text label_of(E value) {
  return base::label_of(words(E{}), value);
}
template <class E>
std::optional<E> parse_word(std::string_view text) {
  return base::find_value<E>(words(E{}), text);
}

}  // namespace minqing::casework
