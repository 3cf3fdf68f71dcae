// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"

#include "cli/options.hpp"

#include <charconv>

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kReason[] = {
    {"reason", "理由", "", Kind::value, "TEXT", "理由；- 从标准输入读取",
     "the reason; - reads standard input"},
    {"text", "内容", "m", Kind::value, "TEXT", "与 --理由 相同", "the same as --reason"},
};

}  // namespace

std::span<const Option> reason_options() { return kReason; }

std::optional<casework::Personal> reason_of(Context& context, const Arguments& arguments) {
  auto reason = personal_option(context, arguments, "reason");
  return reason ? reason : personal_option(context, arguments, "text");
}

Command acting_command(Command rest, WishOf wish_of) {
  rest.group = "life";
  rest.nature = Nature::writes;
  rest.arguments = "ISSUE…";
  rest.max_words = Command::kAnyNumber;
  rest.options.push_back(choosing_options());
  rest.run = [wish_of](Context& context, const Arguments& arguments) {
    return act_on_issues(context, arguments,
                         [&](Context& opened) { return wish_of(opened, arguments); });
  };
  return rest;
}

std::optional<std::int64_t> resident_of(const Arguments& arguments) {
  const auto typed = arguments.value("resident");
  if (!typed) return std::nullopt;
  std::int64_t no = 0;
  const auto [end, fault] = std::from_chars(typed->data(), typed->data() + typed->size(), no);
  if (fault == std::errc() && end == typed->data() + typed->size() && no >= 1) return no;
  throw base::Error(base::Exit::usage,
                    base::text("--诉求人 要写第几位，如 2", "--resident takes a number such as 2"));
}

}  // namespace minqing::cli
