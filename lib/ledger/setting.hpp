// SPDX-License-Identifier: MIT
// What an order is carried out with, the same for all of its commands.

#pragma once

#include <string>

#include "lib/ledger/carry_out.hpp"

namespace minqing::ledger {

struct Setting {
  Ledger& ledger;
  const Order& order;
  const std::string transaction;
  const base::Instant recorded_at;
  const base::Moment now;
};

/// Without index, count and request, which the order as a whole gives.
casework::Event event_of(const Setting& of, const casework::Command& command,
                         casework::Payload payload, const std::string& number,
                         const base::Moment& at);

/// The bytes of the personal texts of what is registered: of a row nearly all that it holds.
std::size_t size_of_texts(const casework::Command& command);

base::Error unknown_issue(const std::string& number);

/// An undoing changes what came before it: what is stored of the issue, and what happened to it
/// since, folded once more.
std::optional<casework::Issue> fold_again(Ledger& ledger, const std::string& number,
                                          const std::vector<casework::Event>& since);

}  // namespace minqing::ledger
