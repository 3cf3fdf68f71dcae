// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/verify.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kVerifyOptions[] = {
    {"anchor", "校验码", "", Kind::value, "DIGEST",
     "纸质通报上的校验码（至少 40 位），看台账是否与它一致",
     "the chain head on a filed paper (at least 40 digits): does the ledger agree?"},
};

/// 160 bits: who could have written both versions needs collisions only.
constexpr std::size_t kAnchorDigits = 40;

std::string read_anchor(const Arguments& arguments) {
  std::string digits;
  for (char c : base::fold(arguments.value("anchor").value_or(""))) {
    if (c != '-') digits += c;
  }
  if (!arguments.has("anchor")) return digits;
  const bool hex =
      std::all_of(digits.begin(), digits.end(), [](unsigned char c) { return std::isxdigit(c); });
  if (hex && digits.size() >= kAnchorDigits && digits.size() <= 64) return digits;
  throw Error(Exit::usage,
              text("校验码应是 40 至 64 位十六进制数字", "the anchor takes 40 to 64 hex digits"));
}

/// Never just "ok": what is proved, by what, and what no anchor covers.
void print(Context& context, const ledger::Verification& result, const std::string& anchor) {
  Output& out = context.out();
  for (const ledger::Finding& finding : result.findings) {
    out.line(text("第 {} 条：{}", "event {}: {}", finding.seq, finding.what));
  }
  if (result.findings.empty()) {
    out.line(text("校验链完整，至第 {} 条", "the chain is whole up to event {}", result.head.seq));
  }
  out.line(text("链头 {}", "head {}", base::to_hex(base::bytes_of(result.head.link))));
  std::int64_t covered = 0;
  if (!anchor.empty()) {
    if (result.anchored_at) {
      covered = *result.anchored_at;
      out.line(text("与给出的校验码一致，至第 {} 条", "agrees with the given anchor up to event {}",
                    covered));
    } else {
      out.line(text("与给出的校验码不符：纸上的台账不是这一本",
                    "disagrees with the given anchor: this is not the "
                    "ledger on the paper"));
    }
  } else if (result.published_up_to > 0) {
    out.line(text("最近发布的报表 {} 覆盖至第 {} 条；请用纸上的校验码核对：验账 --校验码",
                  "the last published report {} covers up to event {}; compare its paper: verify "
                  "--anchor",
                  result.last_published, result.published_up_to));
  }
  if (covered < result.head.seq && result.findings.empty()) {
    out.line(
        text("第 {} 至 {} 条没有外部凭据：完整性只由台账自身证明",
             "events {} to {} are covered by no anchor: only the ledger itself vouches for them",
             covered + 1, result.head.seq));
  }
  if (!result.findings.empty()) return;
  out.line(text("由记录算出的各表不在此列：列表、查看不对时，用 minqing rebuild -n 比对",
                "the tables made from the events are not compared here: when lists look wrong, run "
                "minqing rebuild -n"));
}

void print_json(Context& context, const ledger::Verification& result, const std::string& anchor) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("ok", result.ok() && (anchor.empty() || result.anchored_at.has_value()));
  out.set("events", result.events);
  out.set("seq", result.head.seq);
  out.set("head", base::to_hex(base::bytes_of(result.head.link)));
  if (!anchor.empty()) out.set("anchor_agrees", result.anchored_at.has_value());
  if (result.anchored_at) out.set("anchored_up_to", *result.anchored_at);
  if (result.published_up_to > 0) {
    out.set("published_up_to", result.published_up_to);
    out.set("last_published", result.last_published);
  }
  base::Json findings = base::Json::array();
  for (const ledger::Finding& finding : result.findings) {
    base::Json one = base::Json::object();
    one.set("seq", finding.seq);
    findings.push(one.set("text", finding.what.in(context.lang())));
  }
  out.set("findings", std::move(findings));
  context.out().json(out);
}

int run_verify(Context& context, const Arguments& arguments) {
  const std::string anchor = read_anchor(arguments);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const auto result = ledger::verify(ledger, anchor);
  ledger.end_reading();
  if (context.json()) {
    print_json(context, result, anchor);
  } else {
    print(context, result, anchor);
  }
  const bool agrees = anchor.empty() || result.anchored_at.has_value();
  return result.ok() && agrees ? 0 : static_cast<int>(Exit::integrity);
}

}  // namespace

Command verify_command() {
  return {.name = "verify",
          .zh = "验账",
          .group = "ledger",
          .summary_zh = "从头核对校验链，并说明哪些没有外部凭据",
          .summary_en = "walk the whole chain, and say what no anchor covers",
          .nature = Nature::reads,
          .options = {kVerifyOptions},
          .example = "验账",
          .example_en = "verify",
          .run = run_verify};
}

}  // namespace minqing::cli
