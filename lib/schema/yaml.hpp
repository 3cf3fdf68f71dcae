// SPDX-License-Identifier: MIT
// YAML as this project writes it: maps, lists and words of one document. Anchors, aliases, tags,
// merge keys, doubled keys and further documents are refused, and so is what is too deep or too
// large (reliability §4, items 41-44): a file of rules says what it says once, where one reads it.
// Only yaml.cpp includes yaml-cpp.

#pragma once

#include "lib/schema/node.hpp"
#include "lib/schema/problems.hpp"
#include "lib/schema/source_text.hpp"

#include <optional>

namespace minqing::schema {

/// The tree, or nothing when the text cannot be read at all. Problems are added in either case; a
/// tree that comes with problems is good for finding more of them and for nothing else.
std::optional<Node> parse_yaml(const SourceText& source, Problems& problems);

}  // namespace minqing::schema
