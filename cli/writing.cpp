// SPDX-License-Identifier: MIT
#include "cli/writing.hpp"

#include "cli/ask.hpp"
#include "cli/naming.hpp"
#include "cli/phrases.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/select.hpp"
#include "lib/privacy/mask.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// Above this many issues a person at a terminal is asked.
constexpr std::size_t kAskAbove = 3;
constexpr int kMatterWidth = 48;
constexpr std::size_t kMaxKeyLength = 200;

std::size_t maximum(const Arguments& arguments) {
  const auto value = arguments.value("max");
  if (!value) return Command::kAnyNumber * 1000;
  std::size_t out = 0;
  const auto [end, fault] = std::from_chars(value->data(), value->data() + value->size(), out);
  if (fault == std::errc() && end == value->data() + value->size()) return out;
  throw Error(Exit::usage, text("--max 要写数字", "--max takes a number"));
}

base::Json echo_json(const ledger::Step& step, const std::string& transaction, bool dry_run) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("number", step.issue);
  out.set("state", id_of(step.state));
  out.set("transaction", transaction);
  if (dry_run) out.set("dry_run", true);
  base::Json events = base::Json::array();
  for (const auto& payload : step.events) {
    events.push(kind_of(payload));
    if (const auto* assigned = std::get_if<casework::IssueAssigned>(&payload)) {
      out.set("handler_unit", assigned->unit);
      out.set("due_on", to_string(assigned->due.due_on));
      out.set("provisional", assigned->due.provisional);
      out.set("rule", casework::encode(assigned->rule));
    }
  }
  out.set("events", std::move(events));
  return out;
}

/// What was registered, in one line: the payload still holds the text as typed.
std::string matter_of(Context& context, const casework::Particulars& of, const Names& names) {
  ledger::ListedIssue listed;
  if (of.title) listed.title = of.title->plain;
  listed.content = of.content.plain;
  const std::string matter = base::fit(privacy::mask_text(listed.matter()), kMatterWidth);
  return context.in_lang(names.category(of.category)) + " " + matter;
}

void echo_step(Context& context, const ledger::Step& step, const Names& names) {
  for (const casework::Payload& payload : step.events) {
    const auto* registered = std::get_if<casework::IssueRegistered>(&payload);
    const std::string rest = registered ? matter_of(context, registered->particulars, names)
                                        : context.in_lang(details(payload, names));
    context.out().line(base::visible(context.in_lang(kind_label(kind_of(payload))) + " " +
                                     step.issue + (rest.empty() ? "" : "  " + rest)));
  }
}

}  // namespace

std::optional<casework::Personal> personal_option(Context& context, const Arguments& arguments,
                                                  const std::string& name) {
  const auto value = arguments.value(name);
  if (!value) return std::nullopt;
  return casework::personal(context.words(name, *value));
}

void guard_number(Context& context, const std::vector<std::string>& issues) {
  const std::size_t limit = maximum(context.arguments());
  if (issues.size() > limit) {
    throw Error(Exit::conflict,
                text("选中 {} 件，超过 --上限 {}", "{} issues are chosen, more than --max {}",
                     issues.size(), limit),
                text("什么也没有写入", "nothing was written"));
  }
  if (issues.size() <= kAskAbove || context.arguments().has("yes") || context.dry_run()) return;
  if (!isatty(STDIN_FILENO)) {
    if (!isatty(STDERR_FILENO) || context.arguments().has("max")) return;
    throw Error(Exit::usage, text("要处理 {} 件", "{} issues would be touched", issues.size()),
                text("确认请加 --确认", "add --yes to confirm"));
  }
  const auto question = text("要处理 {} 件：{}。继续吗？", "{} issues: {}. Go on?", issues.size(),
                             base::join(issues, " "));
  if (!confirm(question, context.lang())) {
    throw Error(Exit::conflict,
                text("没有确认，什么也没有写入", "not confirmed; nothing was written"));
  }
}

std::vector<std::string> fill_dashes(Context& context, std::vector<std::string> words) {
  for (std::string& word : words) {
    const std::string plain = base::to_half_width(word);
    if (plain.size() < 2 || !base::ends_with(plain, ":-")) continue;
    const std::string key = plain.substr(0, plain.size() - 2);
    word = key + ":" + context.words(key, "-");
  }
  return words;
}

ledger::Outcome write_to(Context& context, ledger::Ledger& ledger,
                         std::vector<casework::Command> commands, bool imported) {
  const Arguments& arguments = context.arguments();
  const Actor actor = context.actor();
  ledger::Order order;
  order.commands = std::move(commands);
  order.actor = actor.typed_by;
  order.by = actor.done_by;
  order.os = context.os_identity();
  order.imported = imported;
  order.dry_run = context.dry_run();
  if (const auto at = arguments.value("at")) order.at = context.moment("at", *at);
  if (const auto key = arguments.value("key")) {
    if (key->empty() || key->size() > kMaxKeyLength || !base::is_valid_utf8(*key)) {
      throw Error(Exit::usage,
                  text("--key 要有 1 至 {} 个字节", "--key takes 1 to {} bytes", kMaxKeyLength));
    }
    order.key = *key;
  }
  return carry_out(ledger, order, context.clock());
}

void echo(Context& context, ledger::Ledger& ledger, const ledger::Outcome& outcome) {
  if (outcome.replayed) {
    context.out().remark(text("这个幂等键已经写过，没有重复写入",
                              "this key was used before; nothing was written again"));
  }
  if (context.json()) {
    for (const ledger::Step& step : outcome.steps) {
      if (!step.issue.empty())
        context.out().json(echo_json(step, outcome.transaction, context.dry_run()));
    }
    return;
  }
  if (context.dry_run())
    context.out().line(text("试运行，没有写入：", "dry run, nothing written:"));
  if (context.out().quiet) return;
  const Names names{ledger.roster(), ledger.schema()};
  for (const ledger::Step& step : outcome.steps) {
    if (!step.issue.empty()) echo_step(context, step, names);
  }
}

int act_on_issues(Context& context, const Arguments& arguments, const MakeWish& make_wish) {
  const std::vector<std::string> typed = typed_issues(arguments);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::vector<std::string> issues = name_issues(context, ledger, typed, arguments);
  guard_number(context, issues);
  const casework::Wish wish = make_wish(context);
  std::vector<casework::Command> commands;
  for (const std::string& issue : issues) commands.push_back({.wish = wish, .issue = issue});
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
  return 0;
}

}  // namespace minqing::cli
