// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/intake/day_words.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kAssignOptions[] = {
    {"auto", "自动", "", Kind::flag, "", "按派单目录自动定单位", "route by the table"},
    {"unit", "承办单位", "", Kind::value, "UNIT", "承办单位", "handling unit"},
    {"handler", "承办人", "", Kind::value, "PERSON", "承办人", "person who handles it"},
    {"co-unit", "协办单位", "", Kind::list, "UNIT", "协办单位，可写多次",
     "cooperating unit; may be repeated"},
    {"leader", "分管领导", "", Kind::value, "PERSON", "分管领导", "leader in charge"},
    {"due", "时限", "", Kind::value, "DATE|LIMIT",
     "办结时限，如 2026-12-01 或 5个工作日；默认按规则",
     "due date or limit such as 5wd; default by the rules"},
    {"recall", "收回", "", Kind::flag, "", "交错了单位：收回，等待改派，不算退回",
     "our own mistake: take it back for another assignment"},
    {"reason", "理由", "", Kind::value, "TEXT", "收回的理由", "why it is recalled"},
};

void read_due(Context& context, const std::string& typed, casework::Assign& wish) {
  const std::string plain = base::to_half_width(typed);
  wish.limit = calendar::parse_limit(plain);
  if (wish.limit) return;
  wish.due_on = intake::parse_day(plain, context.today());
  if (wish.due_on) return;
  throw Error(Exit::usage,
              text("--时限：“{}”既不是日期，也不是时限",
                   "--due: '{}' is neither a date nor a limit", typed),
              text("可以写 2026-12-01、12月1日、月底，或 5个工作日、15日、24小时",
                   "accepted: 2026-12-01, month-end; 5wd, 15d, 24h"));
}

casework::Wish recall_wish(Context& context, const Arguments& arguments) {
  for (std::string_view other : {"auto", "unit", "handler", "co-unit", "leader", "due"}) {
    if (!arguments.has(other)) continue;
    throw Error(Exit::usage, text("--收回 单独用", "--recall stands alone"),
                text("收回以后再交办", "recall it first, then assign it again"));
  }
  casework::Recall wish;
  wish.words = personal_option(context, arguments, "reason");
  return wish;
}

casework::Wish assign_wish(Context& context, const Arguments& arguments) {
  if (arguments.has("recall")) return recall_wish(context, arguments);
  casework::Assign wish;
  const auto unit = arguments.value("unit");
  wish.automatic = arguments.has("auto");
  if (wish.automatic == unit.has_value()) {
    throw Error(Exit::usage,
                text("要么 --自动，要么 --承办单位 单位", "give either --auto or --unit"));
  }
  if (unit) wish.unit = context.unit(*unit).id;
  if (const auto handler = arguments.value("handler")) {
    wish.handler = context.person(*handler, wish.unit).id;
  }
  if (const auto leader = arguments.value("leader")) wish.leader = context.person(*leader).id;
  for (const std::string& co_unit : arguments.list("co-unit")) {
    wish.co_units.push_back(context.unit(co_unit).id);
  }
  if (const auto due = arguments.value("due")) read_due(context, *due, wish);
  return wish;
}

}  // namespace

Command assign_command() {
  return {.name = "assign",
          .zh = "交办",
          .group = "everyday",
          .summary_zh = "把诉求交给承办单位，定出时限",
          .summary_en = "hand issues to the unit that answers for them, with a due date",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kAssignOptions, choosing_options()},
          .example = "交办 23 --承办单位 水务站 --时限 5个工作日",
          .example_en = "assign 23 --unit 水务站 --due 5wd",
          .run = [](Context& context, const Arguments& arguments) {
            return act_on_issues(context, arguments,
                                 [&](Context& opened) { return assign_wish(opened, arguments); });
          }};
}

}  // namespace minqing::cli
