// SPDX-License-Identifier: MIT
#include "cli/writing.hpp"

#include "cli/ask.hpp"
#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "cli/naming.hpp"
#include "cli/phrases.hpp"
#include "cli/progress.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/select.hpp"
#include "lib/privacy/mask.hpp"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// Above this many issues a person at a terminal is asked.
constexpr std::size_t kAskAbove = 3;
constexpr int kMatterWidth = 48;
constexpr std::size_t kMaxKeyLength = 200;

std::optional<std::size_t> maximum(const Arguments& arguments) {
  const auto value = arguments.value("max");
  if (!value) return std::nullopt;
  std::size_t out = 0;
  const auto [end, fault] = std::from_chars(value->data(), value->data() + value->size(), out);
  if (fault == std::errc() && end == value->data() + value->size()) return out;
  throw Error(Exit::usage, text("--上限 要写数字", "--max takes a number"));
}

/// `RS2026-00001 RS2026-00002 …`: a screen cannot hold a thousand numbers.
std::string first_of(const std::vector<std::string>& issues) {
  constexpr std::size_t kMostNamed = 20;
  std::vector<std::string> named = issues;
  if (named.size() > kMostNamed) {
    named.resize(kMostNamed);
    named.emplace_back("…");
  }
  return base::join(named, " ");
}

/// The payload of a registration still holds the text as typed.
const casework::IssueRegistered* registration_in(const ledger::Step& step) {
  for (const casework::Payload& payload : step.events) {
    if (const auto* registered = std::get_if<casework::IssueRegistered>(&payload))
      return registered;
  }
  return nullptr;
}

/// What the issues of an order are about, masked, by number; those it registers say it themselves.
std::map<std::string, std::string> matters_of(Context& context, ledger::Ledger& ledger,
                                              const ledger::Outcome& outcome) {
  constexpr std::size_t kAtOnce = 500;
  std::map<std::string, std::string> out;
  casework::Term numbers{.criterion = casework::Criterion::number};
  const auto look_up = [&] {
    casework::Selection selection;
    selection.terms.push_back(std::exchange(numbers, {.criterion = casework::Criterion::number}));
    for (const auto& issue :
         select_for_caller(context, ledger, selection, {.today = context.today()})) {
      out[issue.number] = privacy::mask_text(issue.matter());
    }
  };
  for (const ledger::Step& step : outcome.steps) {
    if (!step.issue.empty() && !registration_in(step)) numbers.any_of.push_back(step.issue);
    if (numbers.any_of.size() == kAtOnce) look_up();
  }
  if (!numbers.any_of.empty()) look_up();
  return out;
}

std::string matter_of(const casework::Particulars& of) {
  ledger::ListedIssue listed;
  if (of.title) listed.title = of.title->plain;
  listed.content = of.content.plain;
  return privacy::mask_text(listed.matter());
}

std::string matter_of(const ledger::Step& step, const std::map<std::string, std::string>& known) {
  if (const auto* registered = registration_in(step)) return matter_of(registered->particulars);
  const auto found = known.find(step.issue);
  return found == known.end() ? std::string() : found->second;
}

/// What happened to something that is no issue and has a number of its own.
bool names_itself(const casework::Payload& payload) {
  return std::visit(
      [](const auto& data) {
        return !casework::entry_number(data).empty() || !casework::card_number(data).empty();
      },
      payload);
}

bool names_itself(const ledger::Step& step) {
  return step.issue.empty() && std::any_of(step.events.begin(), step.events.end(),
                                           [](const auto& one) { return names_itself(one); });
}

base::Json own_json(const casework::Payload& payload, const std::string& transaction,
                    bool dry_run) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("kind", kind_of(payload));
  std::visit(
      [&](const auto& data) {
        if (const auto entry = casework::entry_number(data); !entry.empty())
          out.set("entry", entry);
        if (const auto card = casework::card_number(data); !card.empty()) out.set("card", card);
      },
      payload);
  out.set("transaction", transaction);
  if (dry_run) out.set("dry_run", true);
  return out;
}

base::Json echo_json(const ledger::Step& step, const std::string& matter,
                     const std::string& transaction, bool dry_run) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("number", step.issue);
  out.set("state", id_of(step.state));
  out.set("content", matter);
  out.set("transaction", transaction);
  if (dry_run) out.set("dry_run", true);
  base::Json events = base::Json::array();
  for (const auto& payload : step.events) {
    events.push(kind_of(payload));
    if (const auto* assigned = std::get_if<casework::IssueAssigned>(&payload)) {
      out.set("handler_unit", assigned->unit);
      out.set("due_on", to_string(assigned->due.due_on));
      out.set("provisional", assigned->due.provisional);
      out.set("rule", base::parse_json(casework::to_json(assigned->rule)));
    }
  }
  out.set("events", std::move(events));
  return out;
}

