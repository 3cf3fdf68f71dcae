// SPDX-License-Identifier: MIT
// Events of liaison cards (民情联系卡): a card carries an official's name and telephone and is left
// with a household, which that official then keeps in touch with. Names and fields are stored: DO
// NOT CHANGE THEM; new fields are optional.

#pragma once

#include "lib/casework/describe.hpp"

namespace minqing::casework {

struct CardGiven {
  static constexpr std::string_view kKind = "card_given";
  std::string no;                     ///< as it stands on the card; never given again
  std::string official;               ///< whose card it is
  std::optional<std::string> area;    ///< code of the household's village
  std::optional<Personal> household;  ///< its code or name, as the official calls it

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("area", self.area);
    visit("household", self.household);
    visit("no", self.no);
    visit("official", self.official);
  }
  bool operator==(const CardGiven&) const = default;
};

struct CardRecalled {
  static constexpr std::string_view kKind = "card_recalled";
  std::string no;
  std::optional<Personal> reason;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("no", self.no);
    visit("reason", self.reason);
  }
  bool operator==(const CardRecalled&) const = default;
};

/// Of which card an event is; empty for all other events.
template <class Event>
std::string card_number(const Event& event) {
  if constexpr (std::is_same_v<Event, CardGiven> || std::is_same_v<Event, CardRecalled>) {
    return event.no;
  } else {
    return {};
  }
}

}  // namespace minqing::casework
