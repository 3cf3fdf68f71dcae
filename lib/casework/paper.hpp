// SPDX-License-Identifier: MIT
// When a paper about an issue says something true, and when two of them say it about the same
// thing. A paper is numbered once for each occasion: another assignment, extension or result makes
// another one; the same printed again is a copy.

#pragma once

#include "lib/casework/issue.hpp"
#include "lib/schema/forms.hpp"
#include "lib/schema/policy.hpp"

namespace minqing::casework {

/// Why a form would say something untrue about the issue (`没有交办给哪个单位`); nothing when that
/// which it needs has happened.
std::optional<base::Text> why_no_occasion(schema::FormNeeds needs, const Issue& issue,
                                          const schema::Steps& steps);
/// Whether a paper printed when the issue was like `then` is about the same as one of `now`.
bool is_same_occasion(schema::FormNeeds needs, const Issue& then, const Issue& now);

/// 举报, and whatever else is confidential: no paper shows who spoke up (信访工作条例 art. 30, 46).
bool hides_identity(const Issue& issue);

}  // namespace minqing::casework
