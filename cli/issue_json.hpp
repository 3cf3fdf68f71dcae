// SPDX-License-Identifier: MIT
// An issue as it stands now, for scripts: every recorded field under the glossary's identifier,
// personal text masked unless it was revealed.

#pragma once

#include "cli/phrases.hpp"
#include "lib/base/json.hpp"
#include "lib/casework/issue.hpp"

namespace minqing::cli {

base::Json issue_json(const casework::Issue& issue, const Names& names, base::Date today);

}  // namespace minqing::cli
