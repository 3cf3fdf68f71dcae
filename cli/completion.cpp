// SPDX-License-Identifier: MIT
#include "cli/completion.hpp"

#include "cli/command_table.hpp"
#include "cli/options.hpp"
#include "cli/placeholders.hpp"
#include "lib/base/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace minqing::cli {

namespace {

void add_once(std::vector<std::string>& words, std::string_view word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.emplace_back(word);
}

/// Words of small letters are typed as they stand; `key:value` is not.
bool is_typed_as_it_stands(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return std::islower(static_cast<unsigned char>(c)) != 0;
  });
}

std::vector<std::string> names_of_commands() {
  std::vector<std::string> out;
  for (const Command& command : command_table()) {
    for (std::string_view name : {command.name, command.zh}) {
      for (const std::string_view word : base::split(name, ' ')) add_once(out, word);
    }
  }
  return out;
}

bool mentions_file(std::string_view placeholders) {
  return placeholders.find("FILE") != std::string_view::npos;
}

}  // namespace

std::vector<std::string> first_halves() {
  std::vector<std::string> out;
  for (const Command& command : command_table()) {
    for (std::string_view name : {command.name, command.zh}) {
      const auto words = base::split(name, ' ');
      if (words.size() > 1) add_once(out, words.front());
    }
  }
  return out;
}

std::vector<std::string> second_halves(const std::string& first) {
  std::vector<std::string> out;
  for (const Command& command : command_table()) {
    for (std::string_view name : {command.name, command.zh}) {
      const auto words = base::split(name, ' ');
      if (words.size() > 1 && words.front() == first) add_once(out, words[1]);
    }
  }
  return out;
}

std::vector<std::string> beginnings() {
  std::vector<std::string> out;
  for (const Command& command : command_table()) {
    for (std::string_view name : {command.name, command.zh}) {
      add_once(out, base::split(name, ' ').front());
    }
  }
  return out;
}

std::vector<std::string> argument_words(const Command& command) {
  if (command.arguments.find("COMMAND") != std::string_view::npos) return names_of_commands();
  std::string bare(command.arguments);
  std::replace_if(
      bare.begin(), bare.end(), [](char c) { return c == '[' || c == ']' || c == '|'; }, ' ');
  std::vector<std::string> out;
  for (const std::string_view word : base::split(bare, ' ')) {
    if (!is_typed_as_it_stands(word)) continue;
    add_once(out, word);
    add_once(out, placeholder(word).zh);
  }
  return out;
}

std::vector<std::string> value_words(const Option& option) {
  std::vector<std::string> out;
  if (!option.words) return out;
  for (const base::Word& word : option.words()) {
    add_once(out, word.id);
    add_once(out, word.zh);
  }
  return out;
}

std::vector<std::string> spellings(const Option& option) {
  std::vector<std::string> out;
  if (!option.letter.empty()) out.push_back("-" + std::string(option.letter));
  out.push_back("--" + std::string(option.name));
  if (!option.zh.empty()) out.push_back("--" + std::string(option.zh));
  return out;
}

bool takes_file(const Option& option) { return mentions_file(option.metavar); }
bool takes_file(const Command& command) { return mentions_file(command.arguments); }

std::vector<const Option*> own_options(const Command& command) {
  std::vector<const Option*> out;
  const auto global = global_options();
  for (const Option* option : all_options(command)) {
    const bool is_global = option >= global.data() && option < global.data() + global.size();
    if (!is_global) out.push_back(option);
  }
  return out;
}

}  // namespace minqing::cli
