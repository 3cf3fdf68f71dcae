// SPDX-License-Identifier: MIT
#include "cli/office_answers.hpp"

#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "lib/ledger/load.hpp"
#include "lib/privacy/mask.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using casework::Personal;

std::string masked(const Personal& words) { return privacy::mask_text(words.plain); }
std::string masked(const std::optional<Personal>& words) { return words ? masked(*words) : ""; }
std::string day_of(const std::optional<base::Moment>& at) { return at ? to_string(at->date) : ""; }

/// An issue with what is not part of its state.
struct Facts {
  const casework::Issue& issue;
  const Names& names;
  base::Lang lang;
  std::string action;  ///< what the unit did last in this round, masked

  const casework::Particulars& of() const { return issue.particulars; }
  const casework::Round& round() const { return issue.round(); }
  std::string in_lang(const base::Text& words) const { return words.in(lang); }
  /// Something of the unit that has or had it; empty before the first hand-over.
  template <class Say>
  std::string held(Say say) const {
    const casework::Assignment* assignment = issue.assignment();
    return assignment ? say(*assignment) : std::string();
  }
  /// Of the first resident.
  std::string resident(std::optional<Personal> casework::Resident::*member,
                       std::string (*mask)(std::string_view)) const {
    if (of().residents.empty()) return {};
    const auto& text = of().residents.front().*member;
    return text ? mask(text->plain) : "";
  }
};

/// A field of a profile: its id where its values have ids, and how the office itself says it.
struct Field {
  std::string_view name;
  std::string (*words)(const Facts&);
  std::string (*id)(const Facts&) = nullptr;
};

constexpr Field kFields[] = {
    {"number", [](const Facts& f) { return f.issue.number; }},
    {"title", [](const Facts& f) { return masked(f.of().title); }},
    {"source", [](const Facts& f) { return f.of().source.value_or(""); }},
    {"source_no", [](const Facts& f) { return f.of().source_no.value_or(""); }},
    {"source_due_on",
     [](const Facts& f) {
       return f.of().source_due_on ? to_string(*f.of().source_due_on) : std::string();
     }},
    {"registered_on", [](const Facts& f) { return to_string(f.issue.registered_at.date); }},
    {"channel", [](const Facts& f) { return f.in_lang(f.names.channel(f.of().channel)); },
     [](const Facts& f) { return f.of().channel; }},
    {"resident",
     [](const Facts& f) { return f.resident(&casework::Resident::name, privacy::mask_name); }},
    {"phone",
     [](const Facts& f) { return f.resident(&casework::Resident::phone, privacy::mask_phone); }},
    {"address",
     [](const Facts& f) {
       return f.resident(&casework::Resident::address, privacy::mask_address);
     }},
    {"village",
     [](const Facts& f) { return f.of().area ? f.names.area(*f.of().area) : std::string(); }},
    {"village_group", [](const Facts& f) { return f.of().village_group.value_or(""); }},
    {"content", [](const Facts& f) { return masked(f.of().content); }},
    {"category", [](const Facts& f) { return f.in_lang(f.names.category(f.of().category)); },
     [](const Facts& f) { return f.of().category; }},
    {"nature", [](const Facts& f) { return f.in_lang(f.names.nature(f.of().nature)); },
     [](const Facts& f) { return f.of().nature; }},
    {"location", [](const Facts& f) { return masked(f.of().location); }},
    {"urgency", [](const Facts& f) { return f.in_lang(label_of(f.of().urgency)); },
     [](const Facts& f) { return std::string(id_of(f.of().urgency)); }},
    {"remark", [](const Facts& f) { return masked(f.of().remark); }},
    {"status", [](const Facts& f) { return f.in_lang(f.names.state(f.issue.state)); },
     [](const Facts& f) { return std::string(id_of(f.issue.state)); }},
    {"assigned_on",
     [](const Facts& f) {
       return f.held([](const auto& held) { return to_string(held.assigned_at.date); });
     }},
    {"handler_unit",
     [](const Facts& f) {
       return f.held([&](const auto& held) { return f.names.unit(held.unit); });
     }},
    {"handler",
     [](const Facts& f) {
       return f.held([&](const auto& held) {
         return held.handler ? f.names.person(*held.handler) : std::string();
       });
     }},
    {"due_on",
     [](const Facts& f) {
       return f.held([](const auto& held) { return to_string(held.due.due_on); });
     }},
    {"signed_for_on",
     [](const Facts& f) {
       return f.held([](const auto& held) { return day_of(held.signed_at); });
     }},
    {"action_taken", [](const Facts& f) { return f.action; }},
    {"result_kind",
     [](const Facts& f) {
       return f.round().resolved_at ? f.in_lang(label_of(f.round().result_kind)) : std::string();
     },
     [](const Facts& f) {
       return std::string(f.round().resolved_at ? id_of(f.round().result_kind) : "");
     }},
    {"result", [](const Facts& f) { return masked(f.round().result); }},
    {"resolved_on", [](const Facts& f) { return day_of(f.round().resolved_at); }},
    {"fed_back_on", [](const Facts& f) { return day_of(f.round().fed_back_at); }},
    {"satisfaction",
     [](const Facts& f) {
       return f.round().called_back_at ? f.in_lang(label_of(f.round().satisfaction))
                                       : std::string();
     },
     [](const Facts& f) {
       return std::string(f.round().called_back_at ? id_of(f.round().satisfaction) : "");
     }},
    {"closed_on", [](const Facts& f) { return day_of(f.round().closed_at); }},
};

std::string cell_of(const Facts& facts, const schema::ProfileColumn& column) {
  const auto field = std::find_if(std::begin(kFields), std::end(kFields),
                                  [&](const Field& one) { return one.name == column.field; });
  if (field == std::end(kFields)) return column.value;
  const auto word = field->id ? column.words.find(field->id(facts)) : column.words.end();
  return word != column.words.end() ? word->second : field->words(facts);
}

/// What the unit did last in this round, masked.
std::string last_action(const std::vector<ledger::StoredEvent>& events) {
  const std::vector<bool> counts = ledger::effective(events);
  for (std::size_t i = events.size(); i-- > 0;) {
    if (!counts[i]) continue;
    const auto& payload = events[i].event.payload;
    if (std::holds_alternative<casework::IssueReopened>(payload)) return {};
    const auto* noted = std::get_if<casework::ProgressNoted>(&payload);
    if (noted && noted->action_taken) return masked(noted->action_taken);
  }
  return {};
}

}  // namespace

AnswerRow answers_of(Context& context, ledger::Ledger& ledger, const ledger::ListedIssue& listed,
                     const schema::Profile& profile) {
  auto events = ledger::events_of(ledger.db(), listed.id);
  for (auto& stored : events) unseal_event(ledger, stored.event);
  hide_confidential(context, ledger.roster(), events);
  const casework::Issue issue = *ledger::fold_stored(events);
  const Names names{ledger.roster(), ledger.schema()};
  const Facts facts{issue, names, context.lang(), last_action(events)};
  AnswerRow row{issue.particulars.source_no.value_or(""), {}};
  for (const schema::ProfileColumn& column : profile.columns) {
    row.cells.push_back(cell_of(facts, column));
  }
  return row;
}

}  // namespace minqing::cli
