// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/diary_pages.hpp"
#include "lib/base/counted.hpp"
#include "lib/ledger/cards.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;
using ledger::ListedCard;

using Kind = Option::Kind;
constexpr Option kCardListOptions[] = {
    {"person", "联系干部", "", Kind::value, "PERSON", "谁的卡；我 = 本人", "whose; me: your own"},
    {"village", "村", "", Kind::value, "AREA", "发到哪个村", "given in this village"},
    {"all", "全部", "", Kind::flag, "", "连已收回的一起", "with those that were recalled"},
    {"summary", "统计", "", Kind::flag, "", "按干部统计：卡、由卡来的诉求",
     "by official: cards, and the issues that came through them"},
    {"from", "起", "", Kind::value, "DATE", "诉求从哪天登记的起算",
     "count issues from this day on"},
    {"to", "止", "", Kind::value, "DATE", "算到哪天", "count issues until this day"},
};

ledger::CardQuery cards_asked_for(Context& context, const Arguments& arguments) {
  ledger::CardQuery query;
  query.numbers = arguments.words;
  if (const auto typed = arguments.value("person")) query.official = person_or_me(context, *typed);
  if (const auto typed = arguments.value("village")) query.area = village_named(context, *typed);
  if (const auto typed = arguments.value("from")) query.from = context.date("from", *typed);
  if (const auto typed = arguments.value("to")) query.to = context.date("to", *typed);
  // What came through a card counts also when it was recalled since.
  query.with_recalled = arguments.has("all") || arguments.has("summary") || !query.numbers.empty();
  return query;
}

base::Json json_of(const ListedCard& card) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("card", card.no).set("official", card.official);
  if (card.area) out.set("village", *card.area);
  if (!card.household.empty()) out.set("household", masked_household(card.household));
  out.set("given_on", to_string(card.given_on));
  if (card.recalled_on) out.set("recalled_on", to_string(*card.recalled_on));
  return out.set("issues", card.issues).set("open", card.open);
}

/// What the cards of one official brought in.
struct Sum {
  std::string official;
  std::int64_t held = 0;
  std::int64_t recalled = 0;
  std::int64_t issues = 0;
  std::int64_t open = 0;
};
/// In the order in which the officials got their first card.
std::vector<Sum> sums_of(const std::vector<ListedCard>& cards) {
  std::vector<Sum> out;
  for (const ListedCard& card : cards) {
    auto sum = std::find_if(out.begin(), out.end(),
                            [&](const Sum& one) { return one.official == card.official; });
    if (sum == out.end()) sum = out.insert(out.end(), {card.official});
    ++(card.recalled_on ? sum->recalled : sum->held);
    sum->issues += card.issues;
    sum->open += card.open;
  }
  return out;
}

TextTable::Column column(Context& context, const base::Text& heading, bool right = false) {
  return {context.in_lang(heading), right};
}

void print_sums(Context& context, const std::vector<Sum>& sums, const Names& names) {
  if (context.json()) {
    for (const Sum& sum : sums) {
      base::Json out = base::Json::object();
      out.set("v", 1).set("official", sum.official).set("cards", sum.held);
      out.set("recalled", sum.recalled).set("issues", sum.issues).set("open", sum.open);
      context.out().json(out);
    }
    return;
  }
  TextTable table({column(context, text("联系干部", "official")),
                   column(context, text("在用卡", "cards"), true),
                   column(context, text("已收回", "recalled"), true),
                   column(context, text("诉求", "issues"), true),
                   column(context, text("未销号", "open"), true)});
  for (const Sum& sum : sums) {
    table.add({names.person(sum.official), std::to_string(sum.held), std::to_string(sum.recalled),
               std::to_string(sum.issues), std::to_string(sum.open)});
  }
  context.out().raw(table.render(terminal_width()));
}

void print_cards(Context& context, const std::vector<ListedCard>& cards, const Names& names) {
  if (context.json()) {
    for (const ListedCard& card : cards) context.out().json(json_of(card));
    return;
  }
  TextTable table(
      {column(context, text("卡号", "card")), column(context, text("联系干部", "official")),
       column(context, text("村", "village")), column(context, text("户", "household")),
       column(context, text("发放", "given")), column(context, text("收回", "recalled")),
       column(context, text("诉求", "issues"), true)});
  for (const ListedCard& card : cards) {
    table.add({card.no, names.person(card.official), card.area ? names.area(*card.area) : "",
               card.household.empty() ? "" : masked_household(card.household),
               to_string(card.given_on), card.recalled_on ? to_string(*card.recalled_on) : "",
               std::to_string(card.issues)});
  }
  context.out().raw(table.render(terminal_width()));
  context.out().flush();  // the count belongs below the table
  context.out().remark(text("共 {} 张", "{}", base::counted(cards.size(), "card")));
}

int run_card_list(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const auto cards = select_cards(ledger, cards_asked_for(context, arguments));
  const Names names{ledger.roster(), ledger.schema()};
  ledger.end_reading();
  if (arguments.has("summary")) {
    print_sums(context, sums_of(cards), names);
  } else {
    print_cards(context, cards, names);
  }
  return 0;
}

}  // namespace

Command card_list_command() {
  return {.name = "card list",
          .zh = "联系卡 列表",
          .group = "diary",
          .summary_zh = "联系卡登记簿：谁的卡发到哪一户，由卡来的诉求几件；--统计 按干部",
          .summary_en = "the register of cards, and how many issues came through each",
          .nature = Nature::reads,
          .arguments = "[NO…]",
          .max_words = Command::kAnyNumber,
          .options = {kCardListOptions},
          .example = "联系卡 列表 --联系干部 我",
          .example_en = "card list --person me",
          .run = run_card_list};
}

}  // namespace minqing::cli
