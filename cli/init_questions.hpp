// SPDX-License-Identifier: MIT
// `init` on a terminal: what was not typed is asked for, and each answer is checked at once.

#pragma once

#include <string>

#include "cli/context.hpp"

namespace minqing::cli {

/// Empty: not typed.
struct OpeningWords {
  std::string schema;
  std::string site;
  std::string name;
};

/// Asks for what is empty, shows the whole, and asks whether to open it. Error(conflict) when that
/// is not confirmed or the input ends before.
OpeningWords ask_for_opening(Context& context, const std::string& path, OpeningWords typed);

}  // namespace minqing::cli
