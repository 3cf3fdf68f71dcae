// SPDX-License-Identifier: MIT
// What the heading of a single column says: the fields it may mean, whether the schema refuses it,
// and what kind of heading it is for those who look for the header.

#pragma once

#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/column_mapping.hpp"

namespace minqing::intake {

/// What a heading by itself, or with its parents in front, may mean.
struct Meaning {
  std::vector<const schema::Field*> fields;
  Rule rule;
  bool with_parent = false;
};

Meaning meaning_of(const schema::Schema& schema, const Column& column);

/// True when the heading or any heading above it is one the schema refuses.
bool is_refused(const schema::Schema& schema, const Column& column);

}  // namespace minqing::intake
