// SPDX-License-Identifier: MIT
// Contact cards: which were given to whom, and what came in through them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/casework/decide.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

struct ListedCard {
  std::int64_t id = 0;
  std::string no;
  std::string official;
  std::optional<std::string> area;
  std::string household;  ///< plain; empty when none was named or it was erased
  base::Date given_on;
  std::optional<base::Date> recalled_on;
  std::int64_t issues = 0;  ///< that came in through it, voided ones left out
  std::int64_t open = 0;    ///< of these, not yet closed
};

struct CardQuery {
  std::vector<std::string> numbers;  ///< any of them; empty: all
  std::optional<std::string> official;
  std::optional<std::string> area;
  bool with_recalled = false;
  /// Issues registered within these days are counted, inclusive.
  std::optional<base::Date> from;
  std::optional<base::Date> to;
};
/// In the order in which they were given. Households are unsealed.
std::vector<ListedCard> select_cards(Ledger& ledger, const CardQuery& query);

/// By its number, whatever the case of its letters.
std::optional<casework::KnownCard> find_card(Database& db, std::string_view no);
/// The village of the household that the card was given to; empty without a card or a village.
std::optional<std::string> area_of_card(Database& db, std::string_view no);
/// The card of this official that the household holds.
std::optional<std::string> card_of_household(Database& db, const std::string& official,
                                             const std::string& household_digest);
/// The highest counter of the numbers that the program gave; 0 when there is none.
std::int64_t last_card_counter(Database& db);

/// Writing the projection; false when the event is none of a card.
bool write_card_event(Database& db, KeyRing& keys, std::int64_t seq, const casework::Event& event);

}  // namespace minqing::ledger
