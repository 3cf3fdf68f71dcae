// SPDX-License-Identifier: MIT
#include "cli/help.hpp"

#include "cli/command_table.hpp"
#include "cli/options.hpp"
#include "cli/placeholders.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/query.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

constexpr int kNameWidth = 30;
constexpr int kHelpWidth = 76;

base::Text summary(const Command& command) {
  return {std::string(command.summary_zh), std::string(command.summary_en)};
}

/// `-m, --text, --内容 TEXT`
std::string spelled(const Option& option, base::Lang lang) {
  std::string out = option.letter.empty() ? "    " : "-" + std::string(option.letter) + ", ";
  out += "--" + std::string(option.name);
  if (!option.zh.empty()) out += ", --" + std::string(option.zh);
  if (!option.metavar.empty()) out += " " + placeholder(option).in(lang);
  return out;
}

void print_options(Context& context, const std::vector<const Option*>& options) {
  int width = 0;
  for (const Option* option : options)
    width = std::max(width, base::display_width(spelled(*option, context.lang())));
  for (const Option* option : options) {
    const std::string_view help =
        context.lang() == base::Lang::zh ? option->help_zh : option->help_en;
    context.out().line("  " + base::pad_right(spelled(*option, context.lang()), width) + "  " +
                       std::string(help));
  }
}

/// The user's own and the shipped ones; those of a schema need its ledger.
void print_saved_names(Context& context) {
  std::vector<std::string> names;
  for (const auto* queries : {&context.settings().queries, &intake::shipped_queries()}) {
    for (const auto& [name, query] : *queries) names.push_back("@" + name);
  }
  context.out().line("");
  context.out().line(text("常用查询", "saved queries"));
  for (const std::string& line : in_lines(names, " ", kHelpWidth)) {
    context.out().line("  " + line);
  }
  context.out().line(text("  各是什么条件，和本单位自设的：minqing 列表 --常用",
                          "  what they say, and those of the office: minqing list --saved"));
}

void print_names(Context& context, const Command& command) {
  const std::string names = std::string(command.name) + "  " + std::string(command.zh);
  context.out().line("  " + base::pad_right(names, kNameWidth) + context.in_lang(summary(command)));
}

void print_overview(Context& context) {
  Output& out = context.out();
  out.line(text("minqing — 民情台账：登记、交办、跟进、反馈，直到群众满意",
                "minqing — a ledger of residents' issues, "
                "kept until they are satisfied"));
  out.line("");
  out.line(text("用法：minqing [全局选项] 命令 [选项] [参数]",
                "usage: minqing [GLOBAL] COMMAND [OPTIONS] [ARGUMENTS]"));
  for (const Group& group : command_groups()) {
    out.line("");
    out.line(context.lang() == base::Lang::zh ? group.zh : group.en);
    for (const Command& command : command_table()) {
      if (command.group == group.id) print_names(context, command);
    }
  }
  out.line("");
  out.line(
      text("一个命令的用法：minqing help 命令", "how a command is used: minqing help COMMAND"));
}

/// `name<TAB>Chinese name`, and for one command `--long<TAB>-s<TAB>--中文`.
void print_list(Context& context, const Command* command) {
  if (!command) {
    for (const Command& each : command_table()) {
      context.out().raw(std::string(each.name) + "\t" + std::string(each.zh) + "\n");
    }
    return;
  }
  for (const Option* option : all_options(*command)) {
    const std::string letter = option->letter.empty() ? "" : "-" + std::string(option->letter);
    const std::string zh = option->zh.empty() ? "" : "--" + std::string(option->zh);
    context.out().raw("--" + std::string(option->name) + "\t" + letter + "\t" + zh + "\n");
  }
}

void print_json(Context& context, const Command* only) {
  for (const Command& command : command_table()) {
    if (!only || only == &command) context.out().json(command_json(command));
  }
}

}  // namespace

void print_command_help(Context& context, const Command& command) {
  Output& out = context.out();
  out.line(text("minqing {}（{}）— {}", "minqing {} ({}) — {}", command.name, command.zh,
                summary(command)));
  out.line("");
  std::string usage =
      "minqing " + context.in_lang({std::string(command.zh), std::string(command.name)});
  if (!all_options(command).empty()) usage += context.in_lang(text(" [选项]", " [OPTIONS]"));
  if (!command.arguments.empty()) usage += " " + context.in_lang(placeholder(command.arguments));
  out.line(text("用法：{}", "usage: {}", usage));
  out.line(text("例如：minqing {}", "example: minqing {}", example_of(command)));
  std::vector<const Option*> own, global;
  for (const Option* option : all_options(command)) {
    const auto all = global_options();
    const bool is_global = option >= all.data() && option < all.data() + all.size();
    (is_global ? global : own).push_back(option);
  }
  if (!own.empty()) {
    out.line("");
    out.line(text("选项", "options"));
    print_options(context, own);
  }
  if (command.arguments.find("QUERY") != std::string_view::npos) print_saved_names(context);
  out.line("");
  out.line(text("全局选项", "global options"));
  print_options(context, global);
}

int show_help(Context& context, const std::vector<std::string>& words, bool as_list) {
  const FoundCommand found = find_command(words);
  if (!words.empty() && !found.command) {
    const auto begun = commands_of(base::join(words, " "));
    if (begun.empty() || context.json() || as_list) throw unknown_command(base::join(words, " "));
    for (const Command* command : begun) print_names(context, *command);
    return 0;
  }
  if (context.json()) {
    print_json(context, found.command);
  } else if (as_list) {
    print_list(context, found.command);
  } else if (found.command) {
    print_command_help(context, *found.command);
  } else {
    print_overview(context);
  }
  return 0;
}

}  // namespace minqing::cli
