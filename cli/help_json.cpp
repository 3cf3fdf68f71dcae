// SPDX-License-Identifier: MIT
// The table of commands for programs: the manual is made from it.
#include "cli/command_table.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/placeholders.hpp"

namespace minqing::cli {

namespace {

using base::Json;

Json both(const base::Text& text) { return Json::object().set("zh", text.zh).set("en", text.en); }
Json both(std::string_view zh, std::string_view en) {
  return both(base::Text{std::string(zh), std::string(en)});
}

Json values_of(const Option& option) {
  Json out = Json::array();
  for (const base::Word& word : option.words()) {
    out.push(Json::object().set("id", word.id).set("label", both(word.zh, word.en)));
  }
  return out;
}

bool is_global(const Option* option) {
  const auto all = global_options();
  return option >= all.data() && option < all.data() + all.size();
}

Json option_json(const Option* option) {
  Json out = Json::object();
  out.set("name", option->name).set("help", both(option->help_zh, option->help_en));
  out.set("global", is_global(option)).set("repeatable", option->kind == Option::Kind::list);
  if (!option->zh.empty()) out.set("zh", option->zh);
  if (!option->letter.empty()) out.set("letter", option->letter);
  if (option->kind != Option::Kind::flag) out.set("placeholder", both(placeholder(*option)));
  if (option->words) out.set("values", values_of(*option));
  return out;
}

std::string_view word_of(Nature nature) {
  switch (nature) {
    case Nature::none:
      return "none";
    case Nature::reads:
      return "reads";
    case Nature::writes:
      return "writes";
    case Nature::creates:
      return "creates";
  }
  return "none";
}

}  // namespace

Json command_json(const Command& command) {
  Json options = Json::array();
  for (const Option* option : all_options(command)) options.push(option_json(option));
  Json out = Json::object();
  out.set("v", 1).set("name", command.name).set("zh", command.zh).set("group", command.group);
  out.set("summary", both(command.summary_zh, command.summary_en));
  out.set("nature", word_of(command.nature)).set("arguments", both(placeholder(command.arguments)));
  out.set("example", both(example_of(command))).set("options", std::move(options));
  return out;
}

}  // namespace minqing::cli
