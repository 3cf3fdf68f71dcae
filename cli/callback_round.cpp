// SPDX-License-Identifier: MIT
#include "cli/callback_round.hpp"

#include <iostream>

#include "cli/ask.hpp"
#include "cli/confidence.hpp"
#include "cli/naming.hpp"
#include "cli/phrases.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/load.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::text;
using casework::Satisfaction;
using casework::Unreached;

constexpr std::string_view kPurpose = "callback";

/// What the caller needs to know of an issue.
struct ToCall {
  std::string number;
  std::string category;
  std::string matter;
  std::string result;
  std::vector<std::string> residents;  ///< name and number to dial
};

/// Everything is said on standard error, where the questions are: the results are the echoes.
void say(Context& context, const base::Text& words) {
  std::cerr << base::visible(words.in(context.lang())) << '\n';
}

std::vector<ledger::ListedIssue> waiting(Context& context, ledger::Ledger& ledger,
                                         const Arguments& arguments) {
  const auto query =
      arguments.words.empty() ? std::vector<std::string>{"@待回访"} : arguments.words;
  std::vector<ledger::ListedIssue> out =
      select_for_caller(context, ledger, read_query(context, ledger, query),
                        {.today = context.today(), .with_text = false});
  leave_out_kept(context, ledger, out);
  // Nobody asks about what he handled himself, and has no need of the numbers.
  const std::string caller = context.actor().done_by;
  std::erase_if(out, [&](const ledger::ListedIssue& issue) { return issue.handler == caller; });
  return out;
}

/// One event for the whole round, before any number is shown. The fields that may be.
std::vector<std::string> record_reveal(Context& context, ledger::Ledger& ledger,
                                       const std::vector<std::string>& issues) {
  casework::IdentityRevealed event;
  event.issues = issues;
  event.fields = {"name", "phone"};
  event.reason = text("电话回访", "calling back").in(context.lang());
  for (const schema::Purpose& purpose : ledger.schema().purposes) {
    if (purpose.id != kPurpose) continue;
    event.purpose = purpose.id;
    event.fields = purpose.fields;
  }
  write_to(context, ledger, {{.wish = event}});
  return event.fields;
}

/// What was not revealed is masked.
ToCall read_to_call(Context& context, ledger::Ledger& ledger,
                    const std::vector<std::string>& revealed, const std::string& number) {
  const auto id = *ledger::issue_id(number);
  const auto unseal = [&](std::string_view field, const casework::Personal& sealed) {
    return ledger.keys().unseal(id, field, sealed).value_or("");
  };
  const casework::Issue issue = *ledger::load_issue(ledger.db(), id);
  const Names names{ledger.roster(), ledger.schema(), revealed};
  const auto words = [&](const std::string& plain) {
    return names.reveals("content") ? plain : privacy::mask_text(plain);
  };
  ToCall out;
  out.number = number;
  out.category = names.category(issue.particulars.category).in(context.lang());
  ledger::ListedIssue listed;
  if (issue.particulars.title) listed.title = unseal("title", *issue.particulars.title);
  listed.content = unseal("content", issue.particulars.content);
  out.matter = words(listed.matter());
  if (issue.round().result) {
    out.result = words(unseal("result", *issue.round().result));
  }
  for (const casework::Resident& resident : issue.particulars.residents) {
    std::string line;
    if (resident.name) {
      const std::string name = unseal("name", *resident.name);
      line = names.reveals("name") ? name : privacy::mask_name(name);
    }
    if (resident.phone) {
      const std::string phone = unseal("phone", *resident.phone);
      line += "  " + (names.reveals("phone") ? phone : privacy::mask_phone(phone));
    }
    if (!line.empty()) out.residents.push_back(line);
  }
  return out;
}

