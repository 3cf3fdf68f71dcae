// SPDX-License-Identifier: MIT
#include "cli/printing.hpp"

#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "cli/naming.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/paper.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/ledger/papers.hpp"
#include "lib/ledger/select.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::Text;
using base::text;

/// Issues that a remark names.
constexpr std::size_t kMostNamed = 10;

Text labels_of(const std::vector<schema::Form>& forms) {
  std::vector<std::string> zh, en;
  for (const schema::Form& form : forms) {
    if (form.card) continue;
    zh.push_back(form.label.zh);
    en.push_back(form.id);
  }
  return {base::join(zh, "、"), base::join(en, ", ")};
}

std::string nearest_form(const std::vector<schema::Form>& forms, const std::string& typed) {
  std::vector<std::string> words;
  for (const schema::Form& form : forms) {
    words.insert(words.end(), {form.label.zh, form.id});
    words.insert(words.end(), form.also.begin(), form.also.end());
  }
  return base::nearest(typed, words);
}

/// Events as the caller may see them, without what was undone.
std::vector<ledger::StoredEvent> readable(Context& context, ledger::Ledger& ledger,
                                          const schema::Form& form,
                                          std::vector<ledger::StoredEvent> events) {
  // What is for everybody's eyes is not even unsealed.
  if (!form.open) {
    for (auto& stored : events) unseal_event(ledger, stored.event);
    hide_confidential(context, ledger.roster(), events);
  }
  const std::vector<bool> counts = ledger::effective(events);
  std::vector<ledger::StoredEvent> out;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (counts[i]) out.push_back(std::move(events[i]));
  }
  return out;
}

/// The issue at some time, from its events until then.
void set_state(Context& context, ledger::Ledger& ledger, const schema::Form& form,
               std::vector<ledger::StoredEvent> events, PaperIssue& paper) {
  paper.events = readable(context, ledger, form, std::move(events));
  paper.issue = *ledger::fold_stored(paper.events);
}

bool was_amended(const std::vector<ledger::StoredEvent>& events, std::int64_t since) {
  return std::any_of(events.begin(), events.end(), [&](const ledger::StoredEvent& stored) {
    return stored.seq > since &&
           std::holds_alternative<casework::IssueAmended>(stored.event.payload);
  });
}

/// Why an issue is left out, if it is.
std::optional<Text> unfit(const schema::Form& form, const schema::Steps& steps,
                          const casework::Issue& issue) {
  if (auto why = why_no_occasion(form.needs, issue, steps)) return why;
  if (form.open && hides_identity(issue))
    return text("保密件不公示", "confidential, not for the public");
  return std::nullopt;
}

void remark_unfit(Context& context, const std::vector<std::pair<std::string, Text>>& left_out) {
  if (left_out.empty()) return;
  Text names;
  for (std::size_t i = 0; i < left_out.size() && i < kMostNamed; ++i) {
    const auto& [number, why] = left_out[i];
    names.zh += (i > 0 ? "，" : "") + number + " " + why.zh;
    names.en += (i > 0 ? ", " : "") + number + " " + why.en;
  }
  if (left_out.size() > kMostNamed) {
    names.zh += " …";
    names.en += " …";
  }
  context.out().remark(text("没有印 {} 件：{}", "{} not printed: {}", left_out.size(), names));
}

}  // namespace

schema::Form form_named(ledger::Ledger& ledger, const std::string& typed) {
  const std::vector<schema::Form> forms = ledger::read_whole_schema(ledger.db()).forms;
  if (const schema::Form* form = find_form(forms, typed)) {
    if (!form->card) return *form;
    throw Error(Exit::usage,
                text("“{}”不是事项的文书", "'{}' is no paper of an issue", form->label),
                text("用 联系卡 打印", "print it with 'card print'"));
  }
  if (forms.empty()) {
    throw Error(Exit::not_found,
                text("这本台账的规则里没有文书", "the schema of this ledger has no forms"),
                text("在规则里加上 forms（见 man minqing-forms）",
                     "add 'forms' to the schema (man minqing-forms)"));
  }
  const std::string nearest = nearest_form(forms, typed);
  throw Error(Exit::usage, text("没有文书“{}”", "there is no form '{}'", typed),
              nearest.empty() ? text("可以印：{}", "there are: {}", labels_of(forms))
                              : text("是不是“{}”？", "did you mean '{}'?", nearest));
}

