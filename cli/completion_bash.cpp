// SPDX-License-Identifier: MIT
// bash and zsh read the same shell language: one function that both use says what may follow.
#include "cli/command_table.hpp"
#include "cli/completion.hpp"
#include "cli/options.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::cli {

namespace {

/// `record|登记`, quoted where a name is two words.
std::string pattern(const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (const std::string& word : words) {
    out.push_back(word.find(' ') == std::string::npos ? word : "'" + word + "'");
  }
  return base::join(out, "|");
}

/// Letters are known to who uses them: the long names are offered.
std::string long_names(const std::vector<const Option*>& options) {
  std::vector<std::string> out;
  for (const Option* option : options) {
    for (const std::string& spelling : spellings(*option)) {
      if (base::starts_with(spelling, "--")) out.push_back(spelling);
    }
  }
  return base::join(out, " ");
}

/// One branch of `case $option in` for an option that takes a value.
std::string value_branch(const Option& option, std::string_view indent) {
  std::string offers = takes_file(option) ? "files=1" : "offered=''";
  if (const auto words = value_words(option); !words.empty()) {
    offers = "offered='" + base::join(words, " ") + "'";
  }
  return std::string(indent) + pattern(spellings(option)) + ") " + offers + "; return ;;\n";
}

std::string value_branches(const std::vector<const Option*>& options, std::string_view indent) {
  std::string out;
  for (const Option* option : options) {
    if (option->kind != Option::Kind::flag) out += value_branch(*option, indent);
  }
  return out;
}

std::string command_branch(const Command& command) {
  const auto options = own_options(command);
  const auto words = argument_words(command);
  std::string out = "    " + pattern({std::string(command.name), std::string(command.zh)}) + ")\n";
  if (const std::string values = value_branches(options, "        "); !values.empty()) {
    out += "      case $option in\n" + values + "      esac\n";
  }
  out += "      offered=\"";
  if (!words.empty()) out += base::join(words, " ") + " ";
  if (!options.empty()) out += long_names(options) + " ";
  out += "$global\"\n";
  if (takes_file(command)) out += "      files=1\n";
  return out + "      ;;\n";
}

std::vector<const Option*> globals() {
  std::vector<const Option*> out;
  for (const Option& option : global_options()) out.push_back(&option);
  return out;
}

std::string valued_globals() {
  std::vector<std::string> out;
  for (const Option* option : globals()) {
    if (option->kind != Option::Kind::flag) out.push_back(pattern(spellings(*option)));
  }
  return base::join(out, "|");
}

std::string offering_function() {
  std::string out =
      "# The words before the one at the cursor: sets `offered`, and `files` when a file may stand "
      "there.\n"
      "_minqing_offer() {\n"
      "  local command='' option='' global\n"
      "  offered='' files=''\n"
      "  while [ $# -gt 0 ]; do\n"
      "    option=$1\n"
      "    shift\n"
      "    case $option in\n"
      "      " +
      valued_globals() +
      ")\n"
      "        if [ $# -gt 0 ]; then option=''; shift; fi ;;\n"
      "      -*) ;;\n"
      "      *)\n"
      "        case $command in\n"
      "          ''|" +
      pattern(first_halves()) +
      ") command=\"$command${command:+ }$option\" ;;\n"
      "        esac ;;\n"
      "    esac\n"
      "  done\n"
      "  case $option in\n" +
      value_branches(globals(), "    ") +
      "  esac\n"
      "  global='" +
      long_names(globals()) +
      "'\n"
      "  case $command in\n"
      "    '') offered=\"" +
      base::join(beginnings(), " ") + " $global\" ;;\n";
  for (const std::string& first : first_halves()) {
    out += "    " + first + ") offered='" + base::join(second_halves(first), " ") + "' ;;\n";
  }
  for (const Command& command : command_table()) out += command_branch(command);
  return out + "  esac\n}\n";
}

}  // namespace

std::string bash_completion() {
  return "# bash: source <(minqing completion bash)\n" + offering_function() +
         "_minqing() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} offered files word\n"
         "  local -a before=()\n"
         "  # bash parts --lang=en at the sign.\n"
         "  [ \"$current\" = '=' ] && current=''\n"
         "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
         "    [ \"$word\" = '=' ] || before+=(\"$word\")\n"
         "  done\n"
         "  _minqing_offer \"${before[@]}\"\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$offered\" -- \"$current\")\n"
         "  if [ -n \"$files\" ]; then\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$current\")\n"
         "  fi\n"
         "}\n"
         "complete -F _minqing minqing\n";
}

std::string zsh_completion() {
  return "#compdef minqing\n# zsh: minqing completion zsh > ~/.zfunc/_minqing\n" +
         offering_function() +
         "_minqing() {\n"
         "  local offered files\n"
         "  _minqing_offer \"${(@)words[2,CURRENT-1]}\"\n"
         "  compadd -- ${=offered}\n"
         "  [[ -n $files ]] && _files\n"
         "  return 0\n"
         "}\n"
         "if [[ ${funcstack[1]} == _minqing ]]; then _minqing \"$@\"; else compdef _minqing "
         "minqing; fi\n";
}

}  // namespace minqing::cli
