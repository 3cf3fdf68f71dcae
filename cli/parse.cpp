// SPDX-License-Identifier: MIT
#include "cli/parse.hpp"

#include <algorithm>

#include "cli/command_table.hpp"
#include "cli/options.hpp"
#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"

#include <CLI/CLI.hpp>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// Chinese input methods turn `--` into `——` or `－－`.
void refuse_full_width_dashes(const std::string& argument) {
  for (std::string_view dashes : {"——", "－－", "—", "－"}) {
    if (!base::starts_with(argument, dashes)) continue;
    const std::string rest = argument.substr(dashes.size());
    const std::string meant = (base::length(rest) == 1 ? "-" : "--") + rest;
    throw Error(Exit::usage,
                text("“{}”以全角横线开头", "'{}' begins with full-width dashes", argument),
                text("选项要用半角减号：{}", "options begin with ASCII hyphens: {}", meant));
  }
}

bool names_option(const Option& option, std::string_view typed) {
  if (base::starts_with(typed, "--")) {
    const std::string_view name = typed.substr(2);
    return !name.empty() && (name == option.name || name == option.zh);
  }
  return typed.size() == 2 && !option.letter.empty() && typed.substr(1) == option.letter;
}

const Option* find_option(std::span<const Option> options, std::string_view typed) {
  for (const Option& option : options) {
    if (names_option(option, typed)) return &option;
  }
  return nullptr;
}

/// Places of the words that are neither options nor values of global options: the first of them
/// name the command.
std::vector<std::size_t> word_places(const std::vector<std::string>& arguments) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument.size() > 1 && argument[0] == '-') {
      const Option* option = find_option(global_options(), argument);
      if (!option && places.empty()) break;  // an option of a command that was not named yet
      if (option && option->kind != Option::Kind::flag) ++i;
      continue;
    }
    places.push_back(i);
    if (places.size() == 2) break;
  }
  return places;
}

std::string spelling(const Option& option) {
  std::string out;
  if (!option.letter.empty()) out += "-" + std::string(option.letter) + ",";
  out += "--" + std::string(option.name);
  if (!option.zh.empty()) out += ",--" + std::string(option.zh);
  return out;
}

[[noreturn]] void fail_unknown(const std::vector<const Option*>& options,
                               const std::string& typed) {
  std::vector<std::string> names;
  for (const Option* option : options) {
    names.push_back("--" + std::string(option->name));
    if (!option->zh.empty()) names.push_back("--" + std::string(option->zh));
  }
  const std::string near = base::nearest(typed, names);
  if (near.empty()) {
    throw Error(Exit::usage, text("没有选项“{}”", "unknown option '{}'", typed),
                text("用 --help 查看选项", "see the options with --help"));
  }
  throw Error(Exit::usage, text("没有选项“{}”；是不是 {}？",
                                "unknown option '{}'; did you mean {}?", typed, near));
}

void check_closed_list(const Option& option, std::string& value) {
  if (!option.words) return;
  const auto words = option.words();
  if (auto index = base::find_word(words, value)) {
    value = words[*index].id;
    return;
  }
  throw Error(Exit::usage, text("--{}：“{}”不认识", "--{}: '{}' is unknown", option.name, value),
              text("可以用：{}", "accepted: {}", base::list_of(words)));
}

void check_word_count(const Command& command, const Arguments& arguments) {
  const std::size_t count = arguments.words.size();
  if (count < command.min_words) {
    throw Error(Exit::usage, text("{} 还需要 {}", "{} needs {}", command.name, command.arguments),
                text("例如：minqing {}", "for example: minqing {}", command.example));
  }
  if (count > command.max_words) {
    throw Error(Exit::usage, text("多余的词“{}”", "unexpected word '{}'", arguments.words.back()),
                text("例如：minqing {}", "for example: minqing {}", command.example));
  }
}

/// `-m -5度` as `--text=-5度`: a value may begin with a minus.
std::vector<std::string> join_values(const std::vector<const Option*>& options,
                                     const std::vector<std::string>& typed) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const auto named = std::find_if(options.begin(), options.end(), [&](const Option* option) {
      return option->kind != Option::Kind::flag && names_option(*option, typed[i]);
    });
    const bool takes_minus = named != options.end() && i + 1 < typed.size() &&
                             typed[i + 1].size() > 1 && typed[i + 1][0] == '-';
    if (!takes_minus) {
      out.push_back(typed[i]);
    } else {
      out.push_back("--" + std::string((*named)->name) + "=" + typed[++i]);
    }
  }
  return out;
}

/// Runs CLI11 over the options of one command.
Arguments parse_options(const std::vector<const Option*>& options, std::vector<std::string> typed) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras(true);
  Arguments out;
  std::vector<std::pair<const Option*, CLI::Option*>> declared;
  for (const Option* option : options) {
    if (option->kind == Option::Kind::flag) {
      declared.emplace_back(option, app.add_flag(spelling(*option)));
    } else {
      declared.emplace_back(option, app.add_option(spelling(*option))
                                        ->expected(1)
                                        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
  }
  typed = join_values(options, typed);
  std::reverse(typed.begin(), typed.end());  // CLI11 takes its vector from the back
  try {
    app.parse(typed);
  } catch (const CLI::ParseError& error) {
    throw Error(Exit::usage, text("命令行不对：{}", "wrong command line: {}", error.what()),
                text("用 --help 查看选项", "see the options with --help"));
  }
  for (const auto& [option, found] : declared) {
    if (found->count() == 0) continue;
    auto& values = out.options[std::string(option->name)];
    values = option->kind == Option::Kind::flag ? std::vector<std::string>{""} : found->results();
    if (option->kind == Option::Kind::value && values.size() > 1) {
      throw Error(Exit::usage, text("--{} 写了两次", "--{} is given twice", option->name));
    }
    for (std::string& value : values) check_closed_list(*option, value);
  }
  for (const std::string& word : app.remaining()) {
    if (word.size() > 1 && word[0] == '-' && word != "--") fail_unknown(options, word);
    if (word != "--") out.words.push_back(word);
  }
  return out;
}

}  // namespace

std::string_view typed_command(const std::vector<std::string>& arguments) {
  std::vector<std::string> words;
  for (std::size_t place : word_places(arguments)) words.push_back(arguments[place]);
  const FoundCommand found = find_command(words);
  return found.command ? found.command->name : std::string_view();
}

CommandLine parse_command_line(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments) refuse_full_width_dashes(argument);
  const std::vector<std::size_t> places = word_places(arguments);
  std::vector<std::string> words;
  for (std::size_t place : places) words.push_back(arguments[place]);

  CommandLine out;
  const FoundCommand found = find_command(words);
  out.command = found.command;
  std::vector<std::string> rest = arguments;
  for (std::size_t i = found.words; i-- > 0;) {
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(places[i]));
  }
  std::vector<const Option*> options;
  if (found.command) {
    options = all_options(*found.command);
  } else {
    for (const Option& option : global_options()) options.push_back(&option);
  }
  if (!found.command && !words.empty()) {
    const std::string near = nearest_command(words.front());
    throw Error(Exit::usage,
                near.empty()
                    ? text("没有命令“{}”", "unknown command '{}'", words.front())
                    : text("没有命令“{}”；是不是“{}”？", "unknown command '{}'; did you mean '{}'?",
                           words.front(), near),
                text("用 minqing help 查看全部命令", "see all commands with 'minqing help'"));
  }
  out.arguments = parse_options(options, std::move(rest));
  out.asks_help = out.arguments.has("help");
  if (out.command && !out.asks_help) check_word_count(*out.command, out.arguments);
  return out;
}

}  // namespace minqing::cli
