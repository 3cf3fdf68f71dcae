// SPDX-License-Identifier: MIT
// The field diary.

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/casework/decide_parts.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::casework {

namespace {

constexpr std::size_t kLongestWeather = 20;

base::Text visit_name(std::size_t index) {
  return base::text("第 {} 次走访", "visit {}", index + 1);
}

std::optional<Verdict> refuse_people(const Case& c, const DiaryEntry& entry) {
  const Roster& roster = c.rules.roster;
  std::vector<std::string> people{entry.official};
  people.insert(people.end(), entry.companions.begin(), entry.companions.end());
  for (const std::string& id : people) {
    if (!roster.has_people() || roster.person(id)) continue;
    return refuse(base::Exit::rejected,
                  base::text("名册里没有走访人“{}”", "the roster has no person '{}'", id),
                  base::text("先录入名册，或写名册里的姓名", "name somebody of the roster"));
  }
  return std::nullopt;
}

/// What stands unsealed must not say anything of a person.
std::optional<Verdict> refuse_weather(const std::optional<std::string>& weather) {
  if (!weather) return std::nullopt;
  const bool is_plain = privacy::mask_text(*weather) == *weather;
  if (is_plain && base::length(*weather) <= kLongestWeather) return std::nullopt;
  return refuse(base::Exit::rejected,
                base::text("天气写得太长", "the weather is more than a few words"),
                base::text("写几个字，如 晴、小雨；别的写进走访内容",
                           "a few words, such as 'fine'; put the rest into what was said"));
}

std::optional<Verdict> refuse_visit(const Case& c, const DiaryVisit& visit, std::size_t index) {
  if (!visit.area && !visit.household && !visit.place) {
    return refuse(base::Exit::rejected,
                  base::text("{}没有写走访了哪里", "{} does not say where", visit_name(index)),
                  base::text("写上 户:、村: 或 地点:", "give household:, village: or place:"));
  }
  if (!visit.area) return std::nullopt;
  if (!c.rules.roster.area(*visit.area)) {
    return refuse(base::Exit::rejected,
                  base::text("名册里没有“{}”", "the roster has no '{}'", *visit.area));
  }
  return refuse_dissolved(c, *visit.area);
}

/// Earlier issues that a visit was about: they are loaded, so that who is missing does not exist.
std::optional<Verdict> refuse_unknown_issues(const Case& c, const DiaryEntry& entry) {
  const auto& known = c.books.concerned;
  for (const DiaryVisit& visit : entry.visits) {
    for (const std::string& number : visit.issues) {
      const bool is_known = std::any_of(known.begin(), known.end(),
                                        [&](const Issue& issue) { return issue.number == number; });
      if (is_known) continue;
      return refuse(base::Exit::not_found,
                    base::text("没有事项 {}", "there is no issue {}", number),
                    base::text("用 列表 查看编号", "see the numbers with 'list'"));
    }
  }
  return std::nullopt;
}

std::optional<Verdict> refuse_unknown_entry(const Case& c, const std::string& number) {
  if (!c.books.entry) {
    return refuse(base::Exit::not_found,
                  base::text("没有日记 {}", "there is no diary entry {}", number),
                  base::text("用 日记 列表 查看编号", "see the numbers with 'diary list'"));
  }
  if (!c.books.entry->voided) return std::nullopt;
  return refuse(base::Exit::conflict,
                base::text("日记 {} 已作废", "the diary entry {} is voided", number));
}

}  // namespace

Verdict decide_write_diary(const Case& c, const WriteDiary& wish) {
  const DiaryEntry& entry = wish.entry;
  if (c.books.same_entry) {
    return refuse(base::Exit::conflict,
                  base::text("同样的日记已记为 {}，没有重复写入",
                             "the same entry is in the ledger already as {}", *c.books.same_entry),
                  base::text("用 日记 查看 {} 看那一篇；记错了的先用 日记 作废",
                             "see it with 'diary show {}'; 'diary void' takes back a wrong one",
                             *c.books.same_entry));
  }
  if (auto refusal = refuse_time(c, false)) return *refusal;
  if (auto refusal = refuse_people(c, entry)) return *refusal;
  if (auto refusal = refuse_weather(entry.weather)) return *refusal;
  if (entry.visits.empty()) {
    return refuse(
        base::Exit::rejected, base::text("日记里没有走访", "the entry has no visit"),
        base::text("每次走访写一段：## 走访 户:… 方式:…", "write one section for each visit"));
  }
  for (std::size_t i = 0; i < entry.visits.size(); ++i) {
    if (auto refusal = refuse_visit(c, entry.visits[i], i)) return *refusal;
  }
  if (auto refusal = refuse_unknown_issues(c, entry)) return *refusal;
  return {.events = {DiaryWritten{make_entry_number(c.books.site, base::year_of(entry.day),
                                                    c.books.next_entry, c.schema().number_width),
                                  wish.digest, entry}}};
}

Verdict decide_review_diary(const Case& c, const DiaryReviewed& wish) {
  if (auto refusal = refuse_unknown_entry(c, wish.number)) return *refusal;
  if (auto refusal = refuse_time(c, false)) return *refusal;
  if (wish.words.plain.empty()) {
    return refuse(base::Exit::usage, base::text("没有写阅批意见", "the review is empty"),
                  base::text("加上 -m 阅批意见", "add -m TEXT"));
  }
  if (!may_approve(c)) {
    return refuse(base::Exit::permission, base::text("阅批由领导作出", "reviews are a leader's"),
                  base::text("代录纸上的阅批，用 --经办 领导姓名",
                             "enter what stands on paper with --by LEADER"));
  }
  if (c.books.entry->official == c.circumstances.by) {
    return refuse(base::Exit::permission,
                  base::text("自己的日记不由自己阅批", "nobody reviews a diary of their own"),
                  base::text("请另一位领导阅批", "ask another leader"));
  }
  return {.events = {wish}};
}

Verdict decide_void_diary(const Case& c, const DiaryVoided& wish) {
  if (auto refusal = refuse_unknown_entry(c, wish.number)) return *refusal;
  if (auto refusal = refuse_silence(wish.reason, base::text("作废", "voiding"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  const bool is_own = c.books.entry->official == c.circumstances.by ||
                      c.books.entry->official == c.circumstances.actor;
  if (!is_own && !may_approve(c)) {
    return refuse(base::Exit::permission,
                  base::text("日记由本人或领导作废", "the official or a leader voids an entry"),
                  base::text("请写日记的人来作废", "leave it to who wrote it"));
  }
  return {.events = {wish}};
}

}  // namespace minqing::casework
