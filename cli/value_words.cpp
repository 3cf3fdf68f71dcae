// SPDX-License-Identifier: MIT
#include "cli/value_words.hpp"

namespace minqing::cli {

namespace {

constexpr base::Word kYesNo[] = {
    {"yes", "是", "yes", "有|已|√|y|1|对"},
    {"no", "否", "no", "无|未|×|n|0|没有"},
};

}  // namespace

std::span<const base::Word> yes_no_words() { return kYesNo; }

std::optional<bool> yes_or_no(const Arguments& arguments, std::string_view option) {
  const auto value = arguments.value(option);
  if (!value) return std::nullopt;
  return *value == "yes";
}

}  // namespace minqing::cli
