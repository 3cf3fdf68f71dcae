// SPDX-License-Identifier: MIT
// A schema taken apart into what can be named and compared: `limits.handle` is `5wd`,
// `categories.water_supply.route.units` is a list. What a schema leaves out stands here with the
// default that holds; what is empty is left out.

#pragma once

#include "lib/schema/schema.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

struct Element {
  std::string path;
  std::vector<std::string> values;  ///< of a list in its order; else one
  bool is_list = false;
};

/// In the order of the schema's members.
std::vector<Element> elements_of(const Schema& schema);
/// Those at or below a path; all for an empty one.
std::vector<Element> elements_below(const Schema& schema, std::string_view path);

/// An element that two schemas have differently.
struct Difference {
  std::string path;
  std::vector<std::string> before;  ///< empty: it is new
  std::vector<std::string> after;   ///< empty: it is gone
  bool is_list = false;
};
/// In the order of `after`, then what is gone in that of `before`.
std::vector<Difference> differences(const Schema& before, const Schema& after);

}  // namespace minqing::schema
