// SPDX-License-Identifier: MIT
// Texts that must stay text: those written here and, where the folder ../shared is present, public
// collections of nasty strings.

#pragma once

#include <string>
#include <vector>

#include "lib/report/document.hpp"

namespace minqing::report {

/// Never empty; warns when the collections are missing.
std::vector<std::string> hostile_texts();

/// A document with `text` in every place that takes text.
Document filled_with(const std::string& text, base::Lang language);

}  // namespace minqing::report
