// SPDX-License-Identifier: MIT
// `init --sample`: a ledger to practise with. Its roster and its issues are invented, at every step
// of the way, and lie in the last weeks before today; its papers and bulletins say that it is for
// practice.

#pragma once

#include <string>

#include "cli/context.hpp"

namespace minqing::cli {

/// Who the person at the keyboard is in it; one of the sample's roster.
inline constexpr std::string_view kPractisesAs = "周敏";

/// Where a preset keeps its sample. Error(not_found) when it has none.
std::string sample_folder(const std::string& schema);
/// Fills a ledger that was just opened.
void fill_practice_ledger(Context& context, const std::string& folder);

}  // namespace minqing::cli
