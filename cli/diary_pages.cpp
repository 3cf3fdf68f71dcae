// SPDX-License-Identifier: MIT
#include "cli/diary_pages.hpp"

#include "cli/confidence.hpp"
#include "cli/options.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/ledger/load.hpp"
#include "lib/privacy/mask.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::Json;
using base::Text;
using base::text;

constexpr int kLabelWidth = 12;

std::set<std::string> kept_of(Context& context, ledger::Ledger& ledger,
                              const std::vector<std::string>& issues) {
  std::set<std::string> kept;
  for (const std::string& number : issues) {
    const auto issue = ledger::load_to_decide(ledger, *ledger::issue_id(number));
    if (issue && is_kept_from_caller(context, ledger, *issue)) kept.insert(number);
  }
  return kept;
}

Json array_of(const std::vector<std::string>& words) {
  Json out = Json::array();
  for (const std::string& word : words) out.push(word);
  return out;
}

std::string said(const Names& names, const casework::Personal& words) {
  return names.reveals("content") ? words.plain : privacy::mask_text(words.plain);
}

std::string state_of(const ledger::ListedEntry& entry, base::Lang lang) {
  if (entry.voided_at) return text("作废", "voided").in(lang);
  if (entry.reviews > 0) return text("已阅", "reviewed").in(lang);
  return {};
}

std::string people_of(const ledger::ListedEntry& entry, const Names& names) {
  std::string out = names.person(entry.official);
  for (const std::string& id : entry.companions) out += "、" + names.person(id);
  return out;
}

class EntryPage {
 public:
  EntryPage(Context& context, const Names& names) : context_(context), names_(names) {}

  void print(const ledger::WholeEntry& whole) {
    const ledger::ListedEntry& row_of = whole.row;
    const std::string state = state_of(row_of, context_.lang());
    line(row_of.number + (state.empty() ? "" : "  " + state));
    row(text("日期", "date"), to_string(row_of.day));
    row(text("走访人", "official"), people_of(row_of, names_));
    row(text("天气", "weather"), row_of.weather.value_or(""));
    for (std::size_t i = 0; i < whole.entry.visits.size(); ++i) {
      print_visit(i, whole.entry.visits[i], whole.issues[i]);
    }
    if (whole.entry.remark) {
      line("");
      row(text("体会", "notes"), said(names_, *whole.entry.remark));
    }
    if (!whole.reviews.empty() || whole.void_reason) line("");
    for (const auto& review : whole.reviews) {
      row(text("阅批", "review"), to_display(review.at) + "  " + names_.person(review.by) + "  " +
                                      said(names_, review.words));
    }
    if (whole.void_reason) row(text("作废", "voided"), said(names_, *whole.void_reason));
  }

 private:
  void line(const std::string& words) { context_.out().line(words); }
  void row(const Text& label, const std::string& value) {
    if (value.empty()) return;
    // Further lines stand under the first, so that typed text cannot pose as another row.
    std::string indented;
    for (char c : value) {
      indented += c == '\n' ? "\n" + std::string(kLabelWidth, ' ') : std::string(1, c);
    }
    line(base::pad_right(context_.in_lang(label), kLabelWidth) + indented);
  }

  void print_visit(std::size_t index, const casework::DiaryVisit& visit,
                   const std::vector<std::string>& issues) {
    line("");
    const Text method = label_of(visit.method);
    line(context_.in_lang(text("走访 {}  {}", "visit {}  {}", index + 1, method)) +
         (visit.area ? "  " + names_.area(*visit.area) : ""));
    if (visit.household) {
      row(text("户", "household"), shown_household(names_, visit.household->plain));
    }
    if (visit.place) row(text("地点", "place"), shown_place(visit));
    if (visit.said) row(text("内容", "said"), said(names_, *visit.said));
    row(text("诉求", "issues"), base::join(issues, " "));
  }

  std::string shown_place(const casework::DiaryVisit& visit) const {
    return names_.reveals("address") ? visit.place->plain : privacy::mask_text(visit.place->plain);
  }

  Context& context_;
  const Names& names_;
};

}  // namespace

std::string person_or_me(Context& context, const std::string& typed) {
  if (typed == "我" || typed == "me") return context.actor().done_by;
  return context.person(typed).id;
}

std::string village_named(Context& context, const std::string& typed) {
  const casework::Roster& roster = context.ledger().roster();
  const auto match = roster.match_area(typed);
  if (match.found) return match.found->code;
  if (match.candidates.empty()) {
    const Text likely = intake::suggestion(typed, intake::spellings_of_areas(roster));
    throw Error(
        Exit::not_found, text("名册里没有“{}”", "the roster has no '{}'", typed),
        likely.empty() ? text("写名册里的村（社区）名", "write a village of the roster") : likely);
  }
  std::vector<std::string> known;
  for (const auto* area : match.candidates) known.push_back(intake::full_area_name(roster, *area));
  throw Error(Exit::conflict, text("“{}”有 {} 个", "'{}' means {} places", typed, known.size()),
              text("写明是哪一个：{}", "say which: {}", base::join(known, "、")));
}