/// `自来水浑浊三天了：水务站，2026-11-19 前办结…`
base::Text about(const std::string& matter, const base::Text& rest) {
  if (matter.empty()) return rest;
  if (rest.empty()) return base::same(matter);
  return text("{}：{}", "{}: {}", matter, rest);
}

/// What the issue is about stands in the first line, so that a mistyped number shows.
void echo_step(Context& context, ledger::Ledger& ledger, const ledger::Step& step,
               const std::string& matter, const Names& names) {
  std::string first = base::fit(matter, kMatterWidth);
  for (casework::Payload payload : step.events) {
    // What an earlier command recorded and this one brought about is sealed still.
    unseal_payload(ledger, step.issue, payload);
    const auto* registered = std::get_if<casework::IssueRegistered>(&payload);
    const std::string known = std::exchange(first, {});
    const base::Text more =
        registered ? text("{} {}", "{} {}", names.category(registered->particulars.category), known)
                   : about(known, details(payload, names));
    context.out().line(base::visible(context.in_lang(kind_label(kind_of(payload))) + " " +
                                     step.issue +
                                     (more.empty() ? "" : "  " + context.in_lang(more))));
  }
}

void echo_own(Context& context, const ledger::Step& step, const Names& names) {
  for (const casework::Payload& payload : step.events) {
    if (!names_itself(payload)) continue;
    context.out().line(base::visible(context.in_lang(kind_label(kind_of(payload))) + " " +
                                     context.in_lang(details(payload, names))));
  }
}

ledger::Order order_of(Context& context) {
  const Arguments& arguments = context.arguments();
  const Actor actor = context.actor();
  ledger::Order order;
  order.actor = actor.typed_by;
  order.by = actor.done_by;
  order.os = context.os_identity();
  order.dry_run = context.dry_run();
  if (const auto at = arguments.value("at")) order.at = context.moment("at", *at);
  if (const auto key = arguments.value("key")) {
    if (key->empty() || key->size() > kMaxKeyLength || !base::is_valid_utf8(*key)) {
      throw Error(Exit::usage,
                  text("--幂等键 要有 1 至 {} 个字节", "--key takes 1 to {} bytes", kMaxKeyLength));
    }
    order.key = *key;
  }
  return order;
}

ledger::Order order_of(Context& context, std::vector<casework::Command> commands) {
  ledger::Order order = order_of(context);
  order.commands = std::move(commands);
  return order;
}

ledger::Order order_of(Context& context, const casework::PackedCommands& rows,
                       const TakeStep& take) {
  ledger::Order order = order_of(context);
  order.rows = &rows;
  order.take = take;
  order.imported = true;
  return order;
}

/// `正在写入：45%`; a trial is put in words of its own.
base::Text words_of_stage(ledger::Stage stage, std::size_t done, const ledger::Order& order) {
  const base::Text what = stage == ledger::Stage::deciding ? text("正在核对", "checking")
                          : order.dry_run                  ? text("正在试写", "trying")
                                                           : text("正在写入", "writing");
  return text("{}：{}%", "{}: {}%", what, per_cent(done, order.size()));
}

ledger::Outcome carry_out_watched(Context& context, ledger::Ledger& ledger, ledger::Order order) {
  Progress progress(context);
  if (progress.is_watched()) {
    order.watch = [&](ledger::Stage stage, std::size_t done) {
      if (progress.is_due()) progress.show(words_of_stage(stage, done, order));
    };
  }
  return carry_out(ledger, order, context.clock());
}

}  // namespace

void guard_number(Context& context, std::size_t count, const base::Text& what,
                  const std::string& named) {
  const Arguments& arguments = context.arguments();
  if (const auto limit = maximum(arguments); limit && count > *limit) {
    throw Error(Exit::conflict, text("{}，超过 --上限 {}", "{}, more than --max {}", what, *limit),
                text("什么也没有写入", "nothing was written"));
  }
  if (count <= kAskAbove || arguments.has("yes") || context.dry_run()) return;
  if (!isatty(STDIN_FILENO)) {
    if (!isatty(STDERR_FILENO) || arguments.has("max")) return;
    throw Error(Exit::usage, what, text("确认请加 --确认", "add --yes to confirm"));
  }
  const base::Text list = named.empty() ? what : text("{}：{}", "{}: {}", what, named);
  if (!confirm(text("{}。继续吗？", "{}. Go on?", list), context.lang())) {
    throw Error(Exit::conflict,
                text("没有确认，什么也没有写入", "not confirmed; nothing was written"));
  }
}

