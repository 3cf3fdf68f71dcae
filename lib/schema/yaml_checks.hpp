// SPDX-License-Identifier: MIT
// What yaml-cpp does not see or does not say well.

#pragma once

#include "lib/base/text.hpp"
#include "lib/schema/problems.hpp"
#include "lib/schema/source_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace minqing::schema {

/// Tabs as indentation, and more brackets than there may be items. False after a problem.
bool check_before_yaml(const SourceText& source, Problems& problems);

/// False when the text that starts at `at` is quoted and its quotation mark is never closed.
bool is_closed(std::string_view bytes, std::size_t at);

/// A message of yaml-cpp in words for people.
base::Text fault_in_words(const std::string& message);

}  // namespace minqing::schema
