// SPDX-License-Identifier: MIT
#include "cli/command_table.hpp"
#include "cli/completion.hpp"
#include "cli/options.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::cli {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string help_of(const Option& option, base::Lang lang) {
  return std::string(lang == base::Lang::zh ? option.help_zh : option.help_en);
}

std::string option_line(const std::string& condition, const Option& option, base::Lang lang) {
  std::string out = "complete -c minqing" + condition;
  if (!option.letter.empty()) out += " -s " + std::string(option.letter);
  out += " -l " + std::string(option.name);
  if (!option.zh.empty()) out += " -l " + std::string(option.zh);
  if (option.kind != Option::Kind::flag) out += takes_file(option) ? " -r -F" : " -x";
  if (const auto words = value_words(option); !words.empty()) {
    out += " -a " + quoted(base::join(words, " "));
  }
  return out + " -d " + quoted(help_of(option, lang)) + "\n";
}

/// Holds when the command typed so far is one of these.
std::string when(const std::vector<std::string>& names) {
  std::string test = "contains -- (__minqing_command)";
  for (const std::string& name : names) test += " \"" + name + "\"";
  return " -n " + quoted(test);
}

std::string command_lines(const Command& command, base::Lang lang) {
  const std::string condition = when({std::string(command.name), std::string(command.zh)});
  std::string out;
  for (const Option* option : own_options(command)) out += option_line(condition, *option, lang);
  if (const auto words = argument_words(command); !words.empty()) {
    out += "complete -c minqing" + condition + " -a " + quoted(base::join(words, " ")) + "\n";
  }
  if (takes_file(command)) out += "complete -c minqing" + condition + " -F\n";
  return out;
}

std::string command_function() {
  std::vector<std::string> valued;
  for (const Option& option : global_options()) {
    if (option.kind == Option::Kind::flag) continue;
    for (const std::string& spelling : spellings(option)) valued.push_back(spelling);
  }
  return "# fish: minqing completion fish > ~/.config/fish/completions/minqing.fish\n"
         "function __minqing_command\n"
         "    set -l words (commandline -opc)\n"
         "    set -e words[1]\n"
         "    set -l typed\n"
         "    while set -q words[1]\n"
         "        switch $words[1]\n"
         "            case " +
         base::join(valued, " ") +
         "\n"
         "                set -q words[2]; and set -e words[1]\n"
         "            case '-*'\n"
         "            case '*'\n"
         "                set typed (string join ' ' $typed $words[1])\n"
         "                contains -- $typed " +
         base::join(first_halves(), " ") +
         "; or break\n"
         "        end\n"
         "        set -e words[1]\n"
         "    end\n"
         "    echo \"$typed\"\n"
         "end\n";
}

}  // namespace

std::string fish_completion(base::Lang lang) {
  std::string out = command_function() + "complete -c minqing -f\n";
  for (const Option& option : global_options()) out += option_line("", option, lang);
  out += "complete -c minqing" + when({""}) + " -a " + quoted(base::join(beginnings(), " ")) + "\n";
  for (const std::string& first : first_halves()) {
    out += "complete -c minqing" + when({first}) + " -a " +
           quoted(base::join(second_halves(first), " ")) + "\n";
  }
  for (const Command& command : command_table()) out += command_lines(command, lang);
  return out;
}

}  // namespace minqing::cli
