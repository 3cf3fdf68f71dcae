// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/confidence.hpp"
#include "cli/context.hpp"
#include "cli/extra_fields.hpp"
#include "cli/history.hpp"
#include "cli/issue_json.hpp"
#include "cli/naming.hpp"
#include "cli/next_steps.hpp"
#include "cli/revealing.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/cards.hpp"
#include "lib/ledger/diary.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::Text;
using base::text;

/// Everything that is printed, collected before the ledger is let go.
struct Shown {
  casework::Issue issue;
  std::vector<ledger::StoredEvent> events;
  std::vector<std::string> entries;  ///< of diaries, in which it came up or was looked into
  std::string card_official;         ///< whose card it came through
};

Shown collect(Context& context, ledger::Ledger& ledger, const std::string& number) {
  const std::int64_t id = *ledger::issue_id(number);
  Shown shown;
  shown.events = ledger::events_of(ledger.db(), id);
  for (auto& stored : shown.events) unseal_event(ledger, stored.event);
  hide_confidential(context, ledger.roster(), shown.events);
  shown.issue = *ledger::fold_stored(shown.events);
  if (const auto& no = shown.issue.particulars.card) {
    const auto card = ledger::find_card(ledger.db(), *no);
    if (card) shown.card_official = card->official;
  }
  // A diary says whom the visit was to.
  const auto whole = ledger::load_to_decide(ledger, id);
  if (!is_kept_from_caller(context, ledger, *whole)) {
    shown.entries = ledger::entries_of_issue(ledger.db(), id);
  }
  return shown;
}

class Page {
 public:
  Page(Context& context, const Names& names) : context_(context), names_(names) {}

  void print(const Shown& shown) {
    card_official_ = shown.card_official;
    print_head(shown.issue);
    row(text("民情日记", "diary"), base::join(shown.entries, " "));
    print_residents(shown.issue);
    print_history(shown.events);
    print_next(shown.issue);
  }

 private:
  void row(const Text& label, const std::string& value) {
    if (value.empty()) return;
    // Further lines stand under the first, so that typed text cannot pose as another row.
    std::string indented;
    for (char c : value) indented += c == '\n' ? "\n" + std::string(12, ' ') : std::string(1, c);
    context_.out().line(base::pad_right(context_.in_lang(label), 12) + indented);
  }
  std::string masked(const casework::Personal& text) const {
    return names_.reveals("content") ? text.plain : privacy::mask_text(text.plain);
  }

  std::string card_holder() const {
    return card_official_.empty() ? "" : "  " + names_.person(card_official_);
  }

  void print_head(const casework::Issue& issue) {
    const auto& of = issue.particulars;
    context_.out().line(
        issue.number + "  " + context_.in_lang(names_.state(issue.state)) +
        (issue.rounds.size() > 1
             ? context_.in_lang(text("（第 {} 轮）", " (round {})", issue.rounds.size()))
             : ""));
    row(text("登记", "registered"), to_display(issue.registered_at));
    row(text("渠道", "channel"), context_.in_lang(names_.channel(of.channel)));
    row(text("性质", "nature"), context_.in_lang(names_.nature(of.nature)));
    row(text("类别", "category"), context_.in_lang(names_.category(of.category)));
    row(text("紧急程度", "urgency"), context_.in_lang(label_of(of.urgency)));
    if (of.area)
      row(text("村", "village"),
          names_.area(*of.area) + (of.village_group ? " " + *of.village_group : ""));
    print_source(of);
    if (of.grid) row(text("网格", "grid"), *of.grid);
    if (of.people_count) row(text("涉及人数", "people"), std::to_string(*of.people_count));
    if (of.campaign) row(text("专项", "campaign"), *of.campaign);
    if (of.card) row(text("联系卡", "card"), *of.card + card_holder());
    if (of.registrar) row(text("登记人", "registrar"), names_.person(*of.registrar));
    if (of.confidential)
      row(text("保密", "secrecy"), context_.in_lang(text("保密件", "confidential")));
    if (of.location) row(text("地点", "location"), masked(*of.location));
    if (of.title) row(text("标题", "title"), masked(*of.title));
    row(text("内容", "content"), masked(of.content));
    if (of.remark) row(text("备注", "remark"), masked(*of.remark));
    print_extra(of);
    if (const auto* held = issue.assignment()) {
      row(text("承办", "handled by"),
          names_.unit(held->unit) + (held->handler ? " " + names_.person(*held->handler) : ""));
      row(text("时限", "due"), context_.in_lang(due_text(held->due)));
    }
  }