bool is_guarded(const Context& context) {
  const Arguments& arguments = context.arguments();
  if (arguments.has("max")) return true;
  return !arguments.has("yes") && !context.dry_run() &&
         (isatty(STDIN_FILENO) || isatty(STDERR_FILENO));
}

void guard_number(Context& context, const std::vector<std::string>& issues) {
  guard_number(context, issues.size(),
               text("要处理 {} 件", "{} would be touched", base::counted(issues.size(), "issue")),
               first_of(issues));
}

std::optional<casework::Personal> personal_option(Context& context, const Arguments& arguments,
                                                  const std::string& name) {
  const auto value = arguments.value(name);
  if (!value) return std::nullopt;
  return casework::personal(context.words(name, *value));
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
                         std::vector<casework::Command> commands, std::optional<std::string> key) {
  ledger::Order order = order_of(context, std::move(commands));
  if (key) order.key = std::move(key);
  return carry_out(ledger, order, context.clock());
}

ledger::Outcome write_told(Context& context, ledger::Ledger& ledger,
                           std::vector<casework::Command> commands,
                           std::optional<std::string> key) {
  ledger::Order order = order_of(context, std::move(commands));
  order.imported = true;
  if (key) order.key = std::move(key);
  return carry_out(ledger, order, context.clock());
}

ledger::Outcome rehearse_told(Context& context, ledger::Ledger& ledger,
                              std::vector<casework::Command> commands) {
  ledger::Order order = order_of(context, std::move(commands));
  order.imported = true;
  order.dry_run = true;
  return carry_out(ledger, order, context.clock());
}

ledger::Outcome write_rows(Context& context, ledger::Ledger& ledger,
                           const casework::PackedCommands& rows, const TakeStep& take) {
  return carry_out_watched(context, ledger, order_of(context, rows, take));
}

ledger::Outcome rehearse(Context& context, ledger::Ledger& ledger,
                         std::vector<casework::Command> commands) {
  ledger::Order order = order_of(context, std::move(commands));
  order.dry_run = true;
  return carry_out(ledger, order, context.clock());
}

ledger::Outcome rehearse_rows(Context& context, ledger::Ledger& ledger,
                              const casework::PackedCommands& rows, const TakeStep& take) {
  ledger::Order order = order_of(context, rows, take);
  order.dry_run = true;
  return carry_out_watched(context, ledger, std::move(order));
}

void echo(Context& context, ledger::Ledger& ledger, const ledger::Outcome& outcome) {
  if (outcome.replayed) {
    context.out().remark(text("这个幂等键已经写过，没有重复写入",
                              "this key was used before; nothing was written again"));
  }
  if (context.json()) {
    const auto matters = matters_of(context, ledger, outcome);
    for (const ledger::Step& step : outcome.steps) {
      for (const casework::Payload& payload : step.events) {
        if (!names_itself(payload)) continue;
        context.out().json(own_json(payload, outcome.transaction, context.dry_run()));
      }
      if (step.issue.empty()) continue;
      const std::string matter = matter_of(step, matters);
      context.out().json(echo_json(step, matter, outcome.transaction, context.dry_run()));
    }
    return;
  }
  if (context.dry_run())
    context.out().line(text("试运行，没有写入：", "dry run, nothing written:"));
  if (context.out().quiet) return;
  const auto matters = matters_of(context, ledger, outcome);
  const Names names{ledger.roster(), ledger.schema()};
  for (const ledger::Step& step : outcome.steps) {
    if (names_itself(step)) echo_own(context, step, names);
    if (!step.issue.empty()) echo_step(context, ledger, step, matter_of(step, matters), names);
  }
}

std::vector<std::string> open_for_issues(Context& context, const Arguments& arguments) {
  const std::vector<std::string> typed = typed_issues(arguments);
  context.ask_beforehand();
  std::vector<std::string> issues;
  if (is_guarded(context)) {
    // Nobody waits for the ledger while a person makes up their mind.
    issues = name_issues(context, context.open(ledger::Access::read), typed, arguments);
    guard_number(context, issues);
  }
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  if (issues.empty()) issues = name_issues(context, ledger, typed, arguments);
  return issues;
}

int act_on_issues(Context& context, const Arguments& arguments, const MakeWish& make_wish) {
  const auto issues = open_for_issues(context, arguments);
  const casework::Wish wish = make_wish(context);
  std::vector<casework::Command> commands;
  for (const std::string& issue : issues) commands.push_back({.wish = wish, .issue = issue});
  ledger::Ledger& ledger = context.ledger();
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
  return 0;
}

}  // namespace minqing::cli
