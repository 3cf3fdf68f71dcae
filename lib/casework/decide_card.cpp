// SPDX-License-Identifier: MIT
// Contact cards.

#include <algorithm>
#include <cctype>

#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

namespace {

constexpr std::size_t kLongestNumber = 24;

/// It is typed, read out on the telephone and stands in `key:value` words.
bool is_card_number(const std::string& no) {
  return !no.empty() && no.size() <= kLongestNumber &&
         std::all_of(no.begin(), no.end(), [](unsigned char c) {
           return std::isdigit(c) != 0 || std::isupper(c) != 0 || c == '-';
         });
}

Verdict unknown_card(const std::string& no) {
  return refuse(base::Exit::not_found, base::text("没有发过联系卡 {}", "no card {} was given", no),
                base::text("用 联系卡 列表 查看卡号", "see the numbers with 'card list'"));
}

}  // namespace

Verdict decide_give_card(const Case& c, const CardGiven& wish) {
  if (c.books.card) {
    return refuse(
        base::Exit::conflict,
        base::text("卡号 {} 已经发过，不再给别人", "card {} was given already", wish.no),
        base::text("换一个卡号，或不写由程序编号", "take another number, or leave it out"));
  }
  if (c.books.same_card) {
    return refuse(
        base::Exit::conflict,
        base::text("这一户已有这位同志的联系卡 {}",
                   "this household has this official's card {} already", *c.books.same_card),
        base::text("换发的先收回：联系卡 收回 {}", "recall it first: card recall {}",
                   *c.books.same_card));
  }
  if (auto refusal = refuse_time(c, false)) return *refusal;
  if (!wish.no.empty() && !is_card_number(wish.no)) {
    return refuse(base::Exit::rejected,
                  base::text("卡号“{}”不合格式", "'{}' is no card number", wish.no),
                  base::text("用大写字母、数字和减号，不超过 {} 个",
                             "capital letters, figures and hyphens, {} at most", kLongestNumber));
  }
  if (!c.rules.roster.person(wish.official)) {
    return refuse(base::Exit::not_found,
                  base::text("名册里没有“{}”", "the roster has no '{}'", wish.official),
                  base::text("联系卡印的是干部的姓名和电话：先录入名册",
                             "a card carries an official's name: bring in the roster first"));
  }
  if (auto refusal = refuse_out_of_office(c, wish.official)) return *refusal;
  if (wish.area) {
    if (auto refusal = refuse_dissolved(c, *wish.area)) return *refusal;
  }
  CardGiven event = wish;
  if (event.no.empty()) event.no = make_card_number(c.books.next_card, c.schema().number_width);
  return {.events = {std::move(event)}};
}

Verdict decide_recall_card(const Case& c, const CardRecalled& wish) {
  if (!c.books.card) return unknown_card(wish.no);
  if (c.books.card->recalled_on) {
    return refuse(base::Exit::conflict,
                  base::text("联系卡 {} 已在 {} 收回", "card {} was recalled on {}",
                             c.books.card->no, to_string(*c.books.card->recalled_on)));
  }
  if (auto refusal = refuse_time(c, false)) return *refusal;
  CardRecalled event = wish;
  event.no = c.books.card->no;
  return {.events = {std::move(event)}};
}

/// What is imported testifies to cards of earlier days, which this ledger never gave.
std::optional<Verdict> refuse_unknown_card(const Case& c, const std::string& no) {
  if (c.circumstances.imported || no.empty()) return std::nullopt;
  if (!c.books.card) return unknown_card(no);
  const auto& recalled = c.books.card->recalled_on;
  if (!recalled || c.at().date <= *recalled) return std::nullopt;
  return refuse(base::Exit::conflict,
                base::text("联系卡 {} 已在 {} 收回", "card {} was recalled on {}", c.books.card->no,
                           to_string(*recalled)),
                base::text("写新发的卡号，或不写卡号", "give the number of the new card, or none"));
}

}  // namespace minqing::casework
