// SPDX-License-Identifier: MIT
#include "cli/paper_values.hpp"

#include "cli/extra_fields.hpp"
#include "cli/paper_story.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/accusation.hpp"
#include "lib/casework/paper.hpp"
#include "lib/ledger/select.hpp"
#include "lib/privacy/mask.hpp"
#include "lib/report/weekly_words.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Text;
using base::text;

/// In Chinese lists stand with 、 between them.
std::string listed(const std::vector<std::string>& parts) { return base::join(parts, "、"); }

class Filler {
 public:
  Filler(const casework::Issue& issue, const std::vector<ledger::StoredEvent>& events,
         const Names& names, const PaperFacts& facts)
      : issue_(issue),
        of_(issue.particulars),
        story_(story_of(events)),
        names_(names),
        facts_(facts),
        hidden_(casework::hides_identity(issue)) {}

  report::PaperValues fill() {
    put_paper();
    put_matter();
    put_origin();
    put_residents();
    put_holding();
    put_deadline();
    put_rules();
    put_result();
    put_feedback();
    put_notes();
    put_extra();
    return std::move(out_);
  }

 private:
  void put(const char* id, std::string value) { out_.texts[id] = std::move(value); }
  void put(const char* id, const Text& value) { put(id, say(value)); }
  void put(const char* id, const std::optional<std::string>& value) { put(id, value.value_or("")); }
  void put(const char* id, const std::optional<base::Date>& day) {
    put(id, day ? say(report::full_date(*day)) : std::string());
  }
  void put(const char* id, const std::optional<base::Moment>& at) {
    put(id, at ? say(report::full_date(at->date)) : std::string());
  }
  void put_words(const char* id, const std::optional<casework::Personal>& words) {
    put(id, words ? masked(words->plain) : std::string());
  }
  void put_limit(const char* id, const std::optional<calendar::Limit>& limit) {
    put(id, limit ? say(calendar::to_text(*limit)) : std::string());
  }
  const std::string& say(const Text& words) const { return words.in(facts_.language); }
  std::string person(const std::optional<std::string>& id) const {
    return id ? names_.person(*id) : std::string();
  }
  /// What is confidential is revealed to nobody, whatever was asked for.
  bool reveals(std::string_view field) const { return !hidden_ && names_.reveals(field); }
  std::string masked(const std::string& words) const {
    return reveals("content") ? words : privacy::mask_text(words);
  }

  void put_paper() {
    put("mark", facts_.mark);
    put("issued_on", std::optional(facts_.on));
    put("notice_no", std::to_string(facts_.notice_no));
  }

  void put_matter() {
    put("number", issue_.number);
    put("status", names_.state(issue_.state));
    put("registered_on", std::optional(issue_.registered_at));
    put("registrar",
        of_.registrar ? names_.person(*of_.registrar) : names_.person(issue_.registered_by));
    put("channel", names_.channel(of_.channel));
    put("category", names_.category(of_.category));
    put("nature", names_.nature(of_.nature));
    put("urgency", label_of(of_.urgency));
    put("village", of_.area ? names_.area(*of_.area) : std::string());
    put("village_group", of_.village_group);
    put("grid", of_.grid);
    put("campaign", of_.campaign);
    put("people_count", of_.people_count ? std::to_string(*of_.people_count) : std::string());
    put_words("title", of_.title);
    put_words("content", of_.content);
    put_words("location", of_.location);
    put_words("remark", of_.remark);
    std::vector<std::string> files;
    for (const casework::Attachment& file : issue_.attachments) {
      files.push_back(masked(file.name.plain));
    }
    put("attachment", listed(files));
    put("round", std::to_string(issue_.round().no));
  }

  void put_origin() {
    const schema::Source* source = of_.source ? names_.schema.match_source(*of_.source) : nullptr;
    put("source", source ? say(source->label) : of_.source.value_or(""));
    put("source_no", of_.source_no);
    put("source_due_on", of_.source_due_on);
  }

  /// Of one resident: a name, a telephone number, an address.
  std::string identity(std::string_view field, const std::optional<casework::Personal>& value,
                       std::string (*mask)(std::string_view)) const {
    if (!value || value->plain.empty()) return {};
    if (hidden_) return say(text("〔保密〕", "[confidential]"));
    return reveals(field) ? value->plain : mask(value->plain);
  }

  void put_residents() {
    std::vector<std::string> names, phones, addresses;
    const auto add = [](std::vector<std::string>& to, const std::string& value) {
      if (!value.empty() && std::find(to.begin(), to.end(), value) == to.end()) to.push_back(value);
    };
    auto& all = out_.lists["residents"];
    for (const casework::Resident& resident : of_.residents) {
      report::PaperValues& one = all.emplace_back();
      one.texts["resident"] = identity("name", resident.name, privacy::mask_name);
      one.texts["phone"] = identity("phone", resident.phone, privacy::mask_phone);
      one.texts["address"] = identity("address", resident.address, privacy::mask_address);
      add(names, one.texts["resident"]);
      add(phones, one.texts["phone"]);
      add(addresses, one.texts["address"]);
    }
    put("resident", listed(names));
    put("phone", listed(phones));
    put("address", listed(addresses));
  }