  /// In the order of the schema; what it no longer has comes last.
  void print_extra(const casework::Particulars& of) {
    ledger::ExtraValues left = extra_of(of);
    for (const schema::Field& field : names_.schema.fields) {
      if (field.extra) print_extra_field(field.id, left);
    }
    const ledger::ExtraValues unknown = left;
    for (const auto& [field, value] : unknown.open) print_extra_field(field, left);
    for (const auto& [field, value] : unknown.personal) print_extra_field(field, left);
  }
  void print_extra_field(const std::string& field, ledger::ExtraValues& left) {
    const Text label = extra_label(names_, field);
    if (const auto open = left.open.extract(field)) {
      row(label, context_.in_lang(extra_value(names_, field, open.mapped())));
    }
    if (const auto sealed = left.personal.extract(field)) {
      row(label, shown_personal(names_, field, sealed.mapped()));
    }
  }

  void print_source(const casework::Particulars& of) {
    std::string from = of.source.value_or("");
    if (of.source_no) from += (from.empty() ? "" : " ") + *of.source_no;
    row(text("来件", "source"), from);
    if (of.source_due_on) row(text("来件时限", "source due"), to_string(*of.source_due_on));
  }

  void print_residents(const casework::Issue& issue) {
    for (const casework::Resident& resident : issue.particulars.residents) {
      std::string line;
      const auto add = [&](std::string_view field, const std::optional<casework::Personal>& text,
                           std::string (*mask)(std::string_view)) {
        if (!text || text->plain.empty()) return;
        line +=
            (line.empty() ? "" : "  ") + (names_.reveals(field) ? text->plain : mask(text->plain));
      };
      add("name", resident.name, privacy::mask_name);
      add("phone", resident.phone, privacy::mask_phone);
      add("address", resident.address, privacy::mask_address);
      row(text("诉求人", "resident"), line);
    }
  }

  void print_history(const std::vector<ledger::StoredEvent>& events) {
    context_.out().line("");
    const std::vector<bool> counts = ledger::effective(events);
    for (std::size_t i = 0; i < events.size(); ++i) {
      context_.out().line(history_line(events[i], names_, context_.lang(), counts[i]));
    }
  }

  /// The steps allowed next, as lines to type.
  void print_next(const casework::Issue& issue) {
    const auto lines = next_lines(names_.schema, names_.roster, issue);
    context_.out().line("");
    if (!lines.empty()) context_.out().line(text("接下来可以：", "allowed next:"));
    for (const Text& line : lines) context_.out().line("  " + context_.in_lang(line));
    const Text further = further_line(names_.schema, issue);
    if (!further.empty()) context_.out().line(text("另外：{}", "besides: {}", further));
  }

  Context& context_;
  const Names& names_;
  std::string card_official_;
};

void print_json(Context& context, const Shown& shown, const Names& names) {
  base::Json issue = issue_json(shown.issue, names, context.today());
  base::Json entries = base::Json::array();
  for (const std::string& entry : shown.entries) entries.push(entry);
  if (!shown.entries.empty()) issue.set("diary_entries", std::move(entries));
  if (!shown.card_official.empty()) issue.set("card_official", shown.card_official);
  context.out().json(issue);
  for (const auto& stored : shown.events) {
    context.out().json(history_json(stored, names, context.lang()));
  }
}

int run_show(Context& context, const Arguments& arguments) {
  const bool reveals = arguments.has("reveal");
  const auto typed = typed_issues(arguments);
  ledger::Ledger& ledger = context.open(reveals ? ledger::Access::write : ledger::Access::read);
  const auto issues = name_issues(context, ledger, typed, arguments);
  std::vector<std::string> revealed;
  if (reveals) guard_number(context, issues);
  if (reveals) {
    revealed = record_reveal(context, ledger, arguments,
                             {.issues = issues, .fields = {"name", "phone", "address", "content"}});
  }
  std::vector<Shown> pages;
  for (const std::string& issue : issues) pages.push_back(collect(context, ledger, issue));
  const Names names{ledger.roster(), ledger.schema(), revealed};
  ledger.end_reading();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (context.json()) {
      print_json(context, pages[i], names);
      continue;
    }
    if (i > 0) context.out().line("");
    Page(context, names).print(pages[i]);
  }
  return 0;
}

}  // namespace

Command show_command() {
  return {.name = "show",
          .zh = "查看",
          .group = "looking",
          .summary_zh = "一件诉求的全部经过，和接下来可以做什么",
          .summary_en = "an issue with its whole history and what may follow",
          .nature = Nature::reads,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {reveal_options()},
          .example = "查看 23",
          .example_en = "show 23",
          .run = run_show};
}

}  // namespace minqing::cli
