// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/diary_pages.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/card_list.hpp"
#include "lib/intake/file_kind.hpp"
#include "lib/ledger/cards.hpp"
#include "lib/ledger/diary.hpp"

#include <set>
#include <utility>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kCardGiveOptions[] = {
    {"household", "户", "", Kind::value, "HOUSEHOLD",
     "给哪一户：户号或称呼；- 从标准输入或提问读取",
     "which household: its code or name; - asks or reads standard input"},
    {"village", "村", "", Kind::value, "AREA", "这一户所在的村", "the household's village"},
    {"no", "卡号", "", Kind::value, "NO", "印好的卡号；不写由程序编",
     "the number on the card; without it the program gives one"},
    {"from", "来自", "", Kind::value, "FILE", "一份户的名单（csv）：户号、村、联系干部、卡号",
     "a list of households (csv): household, village, official, no"},
};

std::string card_number(const std::string& typed) {
  std::string out = base::to_half_width(typed);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

casework::CardGiven single(Context& context, const Arguments& arguments) {
  casework::CardGiven card;
  card.official = arguments.words.empty() ? context.actor().done_by
                                          : context.person(arguments.words.front()).id;
  if (const auto no = arguments.value("no")) card.no = card_number(*no);
  if (const auto typed = arguments.value("village")) card.area = village_named(context, *typed);
  if (const auto typed = arguments.value("household")) {
    card.household = casework::personal(context.words("household", *typed));
  }
  return card;
}

/// The card of one row; problems are added.
casework::CardGiven card_of(Context& context, const Arguments& arguments,
                            const intake::CardRow& row, std::vector<base::Problem>& problems) {
  casework::CardGiven card;
  card.household = casework::personal(row.household.words);
  if (row.no) card.no = card_number(row.no->words);
  const auto look_up = [&](const base::Place& place, const auto& find) {
    try {
      find();
    } catch (const Error& error) {
      problems.push_back({place, {}, error.message(), error.way_out()});
    }
  };
  if (row.official) {
    look_up(row.official->place, [&] { card.official = context.person(row.official->words).id; });
  } else {
    card.official = arguments.words.empty() ? context.actor().done_by
                                            : context.person(arguments.words.front()).id;
  }
  if (row.village) {
    look_up(row.village->place, [&] { card.area = village_named(context, row.village->words); });
  }
  return card;
}

/// A household that holds this official's card keeps it, so that a list may grow.
bool has_card(ledger::Ledger& ledger, const casework::CardGiven& card) {
  if (!card.household) return false;
  const auto digest = ledger::household_digest(ledger.keys(), card.household->plain);
  return ledger::card_of_household(ledger.db(), card.official, digest).has_value();
}

int give_list(Context& context, const Arguments& arguments, const std::string& file) {
  if (intake::is_workbook_name(file)) {
    throw Error(
        Exit::rejected,
        text("{} 是工作簿，联系户名单要用 CSV", "{} is a workbook; a list of households is CSV",
             file),
        text("在表格程序里另存为 CSV（UTF-8 或 GBK 都可以）", "save it as CSV (UTF-8 or GBK)"));
  }
  const auto source = intake::open_file(file);
  intake::CardList list = read_card_list(*source);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  std::vector<casework::Command> commands;
  std::size_t known = 0;
  std::set<std::pair<std::string, std::string>> seen;
  for (const intake::CardRow& row : list.rows) {
    casework::CardGiven card = card_of(context, arguments, row, list.problems);
    const bool is_first = seen.emplace(card.official, base::fold(row.household.words)).second;
    if (list.problems.empty() && (!is_first || has_card(ledger, card))) {
      ++known;
      continue;
    }
    commands.push_back({.wish = std::move(card), .origin = row.place});
  }
  if (!list.problems.empty()) throw base::Rejected(std::move(list.problems));
  guard_number(
      context, commands.size(),
      text("要发 {} 张联系卡", "{} would be given", base::counted(commands.size(), "card")));
  if (!commands.empty()) echo(context, ledger, write_to(context, ledger, std::move(commands)));
  if (!list.unused.empty()) {
    context.out().remark(
        text("没有用到的列：{}；认得的是 户号、村、联系干部、卡号",
             "columns not used: {}; known are household, village, official, no",
             base::Text{base::join(list.unused, "、"), base::join(list.unused, ", ")}));
  }
  if (known > 0) {
    context.out().remark(text("{} 户已有联系卡，没有重复发", "{} had a card already",
                              base::counted(known, "household")));
  }
  return 0;
}

int run_card_give(Context& context, const Arguments& arguments) {
  if (const auto file = arguments.value("from")) {
    if (arguments.has("household") || arguments.has("no") || arguments.has("village")) {
      throw Error(Exit::usage,
                  text("名单里写全每一户，不能再写户、村、卡号",
                       "--from holds whole rows; household, village and number go into them"));
    }
    return give_list(context, arguments, *file);
  }
  context.ask_beforehand();
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  echo(context, ledger, write_to(context, ledger, {{.wish = single(context, arguments)}}));
  return 0;
}

}  // namespace

Command card_give_command() {
  return {.name = "card give",
          .zh = "联系卡 发放",
          .group = "diary",
          .summary_zh = "把一位干部的民情联系卡发给一户，或按名单发；不写姓名是自己的",
          .summary_en = "give an official's contact card to a household, or to a list of them",
          .nature = Nature::writes,
          .office = true,
          .arguments = "[PERSON]",
          .max_words = 1,
          .options = {kCardGiveOptions},
          .example = "联系卡 发放 李秀梅 --户 RS-03-012 --村 热水村",
          .example_en = "card give 李秀梅 --household RS-03-012 --village 热水村",
          .run = run_card_give};
}

}  // namespace minqing::cli
