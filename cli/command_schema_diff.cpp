// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/resources.hpp"
#include "cli/schema_differences.hpp"
#include "lib/ledger/compiled.hpp"

namespace minqing::cli {

namespace {

using base::text;

int run_schema_diff(Context& context, const Arguments& arguments) {
  const auto loaded = schema::load_schema(arguments.words.front(), schemas_directory());
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::string in_force = ledger::schema_text(ledger.db());
  ledger.end_reading();
  const auto all = schema::differences(schema::schema_from_text(in_force), loaded.schema);
  print_differences(context, all);
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
          .run = run_schema_diff};
}

}  // namespace minqing::cli