std::optional<std::size_t> count_option(const Arguments& arguments, std::string_view name) {
  const auto typed = arguments.value(name);
  if (!typed) return std::nullopt;
  std::size_t out = 0;
  const auto [end, fault] = std::from_chars(typed->data(), typed->data() + typed->size(), out);
  constexpr std::size_t kMost = 100'000;
  if (fault == std::errc() && end == typed->data() + typed->size() && out <= kMost) return out;
  throw Error(Exit::usage, text("{} 要写数字", "{} takes a number", dashed(arguments, name)));
}

std::string shown_household(const Names& names, const std::string& plain) {
  return names.reveals("address") ? plain : masked_household(plain);
}

void leave_out_kept(Context& context, ledger::Ledger& ledger, ledger::ListedEntry& entry) {
  const auto kept = kept_of(context, ledger, entry.issues);
  std::erase_if(entry.issues, [&](const std::string& number) { return kept.contains(number); });
}

void hide_kept(Context& context, ledger::Ledger& ledger, ledger::WholeEntry& entry) {
  const auto kept = kept_of(context, ledger, entry.row.issues);
  if (kept.empty()) return;
  leave_out_kept(context, ledger, entry.row);
  for (std::size_t i = 0; i < entry.issues.size(); ++i) {
    const auto erased = std::erase_if(
        entry.issues[i], [&](const std::string& number) { return kept.contains(number); });
    if (erased == 0) continue;
    casework::DiaryVisit& visit = entry.entry.visits[i];
    visit.household.reset();
    visit.place.reset();
    visit.said = casework::personal(context.in_lang(text("〔保密〕", "[confidential]")));
  }
}

TextTable entry_table(const std::vector<ledger::ListedEntry>& entries, const Names& names,
                      base::Lang lang) {
  const auto say = [&](const Text& words) { return TextTable::Column{words.in(lang)}; };
  TextTable table({say(text("编号", "number")), say(text("日期", "date")),
                   say(text("走访人", "official")), say(text("走访", "visits")),
                   say(text("村", "villages")), say(text("诉求", "issues")),
                   say(text("阅批", "review"))});
  for (const auto& entry : entries) {
    std::vector<std::string> villages;
    for (const std::string& code : entry.areas) villages.push_back(names.area(code));
    table.add({entry.number, to_string(entry.day), people_of(entry, names),
               std::to_string(entry.visits), base::join(villages, "、"),
               base::join(entry.issues, " "), state_of(entry, lang)});
  }
  return table;
}

base::Json entry_json(const ledger::ListedEntry& entry) {
  Json out = Json::object();
  out.set("v", 1).set("entry", entry.number).set("day", to_string(entry.day));
  out.set("official", entry.official).set("companions", array_of(entry.companions));
  if (entry.weather) out.set("weather", *entry.weather);
  out.set("visit_count", entry.visits).set("villages", array_of(entry.areas));
  out.set("issues", array_of(entry.issues)).set("reviews", entry.reviews);
  if (entry.reviewed_at) out.set("reviewed_on", to_string(*entry.reviewed_at));
  if (entry.reviewed_by) out.set("reviewed_by", *entry.reviewed_by);
  if (entry.voided_at) out.set("voided_on", to_string(*entry.voided_at));
  return out;
}

base::Json entry_json(const ledger::WholeEntry& whole, const Names& names) {
  Json out = entry_json(whole.row);
  Json visits = Json::array();
  for (std::size_t i = 0; i < whole.entry.visits.size(); ++i) {
    const casework::DiaryVisit& visit = whole.entry.visits[i];
    Json one = Json::object();
    one.set("method", id_of(visit.method));
    if (visit.area) one.set("village", *visit.area);
    if (visit.household) one.set("household", shown_household(names, visit.household->plain));
    if (visit.place) one.set("place", said(names, *visit.place));
    if (visit.said) one.set("said", said(names, *visit.said));
    one.set("issues", array_of(whole.issues[i]));
    visits.push(std::move(one));
  }
  out.set("visits", std::move(visits));
  if (whole.entry.remark) out.set("remark", said(names, *whole.entry.remark));
  Json reviews = Json::array();
  for (const auto& review : whole.reviews) {
    Json one = Json::object();
    one.set("at", to_string(review.at)).set("by", review.by).set("text", said(names, review.words));
    reviews.push(std::move(one));
  }
  out.set("review_texts", std::move(reviews));
  return out;
}

void print_entry(Context& context, const ledger::WholeEntry& entry, const Names& names) {
  EntryPage(context, names).print(entry);
}

}  // namespace minqing::cli
