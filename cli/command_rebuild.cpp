// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/error.hpp"
#include "lib/ledger/verify.hpp"

namespace minqing::cli {

namespace {

using base::text;

base::Text outcome(bool same, bool dry_run, const ledger::Rebuilt& result) {
  if (result.before.empty()) {
    return dry_run
               ? text("各表不是这一版程序建的；运行“重建”按记录改建  {}",
                      "the tables are not this version's; 'rebuild' makes them anew  {}",
                      result.after)
               : text("各表不是这一版程序建的，已按记录改建  {}",
                      "the tables were not this version's and were made anew  {}", result.after);
  }
  if (same) return text("各表与记录一致  {}", "the tables agree with the events  {}", result.after);
  if (dry_run) {
    return text("各表与记录不一致；运行“重建”按记录改正  {} → {}",
                "the tables differ from the events; 'rebuild' corrects them  {} → {}",
                result.before, result.after);
  }
  return text("各表与记录不一致，已按记录改正  {} → {}",
              "the tables differed from the events and were corrected  {} → {}", result.before,
              result.after);
}

int run_rebuild(Context& context, const Arguments&) {
  ledger::Ledger& ledger = context.open(ledger::Access::rebuild);
  if (const auto chain = ledger::verify(ledger, ""); !chain.ok()) {
    throw base::Error(
        base::Exit::integrity,
        text("第 {} 条记录与校验链不符，不能据此重建",
             "event {} breaks the chain; nothing is rebuilt from it", chain.findings.front().seq),
        text("运行“验账”查明，用备份还原", "run 'verify', and restore a backup"));
  }
  const auto result = ledger::rebuild(ledger, context.dry_run());
  const bool same = result.before == result.after;
  if (context.json()) {
    base::Json out = base::Json::object();
    out.set("v", 1).set("events", result.events);
    out.set("before", result.before);
    out.set("after", result.after);
    if (context.dry_run()) out.set("dry_run", true);
    context.out().json(out);
  } else {
    if (context.dry_run()) {
      context.out().line(text("试运行：用 {} 条记录核对，没有重建",
                              "dry run: compared with {}, nothing rebuilt",
                              base::counted(result.events, "event")));
    } else {
      context.out().line(
          text("由 {} 条记录重建", "rebuilt from {}", base::counted(result.events, "event")));
    }
    context.out().line(outcome(same, context.dry_run(), result));
  }
  return same ? 0 : static_cast<int>(base::Exit::other);
}

}  // namespace

Command rebuild_command() {
  return {.name = "rebuild",
          .zh = "重建",
          .group = "ledger",
          .summary_zh = "由记录重新算出各表；与原来不同则返回 1",
          .summary_en = "fold all events into the tables again; exit 1 when they differed",
          .nature = Nature::writes,
          .options = {},
          .example = "重建",
          .example_en = "rebuild",
          .run = run_rebuild};
}

}  // namespace minqing::cli
