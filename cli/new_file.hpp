// SPDX-License-Identifier: MIT
// Files that a command writes for people: what is there already stays.

#pragma once

#include <string>

namespace minqing::cli {

/// Refused before any work, because the paper would have nowhere to go: Error(conflict) when the
/// file exists, not_found or permission when its folder cannot take it.
void check_new_file(const std::string& file);
/// The same for papers, which are web pages: Error(usage) for another ending.
void check_page_file(const std::string& file);

}  // namespace minqing::cli
