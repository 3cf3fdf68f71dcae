// SPDX-License-Identifier: MIT
// Whether the ledger has recorded already what a sheet says: sheets grow and come again.

#pragma once

#include <variant>

#include "lib/casework/command.hpp"
#include "lib/casework/event.hpp"

namespace minqing::intake {

/// What an event of this kind says; null for one of another kind.
template <class Data>
const Data* as(const casework::Event& event) {
  return std::get_if<Data>(&event.payload);
}

/// `event` says what the command would say. Its texts are plain.
bool is_recorded(const casework::Event& event, const casework::Command& command);

}  // namespace minqing::intake
