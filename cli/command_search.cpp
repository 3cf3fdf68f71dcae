// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/context.hpp"
#include "cli/listing.hpp"
#include "cli/naming.hpp"
#include "cli/phrases.hpp"
#include "cli/searching.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/select.hpp"
#include "lib/ledger/told.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kSearchOptions[] = {
    {"where", "条件", "", Kind::list, "QUERY", "只在这些诉求里找，如 承办单位:水务站",
     "search only these issues, such as unit:水务站"},
    {"limit", "行数", "", Kind::value, "N", "最多几件", "at most this many"},
};

constexpr base::Word kPlaces[] = {
    {"title", "标题", "title"},
    {"content", "内容", "content"},
    {"action_taken", "办理情况", "action taken"},
    {"result", "办理结果", "result"},
    {"feedback", "反馈", "feedback"},
    {"call_back", "回访", "call-back"},
};
constexpr std::size_t kFirstTold = 2;  ///< of kPlaces: ledger::ToldIn in its order

struct PlacedText {
  const base::Word* place;
  SearchedText text;
};

std::vector<PlacedText> texts_of(ledger::ToldTexts& told_texts, const ledger::ListedIssue& issue) {
  std::vector<PlacedText> out = {{&kPlaces[0], SearchedText(issue.title)},
                                 {&kPlaces[1], SearchedText(issue.content)}};
  for (const ledger::ToldText& told : told_texts.of(issue.id)) {
    out.push_back(
        {&kPlaces[kFirstTold + static_cast<std::size_t>(told.in)], SearchedText(told.plain)});
  }
  return out;
}

struct Hit {
  ledger::ListedIssue issue;
  std::vector<const base::Word*> places;  ///< each once, in the order of the issue's life
  std::string snippet;                    ///< masked
};

/// Every word somewhere in the issue; the snippet is that of the first word.
std::optional<Hit> look_into(ledger::ToldTexts& told_texts, const ledger::ListedIssue& issue,
                             const std::vector<std::string>& words) {
  Hit hit{issue, {}, {}};
  const std::vector<PlacedText> texts = texts_of(told_texts, issue);
  for (const std::string& word : words) {
    bool found = false;
    for (const PlacedText& one : texts) {
      if (!one.text.holds(word)) continue;
      found = true;
      if (hit.snippet.empty()) hit.snippet = one.text.around(word);
      if (std::find(hit.places.begin(), hit.places.end(), one.place) == hit.places.end()) {
        hit.places.push_back(one.place);
      }
    }
    if (!found) return std::nullopt;
  }
  std::sort(hit.places.begin(), hit.places.end());
  return hit;
}

std::vector<std::string> query_words(const Arguments& arguments) {
  std::vector<std::string> out;
  for (const std::string& condition : arguments.list("where")) {
    for (std::string_view word : base::split(condition, ' ')) {
      if (!word.empty()) out.emplace_back(word);
    }
  }
  return out;
}

std::vector<Hit> search(Context& context, ledger::Ledger& ledger,
                        const std::vector<std::string>& words, std::int64_t limit) {
  const auto selection = read_query(context, ledger, query_words(context.arguments()));
  auto issues = ledger::select(ledger, selection, {.today = context.today()});
  leave_out_kept(context, ledger, issues);
  ledger::ToldTexts told_texts(ledger);
  std::vector<Hit> out;
  for (const ledger::ListedIssue& issue : issues) {
    if (limit > 0 && static_cast<std::int64_t>(out.size()) >= limit) break;
    if (auto hit = look_into(told_texts, issue, words)) out.push_back(*std::move(hit));
  }
  return out;
}

std::string unit_of(const Names& names, const ledger::ListedIssue& issue) {
  return issue.unit ? names.unit(*issue.unit) : "";
}

void print(Context& context, const Names& names, const std::vector<Hit>& hits) {
  const auto heading = [&](const char* zh, const char* en) {
    return TextTable::Column{context.in_lang({zh, en})};
  };
  TextTable table({heading("编号", "number"), heading("状态", "state"), heading("承办单位", "unit"),
                   heading("找到处", "found in"), heading("原文", "text")});
  for (const Hit& hit : hits) {
    std::vector<std::string> places;
    for (const base::Word* place : hit.places) {
      places.emplace_back(context.lang() == base::Lang::zh ? place->zh : place->en);
    }
    table.add({hit.issue.number, context.in_lang(names.state(hit.issue.state)),
               unit_of(names, hit.issue), base::join(places, context.in_lang(text("、", ", "))),
               hit.snippet});
  }
  context.out().raw(table.render(terminal_width()));
  context.out().flush();  // the count belongs below the table
  context.out().remark(text("共 {} 件", "{}", base::counted(hits.size(), "issue")));
}

base::Json json_of(const Hit& hit) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("number", hit.issue.number);
  out.set("state", id_of(hit.issue.state));
  if (hit.issue.unit) out.set("handler_unit", *hit.issue.unit);
  base::Json places = base::Json::array();
  for (const base::Word* place : hit.places) places.push(place->id);
  out.set("found_in", std::move(places));
  out.set("text", hit.snippet);
  return out;
}

int run_search(Context& context, const Arguments& arguments) {
  const std::vector<std::string> words = searched_words(arguments.words);
  const std::int64_t limit = limit_of(arguments);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::vector<Hit> hits = search(context, ledger, words, limit);
  const Names names{ledger.roster(), ledger.schema()};
  ledger.end_reading();
  if (context.json()) {
    for (const Hit& hit : hits) context.out().json(json_of(hit));
  } else if (!hits.empty()) {
    print(context, names, hits);
  } else {
    context.out().remark(
        text("没有找到“{}”；姓名、电话要整个查：minqing 列表 电话:-",
             "'{}' was not found; names and telephones are looked up whole: minqing list phone:-",
             base::join(arguments.words, " ")));
  }
  return 0;
}

}  // namespace

Command search_command() {
  return {.name = "search",
          .zh = "查找",
          .group = "looking",
          .summary_zh = "在内容、办理情况、结果、反馈和回访里找字",
          .summary_en = "words in content, action taken, results, feedback and call-backs",
          .nature = Nature::reads,
          .arguments = "TEXT…",
          .min_words = 1,
          .max_words = Command::kAnyNumber,
          .options = {kSearchOptions},
          .example = "查找 水管 --条件 承办单位:水务站",
          .example_en = "search 水管 --where unit:水务站",
          .run = run_search};
}

}  // namespace minqing::cli
