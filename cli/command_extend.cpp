// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/limit.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kExtendOptions[] = {
    {"to", "延至", "", Kind::value, "DATE|LIMIT", "延到哪一天，或延长多久，如 3个工作日",
     "the new date, or how much longer, such as 3wd"},
    {"from-source", "来件延至", "", Kind::value, "DATE", "来件单位同意延到哪一天",
     "the sender's new deadline"},
};

casework::Wish wish_to_extend(Context& context, const Arguments& arguments) {
  casework::Extend wish;
  wish.reason = reason_of(context, arguments).value_or(casework::Personal{});
  if (const auto to = arguments.value("to")) {
    const std::string plain = base::to_half_width(*to);
    wish.by = calendar::parse_limit(plain);
    if (!wish.by) wish.to = context.date("to", plain);
  }
  if (const auto day = arguments.value("from-source")) {
    wish.source_due_on = context.date("from-source", *day);
  }
  return wish;
}

}  // namespace

Command extend_command() {
  return acting_command({.name = "extend",
                         .zh = "延期",
                         .summary_zh = "到期前申请延期，批准以后时限才变",
                         .summary_en = "ask for a later deadline, before it falls due",
                         .options = {kExtendOptions, reason_options()},
                         .example = "延期 23 --延至 3个工作日 --理由 等配件到货",
                         .example_en = "extend 23 --to 3wd --reason 'parts are on their way'"},
                        wish_to_extend);
}

}  // namespace minqing::cli