casework::CallBack reached(Context& context, char satisfaction) {
  constexpr Satisfaction kLevels[] = {Satisfaction::very_satisfied, Satisfaction::satisfied,
                                      Satisfaction::fairly_satisfied, Satisfaction::dissatisfied,
                                      Satisfaction::very_dissatisfied};
  casework::CallBack wish;
  wish.satisfaction = kLevels[satisfaction - '1'];
  const auto yes_or_no = [&](const base::Text& question) -> std::optional<bool> {
    const char key = ask_key(question, "yn ", context.lang());
    if (key == ' ') return std::nullopt;
    return key == 'y';
  };
  wish.responded = yes_or_no(text("承办单位联系过吗？ y 是 n 否 空格 不清楚",
                                  "did the unit contact you? y n, blank: not known"));
  wish.solved = yes_or_no(
      text("问题解决了吗？ y 是 n 否 空格 不清楚", "is it solved? y n, blank: not known"));
  const std::string said = ask_line(
      text("原话（没有直接按回车）：", "in their words (Enter for none):"), context.lang());
  if (!base::trim(said).empty()) wish.said = casework::personal(std::string(base::trim(said)));
  return wish;
}

/// Nothing when the issue is left for another time.
std::optional<casework::CallBack> answer_for(Context& context, char key) {
  casework::CallBack wish;
  switch (key) {
    case 'w':
      wish.unreached = Unreached::no_answer;
      return wish;
    case 'g':
      wish.unreached = Unreached::switched_off;
      return wish;
    case 'k':
      wish.unreached = Unreached::invalid_number;
      return wish;
    case 'j':
      wish.unreached = Unreached::refused;
      return wish;
    case 's':
      return std::nullopt;
    default:
      return reached(context, key);
  }
}

void show(Context& context, const ToCall& issue, std::size_t no, std::size_t of) {
  std::cerr << '\n';
  say(context, text("{}/{}  {}  {}  {}", "{}/{}  {}  {}  {}", no, of, issue.number, issue.category,
                    issue.matter));
  if (!issue.result.empty()) say(context, text("  结果：{}", "  result: {}", issue.result));
  if (issue.residents.empty()) say(context, text("  没有留电话", "  no telephone is known"));
  for (const std::string& resident : issue.residents) {
    say(context, text("  请拨：{}", "  dial: {}", resident));
  }
}

/// A refusal concerns one issue; the round goes on.
void write(Context& context, const std::string& number, casework::CallBack wish) {
  try {
    ledger::Ledger& ledger = context.open(ledger::Access::write);
    echo(context, ledger, write_to(context, ledger, {{.wish = std::move(wish), .issue = number}}));
  } catch (const ledger::Refused& refused) {
    for (const auto& item : refused.items()) say(context, item.refusal.reason);
  }
  context.close();
  context.out().flush();
}

}  // namespace

int run_callback_round(Context& context, const Arguments& arguments) {
  // A key stands for one transaction, and each answer is one of its own.
  if (arguments.has("key")) {
    throw base::Error(base::Exit::usage, text("--逐件 时不能用 --幂等键", "--run takes no --key"),
                      text("每个回答各写一次；脚本里逐件写 回访 编号 --满意度 …",
                           "each answer is written by itself; a script says callback ISSUE …"));
  }
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  std::vector<std::string> numbers;
  for (const auto& issue : waiting(context, ledger, arguments)) numbers.push_back(issue.number);
  if (numbers.empty()) {
    context.out().line(text("没有待您回访的", "nothing waits for your call-back"));
    return 0;
  }
  if (context.dry_run()) {  // nothing is recorded, so nothing may be shown
    context.out().line(
        text("试运行：要回访 {}；没有留痕，也没有亮明",
             "dry run: to call back {}; nothing was recorded and nothing is revealed",
             base::join(numbers, " ")));
    return 0;
  }
  guard_number(context, numbers);
  const std::vector<std::string> revealed = record_reveal(context, ledger, numbers);
  std::vector<ToCall> all;
  for (const std::string& number : numbers) {
    all.push_back(read_to_call(context, ledger, revealed, number));
  }
  context.close();
  for (std::size_t i = 0; i < all.size(); ++i) {
    show(context, all[i], i + 1, all.size());
    const char key =
        ask_key(text("1 非常满意 2 满意 3 基本满意 4 不满意 5 非常不满意  w 无人接听 g 关机 "
                     "k 空号 j 拒评  s 跳过 q 结束",
                     "1 very satisfied 2 satisfied 3 fairly 4 dissatisfied 5 very "
                     "dissatisfied  w no answer g off k invalid j refused  s skip q quit"),
                "12345wgkjsq", context.lang());
    if (key == 'q') break;
    if (auto wish = answer_for(context, key)) write(context, all[i].number, *std::move(wish));
  }
  return 0;
}

}  // namespace minqing::cli
