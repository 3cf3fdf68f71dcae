// SPDX-License-Identifier: MIT
// `callback --run`: the issues that wait for a call-back one after the other, with the number to
// dial and a key for each answer. Each is written at once and the ledger is free while somebody
// talks.

#pragma once

#include "cli/command.hpp"

namespace minqing::cli {

int run_callback_round(Context& context, const Arguments& arguments);

}  // namespace minqing::cli
