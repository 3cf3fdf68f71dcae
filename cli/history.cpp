// SPDX-License-Identifier: MIT
#include "cli/history.hpp"

#include "cli/extra_fields.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/sealing.hpp"

namespace minqing::cli {

namespace {

/// `张三`, or `张三（李四录入）` when somebody else typed.
base::Text who(const casework::Event& event, const Names& names) {
  const std::string by = names.person(event.by);
  if (event.by == event.actor) return base::same(by);
  return base::text("{}（{}录入）", "{} (typed by {})", by, names.person(event.actor));
}

}  // namespace

void unseal_event(ledger::Ledger& ledger, casework::Event& event) {
  const auto id = ledger::key_owner(event.issue, event.payload);
  if (!id) return;
  auto unseal = [&](std::string_view field, casework::Personal& text) {
    text.plain = ledger.keys().unseal(*id, field, text).value_or("〔已抹除〕");
  };
  std::visit([&](auto& data) { for_each_personal(data, unseal); }, event.payload);
}

void unseal_payload(ledger::Ledger& ledger, const std::string& issue, casework::Payload& payload) {
  const auto id = ledger::key_owner(issue, payload);
  if (!id) return;
  auto unseal = [&](std::string_view field, casework::Personal& text) {
    if (text.is_sealed() && text.plain.empty()) {
      text.plain = ledger.keys().unseal(*id, field, text).value_or("");
    }
  };
  std::visit([&](auto& data) { for_each_personal(data, unseal); }, payload);
}

casework::Issue load_plain(ledger::Ledger& ledger, const std::string& number) {
  auto events = ledger::events_of(ledger.db(), *ledger::issue_id(number));
  for (auto& stored : events) unseal_event(ledger, stored.event);
  return *ledger::fold_stored(events);
}

std::string history_line(const ledger::StoredEvent& stored, const Names& now, base::Lang lang,
                         bool counts) {
  const casework::Event& event = stored.event;
  const Names names = now.of_day(event.occurred_at.date);
  std::string line = base::pad_right(to_display(event.occurred_at), 16) + "  " +
                     who(event, names).in(lang) + "  " +
                     kind_label(kind_of(event.payload)).in(lang);
  const std::string more = details(event.payload, names).in(lang);
  // One event, one line: what somebody typed must not pose as another event.
  if (!more.empty()) line += "  " + base::visible(more);
  if (event.imported) line += base::text("（导入）", " (import)").in(lang);
  if (!counts) line += base::text("（已撤销）", " (undone)").in(lang);
  return line;
}

base::Json history_json(const ledger::StoredEvent& stored, const Names& now, base::Lang lang) {
  const casework::Event& event = stored.event;
  const Names names = now.of_day(event.occurred_at.date);
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("seq", stored.seq);
  out.set("kind", kind_of(event.payload));
  if (!event.issue.empty()) out.set("number", event.issue);
  out.set("occurred_at", to_string(event.occurred_at));
  out.set("recorded_at", to_string(event.recorded_at));
  out.set("actor", event.actor);
  out.set("by", event.by);
  out.set("transaction", event.transaction);
  out.set("text", details(event.payload, names).in(lang));
  if (const auto* registered = std::get_if<casework::IssueRegistered>(&event.payload)) {
    const ledger::ExtraValues extra = extra_of(registered->particulars);
    if (!extra.empty()) out.set("extra", extra_json(names, extra));
  }
  return out;
}

}  // namespace minqing::cli
