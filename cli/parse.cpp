// SPDX-License-Identifier: MIT
#include "cli/parse.hpp"

#include <algorithm>

#include "cli/command_table.hpp"
#include "cli/options.hpp"
#include "cli/placeholders.hpp"
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
    // One letter is a short option; one Chinese character is a whole name (--村).
    const std::string meant = (rest.size() == 1 ? "-" : "--") + rest;
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
  return typed.size() == 2 && typed[0] == '-' && !option.letter.empty() &&
         typed.substr(1) == option.letter;
}

const Option* find_option(std::span<const Option> options, std::string_view typed) {
  for (const Option& option : options) {
    if (names_option(option, typed)) return &option;
  }
  return nullptr;
}

const Option* option_named(const std::vector<const Option*>& options, std::string_view typed) {
  for (const Option* option : options) {
    if (names_option(*option, typed)) return option;
  }
  return nullptr;
}

[[noreturn]] void fail_without_value(const Option& option) {
  throw Error(Exit::usage, text("{} 后面没有写值", "{} has no value", dashed(option)),
              text("写成 {} {}（{}）", "write {} {} ({})", dashed(option), placeholder(option),
                   base::Text{std::string(option.help_zh), std::string(option.help_en)}));
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
                text("用 --帮助 查看选项", "see the options with --help"));
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
  throw Error(Exit::usage, text("{}：“{}”不认识", "{}: '{}' is unknown", dashed(option), value),
              text("可以用：{}", "accepted: {}", base::list_of(words)));
}

void check_word_count(const Command& command, const Arguments& arguments) {
  const std::size_t count = arguments.words.size();
  if (count < command.min_words) {
    throw Error(Exit::usage,
                text("“{}”还要写 {}", "'{}' needs {}",
                     base::Text{std::string(command.zh), std::string(command.name)},
                     placeholder(command.arguments)),
                text("例如：minqing {}", "for example: minqing {}", example_of(command)));
  }
  if (count > command.max_words) {
    throw Error(Exit::usage, text("多余的词“{}”", "unexpected word '{}'", arguments.words.back()),
                text("例如：minqing {}", "for example: minqing {}", example_of(command)));
  }
}

/// `--text=`: CLI11 would take the next word for its value.
const Option* option_of_empty_value(const std::vector<const Option*>& options,
                                    std::string_view typed) {
  const bool is_bare = base::starts_with(typed, "--") && base::ends_with(typed, "=");
  return is_bare ? option_named(options, typed.substr(0, typed.size() - 1)) : nullptr;
}

/// What `--` parts: options with their values, and words that are words whatever they begin with.
struct Parted {
  std::vector<std::string> options;
  std::vector<std::string> words;
};

/// A value may begin with a minus (`-m -5度` is passed on as `--text=-5度`), but is no option: then
/// it was forgotten, which is said here, because CLI11 speaks English only.
Parted part(const std::vector<const Option*>& options, const std::vector<std::string>& typed) {
  Parted out;
  for (auto it = typed.begin(); it != typed.end(); ++it) {
    if (*it == "--") {
      out.words.assign(std::next(it), typed.end());
      break;
    }
    if (const Option* bare = option_of_empty_value(options, *it)) fail_without_value(*bare);
    const Option* option = option_named(options, *it);
    if (!option || option->kind == Option::Kind::flag) {
      out.options.push_back(*it);
      continue;
    }
    const auto value = std::next(it);
    if (value == typed.end() || *value == "--" || option_named(options, *value)) {
      fail_without_value(*option);
    }
    if (value->size() > 1 && value->front() == '-') {
      out.options.push_back("--" + std::string(option->name) + "=" + *value);
    } else {
      out.options.insert(out.options.end(), {*it, *value});
    }
    it = value;
  }
  return out;
}

/// Declaring an option costs more than all the rest of a short line: those that it cannot hold are
/// left out. (Letters may be written together, `-qy`.)
bool may_be_typed(const Option& option, const std::vector<std::string>& typed) {
  return std::any_of(typed.begin(), typed.end(), [&](const std::string& word) {
    if (word.size() < 2 || word[0] != '-') return false;
    if (word[1] != '-')
      return !option.letter.empty() && word.find(option.letter) != std::string::npos;
    const std::string_view name = std::string_view(word).substr(2);
    return name.substr(0, name.find('=')) == option.name ||
           name.substr(0, name.find('=')) == option.zh;
  });
}

/// Runs CLI11 over the options of one command; returns the words it left.
std::vector<std::string> run_cli11(const std::vector<const Option*>& options,
                                   std::vector<std::string> typed, Arguments& out) {
  const auto begins_with_minus = [](const std::string& word) { return word.starts_with('-'); };
  if (std::none_of(typed.begin(), typed.end(), begins_with_minus)) return typed;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras(true);
  std::vector<std::pair<const Option*, CLI::Option*>> declared;
  for (const Option* option : options) {
    if (!may_be_typed(*option, typed)) continue;
    if (option->kind == Option::Kind::flag) {
      declared.emplace_back(option, app.add_flag(spelling(*option)));
    } else {
      declared.emplace_back(option, app.add_option(spelling(*option))
                                        ->expected(1)
                                        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll));
    }
  }
  std::reverse(typed.begin(), typed.end());  // CLI11 takes its vector from the back
  try {
    app.parse(typed);
  } catch (const CLI::ParseError& error) {
    throw Error(Exit::usage, text("命令行不对：{}", "wrong command line: {}", error.what()),
                text("用 --帮助 查看选项", "see the options with --help"));
  }
  for (const auto& [option, found] : declared) {
    if (found->count() == 0) continue;
    auto& values = out.options[std::string(option->name)];
    values = option->kind == Option::Kind::flag ? std::vector<std::string>{""} : found->results();
  }
  return app.remaining();
}

/// `-状态:已登记`: whoever reads the query says where "not" stands.
bool is_negated_term(const Command* command, const std::string& word) {
  const bool takes_query = command && (command->arguments.find("QUERY") != std::string_view::npos ||
                                       command->arguments.find("ISSUE") != std::string_view::npos);
  return takes_query && word.size() > 1 && word[1] != '-' &&
         base::to_half_width(word).find(':') != std::string::npos;
}

Arguments parse_options(const Command* command, const std::vector<const Option*>& options,
                        const std::vector<std::string>& typed) {
  Arguments out;
  const Parted parted = part(options, typed);
  for (const std::string& word : run_cli11(options, parted.options, out)) {
    const bool is_word = word.size() < 2 || word[0] != '-' || is_negated_term(command, word);
    if (!is_word) fail_unknown(options, word);
    out.words.push_back(word);
  }
  out.words.insert(out.words.end(), parted.words.begin(), parted.words.end());
  for (const Option* option : options) {
    const auto given = out.options.find(option->name);
    if (given == out.options.end()) continue;
    if (option->kind == Option::Kind::value && given->second.size() > 1) {
      throw Error(Exit::usage, text("{} 写了两次", "{} is given twice", dashed(*option)));
    }
    for (std::string& value : given->second) check_closed_list(*option, value);
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
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    refuse_full_width_dashes(argument);
  }
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
    throw unknown_command(words.front());
  }
  out.arguments = parse_options(found.command, options, rest);
  out.arguments.command = found.command;
  out.asks_help = out.arguments.has("help");
  if (out.command && !out.asks_help) check_word_count(*out.command, out.arguments);
  return out;
}

}  // namespace minqing::cli
