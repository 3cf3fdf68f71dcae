// SPDX-License-Identifier: MIT
#include "cli/schema_differences.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using schema::Difference;

std::string joined(const std::vector<std::string>& values) { return base::join(values, "、"); }

std::vector<std::string> missing_in(const std::vector<std::string>& some,
                                    const std::vector<std::string>& other) {
  std::vector<std::string> out;
  for (const std::string& value : some) {
    if (std::find(other.begin(), other.end(), value) == other.end()) out.push_back(value);
  }
  return out;
}

/// `5wd → 7wd`; of a list only what came and went, unless its order alone changed.
std::string change_of(const Difference& difference) {
  const auto came = missing_in(difference.after, difference.before);
  const auto went = missing_in(difference.before, difference.after);
  const bool by_items = difference.is_list && !(came.empty() && went.empty());
  if (!by_items) return joined(difference.before) + " → " + joined(difference.after);
  std::string out;
  if (!came.empty()) out += "+ " + joined(came);
  if (!out.empty() && !went.empty()) out += "  ";
  if (!went.empty()) out += "- " + joined(went);
  return out;
}

std::string line_of(const Difference& difference) {
  if (difference.before.empty()) return "+ " + difference.path + ": " + joined(difference.after);
  if (difference.after.empty()) return "- " + difference.path + ": " + joined(difference.before);
  return "~ " + difference.path + ": " + change_of(difference);
}

base::Json values_json(const std::vector<std::string>& values) {
  base::Json out = base::Json::array();
  for (const std::string& value : values) out.push(value);
  return out;
}

base::Json json_of(const Difference& difference) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("path", difference.path);
  if (!difference.before.empty()) out.set("before", values_json(difference.before));
  if (!difference.after.empty()) out.set("after", values_json(difference.after));
  return out;
}

}  // namespace

void print_differences(Context& context, const std::vector<Difference>& all) {
  for (const Difference& difference : all) {
    if (context.json()) {
      context.out().json(json_of(difference));
    } else {
      context.out().line(line_of(difference));
    }
  }
}

}  // namespace minqing::cli
