// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/resources.hpp"
#include "lib/base/counted.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

namespace {

using base::text;

int run_schema_check(Context& context, const Arguments& arguments) {
  const auto loaded = schema::load_schema(arguments.words.front(), schemas_directory());
  const schema::Schema& schema = loaded.schema;
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1);
    out.set("schema", schema.id);
    out.set("fields", static_cast<std::int64_t>(schema.fields.size()));
    out.set("categories", static_cast<std::int64_t>(schema.categories.size()));
    out.set("units", static_cast<std::int64_t>(schema.units.size()));
    out.set("areas", static_cast<std::int64_t>(schema.areas.size()));
    out.set("forms", static_cast<std::int64_t>(schema.forms.size()));
    context.out().json(out);
    return 0;
  }
  context.out().line(text("规则 {}（{}）可用：字段 {}，类别 {}，单位 {}，区划 {}，文书 {}",
                          "schema {} ({}) is usable: {}, {}, {}, {}, {}", schema.id, schema.name,
                          base::counted(schema.fields.size(), "field"),
                          base::counted(schema.categories.size(), "category", "categories"),
                          base::counted(schema.units.size(), "unit"),
                          base::counted(schema.areas.size(), "area"),
                          base::counted(schema.forms.size(), "form")));
  return 0;
}

}  // namespace

Command schema_check_command() {
  return {.name = "schema check",
          .zh = "规则 检查",
          .group = "ledger",
          .summary_zh = "检查一份规则，指出每处错误的位置",
          .summary_en = "check a schema and point at every mistake",
          .nature = Nature::none,
          .arguments = "PRESET|FILE",
          .min_words = 1,
          .max_words = 1,
          .options = {},
          .example = "规则 检查 township",
          .example_en = "schema check township",
          .run = run_schema_check};
}

}  // namespace minqing::cli
