// SPDX-License-Identifier: MIT
#include "cli/naming.hpp"

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/query.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/select.hpp"

#include <algorithm>
#include <charconv>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::uint64_t kMaxList = 16 << 20;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t out = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

[[noreturn]] void fail_unknown(const std::string& typed) {
  throw Error(Exit::not_found, text("没有事项 {}", "there is no issue {}", typed),
              text("用“列表”查看编号", "see the numbers with 'list'"));
}

/// The number of counter `counter` in `year`, or empty.
std::string numbered(ledger::Ledger& ledger, int year, std::int64_t counter) {
  const std::string number =
      casework::make_number(ledger.site(), year, counter, ledger.schema().number_width);
  const auto id = ledger::issue_id(number);
  return id ? ledger::number_of(ledger.db(), *id) : std::string();
}

std::string latest_with(Context& context, ledger::Ledger& ledger, std::int64_t counter) {
  const int this_year = base::year_of(context.today());
  std::string number = numbered(ledger, this_year, counter);
  if (!number.empty()) return number;
  for (int year : ledger::years_with_numbers(ledger.db())) {
    number = numbered(ledger, year, counter);
    if (number.empty()) continue;
    context.out().remark(text("今年没有 {} 号，用的是 {}", "there is no {} this year; {} is meant",
                              counter, number));
    return number;
  }
  return {};
}

/// What a `-` in a term stands for; nothing where it is no request to be asked.
std::optional<base::Text> asked_for(const casework::Term& term, const schema::Schema& schema) {
  switch (term.criterion) {
    case casework::Criterion::resident_name:
      return text("姓名", "name");
    case casework::Criterion::resident_phone:
      return text("电话", "phone");
    case casework::Criterion::extra: {
      const schema::Field* field = schema.find_field(term.field);
      return field == nullptr ? base::same(term.field) : field->label;
    }
    default:
      return std::nullopt;
  }
}

bool looks_like_query(const std::string& word) {
  return base::to_half_width(word).find(':') != std::string::npos || base::starts_with(word, "@");
}

/// A sender's number that was voided and registered again means the registration that stands.
void leave_out_replaced(const casework::Selection& selection,
                        std::vector<ledger::ListedIssue>& found) {
  const bool by_number =
      std::any_of(selection.terms.begin(), selection.terms.end(), [](const casework::Term& term) {
        return term.criterion == casework::Criterion::source_no && !term.negated;
      });
  if (!by_number) return;
  const auto all = found;
  std::erase_if(found, [&](const ledger::ListedIssue& issue) {
    return issue.state == casework::State::voided &&
           std::any_of(all.begin(), all.end(), [&](const ledger::ListedIssue& other) {
             return other.state != casework::State::voided && other.source == issue.source &&
                    other.source_no == issue.source_no;
           });
  });
}

}  // namespace

std::vector<std::string> typed_issues(const Arguments& arguments) {
  std::vector<std::string> out;
  for (const std::string& word : arguments.words) {
    if (word != "-") {
      out.push_back(word);
      continue;
    }
    const std::string typed = base::read_stdin(kMaxList);
    for (std::string_view line : base::split(typed, '\n')) {
      if (!base::trim(line).empty()) out.emplace_back(base::trim(line));
    }
  }
  return out;
}

bool are_numbers(const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), [](const std::string& typed) {
    const std::string word = base::to_half_width(typed);
    const std::size_t dash = word.find('-');
    if (whole_number(word) || ledger::issue_id(word)) return true;
    return dash != std::string::npos && whole_number(word.substr(0, dash)) &&
           whole_number(word.substr(dash + 1));
  });
}

std::string name_issue(Context& context, ledger::Ledger& ledger, const std::string& typed) {
  const std::string word = base::to_half_width(typed);
  std::string number;
  const std::size_t dash = word.find('-');
  if (auto counter = whole_number(word)) {
    number = latest_with(context, ledger, *counter);
  } else if (dash != std::string::npos && whole_number(word.substr(0, dash)) &&
             whole_number(word.substr(dash + 1))) {
    const auto year = static_cast<int>(*whole_number(word.substr(0, dash)));
    number =
        numbered(ledger, year < 100 ? 2000 + year : year, *whole_number(word.substr(dash + 1)));
  } else if (auto id = ledger::issue_id(word)) {
    number = ledger::number_of(ledger.db(), *id);
    std::string given = word;
    std::transform(given.begin(), given.end(), given.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    if (number != given) number.clear();
  }
  if (number.empty()) fail_unknown(typed);
  return number;
}

std::vector<std::string> name_issues(Context& context, ledger::Ledger& ledger,
                                     const std::vector<std::string>& typed,
                                     const Arguments& arguments) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& number) {
    if (std::find(out.begin(), out.end(), number) == out.end()) out.push_back(number);
  };
  std::vector<std::string> query;
  for (const std::string& condition : arguments.list("where")) {
    for (std::string_view word : base::split(condition, ' ')) {
      if (!word.empty()) query.emplace_back(word);
    }
  }
  for (const std::string& word : typed) {
    if (looks_like_query(word)) {
      query.push_back(word);
    } else {
      add(name_issue(context, ledger, word));
    }
  }
  if (!query.empty()) {
    const auto selection = read_query(context, ledger, query);
    const ledger::SelectOptions options{.today = context.today(), .with_text = false};
    auto found = select(ledger, selection, options);
    leave_out_replaced(selection, found);
    if (found.empty()) {
      throw Error(Exit::not_found,
                  text("没有符合“{}”的事项", "no issue matches '{}'", base::join(query, " ")));
    }
    for (const auto& issue : found) add(issue.number);
  }
  if (out.empty()) {
    throw Error(Exit::usage, text("没有指明事项", "no issue is named"),
                text("写编号（如 17、26-17），或 --条件 查询条件",
                     "give a number (17, 26-17) or --where QUERY"));
  }
  return out;
}

casework::Selection read_query(Context& context, ledger::Ledger& ledger,
                               const std::vector<std::string>& words) {
  intake::QueryContext query{ledger.schema(),        ledger.roster(), context.today(), {}, {},
                             ledger.schema().queries};
  for (const auto& [name, own] : context.settings().queries) query.saved[name] = own;
  std::vector<std::string> terms = words;
  for (std::string& word : terms) {
    // An issue's own number is looked up, not searched for in texts.
    if (!looks_like_query(word) && ledger::issue_id(base::to_half_width(word)))
      word = "编号:" + word;
  }
  try {
    const Actor actor = context.actor();
    query.person = actor.done_by;
    if (const auto* person = ledger.roster().person(actor.done_by)) {
      query.unit = person->unit.value_or("");
    }
  } catch (const Error&) {
    // Somebody the roster does not know may look; only @我的 and @本单位 need a person.
  }
  casework::Selection selection = parse_query(query, terms);
  for (casework::Term& term : selection.terms) {
    const auto asked = asked_for(term, ledger.schema());
    if (!asked) continue;
    for (std::string& value : term.any_of) {
      if (value == "-") value = context.words(context.in_lang(*asked), "-");
    }
  }
  return selection;
}

}  // namespace minqing::cli