  void put_holding() {
    const casework::Assignment* held = issue_.assignment();
    if (held == nullptr) return;
    put("handler_unit", names_.unit(held->unit));
    put("handler", person(held->handler));
    std::vector<std::string> others;
    for (const std::string& unit : held->co_units) others.push_back(names_.unit(unit));
    put("co_units", listed(others));
    put("leader_in_charge", person(held->leader));
    put("assigned_on", std::optional(held->assigned_at));
    put("assigned_by", story_.assigned ? names_.person(story_.assigned->by) : std::string());
    put("route", held->rule);
    put("signed_for_on", held->signed_at);
    put("signed_for_by", held->signed_at ? person(held->handler) : std::string());
    put("first_contact_on", held->contacted_at);
  }

  std::string due_day(const casework::DueBy& due) const {
    std::string out = say(report::full_date(due.due_on));
    if (due.due_minute) {
      out += fmt::format(" {:02}:{:02}", *due.due_minute / 60, *due.due_minute % 60);
    }
    if (due.provisional) out += say(text("（暂定）", " (provisional)"));
    return out;
  }

  void put_deadline() {
    const casework::Assignment* held = issue_.assignment();
    if (held == nullptr) return;
    put("due_on", due_day(held->due));
    put_limit("limit", held->due.limit);
    const auto& resolved = issue_.round().resolved_at;
    const bool is_running = !held->ended_at && issue_.state != casework::State::suspended;
    const int late = (resolved ? resolved->date : facts_.on) - held->due.due_on;
    if (late > 0 && (resolved || is_running)) put("days_overdue", std::to_string(late));
    if (late < 0 && is_running) put("days_left", std::to_string(-late));
    if (held->extensions == 0 || held->due_changes.empty()) return;
    put("due_before", due_day(held->due_changes.back().before));
    if (!story_.extended) return;
    put("extended_on", std::optional(story_.extended->on));
    put("extended_by", names_.person(story_.extended->by));
    put("extension_reason", masked(story_.extended->words));
  }

  void put_rules() {
    const schema::Limits& limits = names_.schema.limits;
    if (names_.schema.steps.sign) put_limit("sign_limit", limits.sign);
    put_limit("contact_limit", limits.first_contact);
    put_limit("return_limit", limits.returned);
  }

  void put_result() {
    const casework::Round& round = issue_.round();
    put("resolved_on", round.resolved_at);
    if (round.resolved_at && story_.result) {
      put("result", masked(story_.result->result.plain));
      put("result_kind", label_of(story_.result->result_kind));
      put("other_channel", story_.result->other_channel);
      put("to_body", story_.result->to_body);
      put("resolved_by", names_.person(story_.resolved->by));
    }
    put("checked_on", round.checked_at);
    if (round.checked_at && story_.checked) {
      put("checked_by", names_.person(story_.checked->by));
      put("check_finding", masked(story_.checked->words));
    }
    put("closed_on", round.closed_at);
    if (round.closed_on) put("close_ground", label_of(*round.closed_on));
  }

  void put_feedback() {
    const casework::Round& round = issue_.round();
    if (story_.told) {
      put("fed_back_on", std::optional(story_.told->on));
      put("feedback_method", label_of(story_.told_by));
      put("told", masked(story_.told->words));
    }
    if (!story_.called_back || !round.called_back_at) return;
    put("called_back_on", round.called_back_at);
    put("callback_by", names_.person(story_.called_back->by));
    put("satisfaction", label_of(round.satisfaction));
    put("said", masked(story_.called_back->words));
  }

  std::vector<report::PaperValues> entries(const std::vector<Noted>& notes) const {
    std::vector<report::PaperValues> out;
    for (const Noted& note : notes) {
      out.push_back({.texts = {{"noted_on", say(report::full_date(note.on))},
                               {"noted_by", names_.person(note.by)},
                               {"words", masked(note.words)}},
                     .lists = {}});
    }
    return out;
  }

  void put_notes() {
    out_.lists["progress"] = entries(story_.progress);
    out_.lists["instructions"] = entries(story_.instructions);
    std::vector<std::string> done;
    for (const Noted& note : story_.progress) {
      done.push_back(say(report::full_date(note.on)) + " " + masked(note.words));
    }
    put("action_taken", base::join(done, "\n"));
    if (story_.returned) put("return_reason", masked(story_.returned->words));
    if (story_.suspended) put("pending_reason", masked(story_.suspended->words));
    const casework::Request* asked = issue_.find_request(casework::RequestKind::extend);
    if (asked != nullptr) put("extend_to", asked->wish.extend_to);
  }

  void put_extra() {
    const ledger::ExtraValues extra = extra_of(of_);
    for (const auto& [field, value] : extra.open) {
      out_.texts[field] = say(extra_value(names_, field, value));
    }
    for (const auto& [field, value] : extra.personal) {
      out_.texts[field] =
          hidden_ ? say(text("〔保密〕", "[confidential]")) : shown_personal(names_, field, value);
    }
  }

  const casework::Issue& issue_;
  const casework::Particulars& of_;
  const PaperStory story_;
  const Names& names_;
  const PaperFacts& facts_;
  const bool hidden_;
  report::PaperValues out_;
};

}  // namespace

report::PaperValues issue_values(const casework::Issue& issue,
                                 const std::vector<ledger::StoredEvent>& events, const Names& names,
                                 const PaperFacts& facts) {
  return Filler(issue, events, names, facts).fill();
}

std::string matter_of(const casework::Issue& issue) {
  ledger::ListedIssue listed;
  if (issue.particulars.title) listed.title = issue.particulars.title->plain;
  listed.content = issue.particulars.content.plain;
  return privacy::mask_text(listed.matter());
}

}  // namespace minqing::cli
