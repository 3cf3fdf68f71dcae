// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kSignOptions[] = {
    {"handler", "承办人", "", Kind::value, "PERSON", "由谁承办", "who will handle it"},
};

casework::Wish wish_to_sign(Context& context, const Arguments& arguments) {
  casework::SignFor wish;
  if (const auto handler = arguments.value("handler")) wish.handler = context.person(*handler).id;
  return wish;
}

}  // namespace

Command sign_command() {
  return {.name = "sign",
          .zh = "签收",
          .group = "life",
          .summary_zh = "承办单位签收",
          .summary_en = "the unit confirms receipt",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kSignOptions, choosing_options()},
          .example = "签收 23 --承办人 王某",
          .example_en = "sign 23 --handler 'Wang M.'",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments,
                                 [&](Context& opened) { return wish_to_sign(opened, arguments); });
          }};
}

}  // namespace minqing::cli
