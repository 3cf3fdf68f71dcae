// SPDX-License-Identifier: MIT
// The whole state of an issue as one text, so that two ways to a state can be compared and a
// difference can be read. Of a sealed text only the sealed form counts: a state from stored events
// has no other.

#pragma once

#include <string>

#include "lib/casework/issue.hpp"

namespace minqing::casework {

std::string in_words(const Issue& issue);

}  // namespace minqing::casework
