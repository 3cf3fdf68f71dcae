// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/resources.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/schema/elements.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;
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

int run(Context& context, const Arguments& arguments) {
  const auto loaded = schema::load_schema(arguments.words.front(), schemas_directory());
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::string in_force = ledger::schema_text(ledger.db());
  ledger.end_reading();
  const auto all = schema::differences(schema::schema_from_text(in_force), loaded.schema);
  for (const Difference& difference : all) {
    if (context.json()) {
      context.out().json(json_of(difference));
    } else {
      context.out().line(line_of(difference));
    }
  }
  if (!all.empty()) return static_cast<int>(base::Exit::other);
  if (!context.json()) {
    context.out().line(in_force == loaded.text
                           ? text("与现行规则一字不差", "the same text as the schema in force")
                           : text("与现行规则的内容相同，只是写法不同",
                                  "the same as the schema in force, written differently"));
  }
  return 0;
}

}  // namespace

Command schema_diff_command() {
  return {.name = "schema diff",
          .zh = "规则 比较",
          .group = "ledger",
          .summary_zh = "一份规则和现行规则逐项比较；有不同返回 1",
          .summary_en = "compare a schema with the one in force, item by item; 1 when they differ",
          .nature = Nature::reads,
          .arguments = "PRESET|FILE",
          .min_words = 1,
          .max_words = 1,
          .options = {},
          .example = "规则 比较 新规则/schema.yaml",
          .example_en = "schema diff new/schema.yaml",
          .run = run};
}

}  // namespace minqing::cli