schema::Purpose purpose_named(const schema::Form& form, const schema::Schema& schema,
                              const std::string& typed) {
  Text accepted;
  for (const schema::Purpose& purpose : schema.purposes) {
    const auto& allowed = form.purposes;
    if (std::find(allowed.begin(), allowed.end(), purpose.id) == allowed.end()) continue;
    if (purpose.id == typed || purpose.label.zh == typed || purpose.label.en == typed) {
      return purpose;
    }
    accepted.zh += (accepted.zh.empty() ? "" : "、") + purpose.label.zh;
    accepted.en += (accepted.en.empty() ? "" : ", ") + purpose.id;
  }
  throw Error(Exit::usage,
              text("“{}”不能用于用途“{}”", "'{}' cannot be printed for the purpose '{}'",
                   form.label, typed),
              accepted.empty() ? text("这种文书只印脱敏的，去掉 --用途",
                                      "it is printed masked: leave out --purpose")
                               : text("可以用：{}", "accepted: {}", accepted));
}

ChosenIssues choose_issues(Context& context, ledger::Ledger& ledger, const schema::Form& form,
                           const std::vector<std::string>& words) {
  if (!words.empty() && are_numbers(words)) {
    return {name_issues(context, ledger, words, context.arguments()), true};
  }
  std::vector<std::string> query = words;
  if (query.empty() && !form.query.empty()) query.push_back(form.query);
  if (query.empty()) {
    throw Error(Exit::usage, text("没有指明哪些事项", "no issue is named"),
                text("写编号（如 17、26-17）或查询条件（如 @待回访）",
                     "give numbers (17, 26-17) or a QUERY"));
  }
  const auto selection = read_query(context, ledger, query);
  ChosenIssues chosen;
  const ledger::SelectOptions options{.today = context.today(), .with_text = false};
  for (const auto& issue : select_for_caller(context, ledger, selection, options)) {
    chosen.numbers.push_back(issue.number);
  }
  if (chosen.numbers.empty()) {
    throw Error(Exit::not_found,
                text("没有符合“{}”的事项", "no issue matches '{}'", base::join(query, " ")));
  }
  return chosen;
}

std::vector<PaperIssue> load_papers(Context& context, ledger::Ledger& ledger,
                                    const schema::Form& form, const ChosenIssues& chosen) {
  std::vector<PaperIssue> papers;
  std::vector<std::pair<std::string, Text>> left_out;
  for (const std::string& number : chosen.numbers) {
    PaperIssue paper;
    paper.number = number;
    set_state(context, ledger, form, ledger::events_of(ledger.db(), *ledger::issue_id(number)),
              paper);
    if (const auto why = unfit(form, ledger.schema().steps, paper.issue)) {
      left_out.emplace_back(number, *why);
    } else {
      papers.push_back(std::move(paper));
    }
  }
  if (chosen.named && !left_out.empty()) {
    throw Error(Exit::conflict, text("{} 开不了“{}”：{}", "{}: no '{}': {}", left_out.front().first,
                                     form.label, left_out.front().second));
  }
  remark_unfit(context, left_out);
  if (papers.empty() && !form.list) {
    throw Error(Exit::not_found, text("没有可以印的", "there is nothing to print"));
  }
  return papers;
}

void find_earlier(Context& context, ledger::Ledger& ledger, const schema::Form& form, bool renew,
                  std::vector<PaperIssue>& papers) {
  const auto issued = ledger::papers_of_form(ledger.db(), form.id);
  for (PaperIssue& paper : papers) {
    int count = 0;
    const ledger::StoredEvent* last = nullptr;
    for (const ledger::StoredEvent& stored : issued) {
      if (std::get<casework::PaperIssued>(stored.event.payload).issue != paper.number) continue;
      ++count;
      last = &stored;
    }
    paper.notice_no = count + 1;
    if (last == nullptr || renew) continue;
    const std::int64_t id = *ledger::issue_id(paper.number);
    PaperIssue then = paper;
    set_state(context, ledger, form, ledger::events_until(ledger.db(), id, last->seq), then);
    if (!is_same_occasion(form.needs, then.issue, paper.issue)) continue;
    then.mark = std::get<casework::PaperIssued>(last->event.payload).mark;
    then.issued_at = last->event.occurred_at;
    then.seq = last->seq;
    then.notice_no = count;
    then.again = true;
    then.amended = was_amended(paper.events, last->seq);
    paper = std::move(then);
  }
}

}  // namespace minqing::cli
