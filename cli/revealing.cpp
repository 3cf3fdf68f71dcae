// SPDX-License-Identifier: MIT
#include "cli/revealing.hpp"

#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::Text;
using base::text;

using Kind = Option::Kind;
constexpr Option kRevealOptions[] = {
    {"reveal", "亮明", "", Kind::flag, "", "显示姓名、电话、住址和原文；先留痕再显示",
     "show names, phones, addresses and the text as typed; recorded first"},
    {"reason", "理由", "", Kind::value, "TEXT", "为什么要看", "why"},
    {"purpose", "用途", "", Kind::value, "PURPOSE", "规则中的用途，如 电话回访",
     "a purpose of the schema"},
};

/// The purposes there are, for who named another.
Text purposes_of(const schema::Schema& schema) {
  std::vector<std::string> zh, en;
  for (const schema::Purpose& purpose : schema.purposes) {
    zh.push_back(purpose.label.zh);
    en.push_back(purpose.id);
  }
  if (zh.empty()) return text("写 --理由 理由", "give --reason");
  return text("可以用：{}；或写 --理由 理由", "accepted: {}; or give --reason",
              Text{base::join(zh, "、"), base::join(en, ", ")});
}

}  // namespace

std::span<const Option> reveal_options() { return kRevealOptions; }

std::vector<std::string> record_reveal(Context& context, ledger::Ledger& ledger,
                                       const Arguments& arguments,
                                       casework::IdentityRevealed event) {
  // The reason stays readable in the chain for good: no number of a resident may stand in it.
  if (const auto reason = arguments.value("reason")) event.reason = privacy::mask_text(*reason);
  if (const auto typed = arguments.value("purpose")) {
    for (const schema::Purpose& purpose : ledger.schema().purposes) {
      if (purpose.id != *typed && purpose.label.zh != *typed && purpose.label.en != *typed)
        continue;
      event.purpose = purpose.id;
      event.fields = purpose.fields;
    }
    if (!event.purpose) {
      throw Error(Exit::usage, text("规则里没有用途“{}”", "the schema has no purpose '{}'", *typed),
                  purposes_of(ledger.schema()));
    }
  }
  if (!event.purpose && (!event.reason || base::trim(*event.reason).empty())) {
    throw Error(Exit::usage, text("看明文要写理由", "revealing needs a reason"),
                text("加上 --理由 理由，或 --用途 用途", "add --reason or --purpose"));
  }
  write_to(context, ledger, {{.wish = event}});
  if (!context.dry_run()) return event.fields;
  const Text said =
      text("试运行：没有留痕，也没有亮明", "dry run: nothing was recorded and nothing is revealed");
  // Among objects for scripts it would be no object.
  if (context.json()) {
    context.out().remark(said);
  } else {
    context.out().line(said);
  }
  return {};
}

}  // namespace minqing::cli
