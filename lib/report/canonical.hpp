// SPDX-License-Identifier: MIT
// The figures as canonical JSON and the digest of it, for `report_published` and `report check`.
// Numbers, ids and issue numbers only: a unit that is renamed does not change a digest. Zeros are
// left out; what is absent is 0. Format 1; keys are only ever added, so the digest of a published
// report is compared with figures made by the same format.

#pragma once

#include <string>

#include "lib/base/json.hpp"
#include "lib/report/figures.hpp"

namespace minqing::report {

base::Json canonical_figures(const Figures& figures);
/// SHA-256 of the canonical bytes, hex.
std::string figures_digest(const Figures& figures);

}  // namespace minqing::report
