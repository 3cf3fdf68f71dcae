// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/history.hpp"
#include "cli/naming.hpp"
#include "cli/next_steps.hpp"
#include "cli/options.hpp"
#include "lib/intake/amending.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr Option kAmendOptions[] = {
    {"resident", "诉求人", "", Option::Kind::value, "N", "更正第几位诉求人的姓名、电话、住址",
     "whose name, telephone or address, from 1"},
    {"reason", "理由", "", Option::Kind::value, "TEXT", "为什么更正", "why"},
};

/// A key that is mistyped must not become new content: here every value has its key.
void require_keys(const schema::Schema& schema, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    const intake::TypedWords read = intake::read_words(schema, {word});
    const intake::DraftValue* content = read.draft.find("content");
    if (!content || content->cell.value != word) continue;
    throw Error(Exit::usage,
                text("“{}”没有写是哪一项", "'{}' does not say which field it is", word),
                text("写成 键:值，如 电话:13800000001；改内容写 内容:…",
                     "write key:value, such as phone:13800000001; for the text content:…"));
  }
}

int run_amend(Context& context, const Arguments& arguments) {
  std::vector<std::string> words = arguments.words;
  const std::string typed = words.front();
  words.erase(words.begin());
  if (words.empty()) {
    throw Error(Exit::usage, text("没有写更正什么", "nothing to amend"),
                text("例如：minqing 更正 {} 电话:13800000001 --理由 登记时写错",
                     "for example: minqing amend {} phone:13800000001 --reason typo", typed));
  }
  words = fill_dashes(context, std::move(words));
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  const std::string number = name_issue(context, ledger, typed);
  require_keys(ledger.schema(), words);
  const intake::TypedWords read = intake::read_words(ledger.schema(), words);
  auto result = read.problems.empty()
                    ? intake::make_amendment(
                          ledger.schema(), ledger.roster(), {context.today(), {}}, read.draft,
                          load_plain(ledger, number), resident_of(arguments).value_or(1))
                    : intake::AmendmentResult{{}, read.problems};
  if (!result.problems.empty()) throw base::Rejected(std::move(result.problems));
  casework::Amend wish{
      std::move(result.changes),
      personal_option(context, arguments, "reason").value_or(casework::Personal{})};
  const auto outcome = write_to(context, ledger, {{.wish = std::move(wish), .issue = number}});
  echo(context, ledger, outcome);
  name_route(context, outcome);
  return 0;
}

}  // namespace

Command amend_command() {
  return {.name = "amend",
          .zh = "更正",
          .group = "life",
          .summary_zh = "更正登记的任何一项，新旧都留着；动时限的要批准",
          .summary_en = "correct what was recorded, old and new kept; deadlines need approval",
          .nature = Nature::writes,
          .arguments = "ISSUE key:value…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {kAmendOptions},
          .example = "更正 23 类别:供水 电话:- --理由 登记时写错",
          .example_en = "amend 23 category:water_supply phone:- --reason 'a slip'",
          .run = run_amend};
}

}  // namespace minqing::cli
