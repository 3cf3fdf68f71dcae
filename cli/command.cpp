// SPDX-License-Identifier: MIT
#include "cli/command.hpp"

#include "cli/options.hpp"

namespace minqing::cli {

std::optional<std::string> Arguments::value(std::string_view name) const {
  auto it = options.find(name);
  if (it == options.end() || it->second.empty()) return std::nullopt;
  return it->second.back();
}

std::vector<std::string> Arguments::list(std::string_view name) const {
  auto it = options.find(name);
  return it == options.end() ? std::vector<std::string>{} : it->second;
}

base::Text example_of(const Command& command) {
  const std::string_view en = command.example_en.empty() ? command.example : command.example_en;
  return {std::string(command.example), std::string(en)};
}

std::vector<const Option*> all_options(const Command& command) {
  std::vector<const Option*> out;
  for (const auto& group : command.options) {
    for (const Option& option : group) out.push_back(&option);
  }
  if (command.nature == Nature::writes) {
    for (const Option& option : writing_options()) out.push_back(&option);
  }
  for (const Option& option : global_options()) out.push_back(&option);
  return out;
}

}  // namespace minqing::cli
