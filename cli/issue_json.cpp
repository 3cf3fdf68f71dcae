// SPDX-License-Identifier: MIT
#include "cli/issue_json.hpp"

#include "cli/extra_fields.hpp"
#include "lib/casework/decide.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::Json;
using casework::Personal;

class Writer {
 public:
  explicit Writer(const Names& names) : names_(names) {}

  void set(std::string key, const std::optional<std::string>& value) {
    if (value) out.set(std::move(key), *value);
  }
  void set(std::string key, const std::optional<base::Moment>& at) {
    if (at) out.set(std::move(key), to_string(*at));
  }
  void set(std::string key, const std::optional<Personal>& text) {
    if (text) out.set(std::move(key), masked(*text));
  }
  std::string masked(const Personal& text) const {
    return names_.reveals("content") ? text.plain : privacy::mask_text(text.plain);
  }

  Json out = Json::object();

 private:
  const Names& names_;
};

Json residents_json(const casework::Particulars& of, const Names& names) {
  Json out = Json::array();
  for (const casework::Resident& resident : of.residents) {
    Json one = Json::object();
    const auto set = [&](const char* key, std::string_view field,
                         const std::optional<Personal>& text,
                         std::string (*mask)(std::string_view)) {
      if (text) one.set(key, names.reveals(field) ? text->plain : mask(text->plain));
    };
    set("resident", "name", resident.name, privacy::mask_name);
    set("phone", "phone", resident.phone, privacy::mask_phone);
    set("address", "address", resident.address, privacy::mask_address);
    one.set("anonymous", resident.anonymous);
    out.push(std::move(one));
  }
  return out;
}

void put_particulars(Writer& to, const casework::Particulars& of, const Names& names) {
  to.out.set("category", of.category);
  to.out.set("nature", of.nature);
  to.out.set("channel", of.channel);
  to.out.set("urgency", id_of(of.urgency));
  to.out.set("confidential", of.confidential);
  to.set("village", of.area);
  to.set("village_group", of.village_group);
  to.set("grid", of.grid);
  to.set("location", of.location);
  if (of.people_count) to.out.set("people_count", *of.people_count);
  to.set("source", of.source);
  to.set("source_no", of.source_no);
  if (of.source_due_on) to.out.set("source_due_on", to_string(*of.source_due_on));
  to.set("campaign", of.campaign);
  to.set("card", of.card);
  to.set("registrar", of.registrar);
  to.set("title", of.title);
  to.out.set("content", to.masked(of.content));
  to.set("remark", of.remark);
  const ledger::ExtraValues extra = extra_of(of);
  if (!extra.empty()) to.out.set("extra", extra_json(names, extra));
  if (!of.residents.empty()) to.out.set("residents", residents_json(of, names));
}

void put_assignment(Writer& to, const casework::Assignment& held) {
  to.out.set("handler_unit", held.unit);
  to.set("handler", held.handler);
  to.set("leader_in_charge", held.leader);
  Json co_units = Json::array();
  for (const std::string& unit : held.co_units) co_units.push(unit);
  if (!held.co_units.empty()) to.out.set("co_units", std::move(co_units));
  to.out.set("assigned_on", to_string(held.assigned_at));
  to.out.set("due_on", to_string(held.due.due_on));
  to.out.set("provisional", held.due.provisional);
}

void put_round(Writer& to, const casework::Round& round) {
  to.set("resolved_on", round.resolved_at);
  if (round.resolved_at) to.out.set("result_kind", id_of(round.result_kind));
  to.set("result", round.result);
  to.set("fed_back_on", round.fed_back_at);
  if (round.called_back_at) to.out.set("satisfaction", id_of(round.satisfaction));
  to.set("closed_on", round.closed_at);
}

}  // namespace

base::Json issue_json(const casework::Issue& issue, const Names& names, base::Date today) {
  Writer to(names);
  to.out.set("v", 1);
  to.out.set("number", issue.number);
  to.out.set("state", id_of(issue.state));
  to.out.set("round", issue.round().no);
  to.out.set("registered_on", to_string(issue.registered_at));
  put_particulars(to, issue.particulars, names);
  const casework::Assignment* held = issue.assignment();
  if (held) put_assignment(to, *held);
  put_round(to, issue.round());
  const auto& resolved_at = issue.round().resolved_at;
  const bool is_late = held && issue.state != casework::State::voided &&
                       (resolved_at ? resolved_at->date > held->due.due_on
                                    : issue.is_open() && today > held->due.due_on);
  to.out.set("overdue", is_late);
  Json next = Json::array();
  for (std::string_view step : casework::allowed_steps(names.schema, issue)) next.push(step);
  to.out.set("next", std::move(next));
  return std::move(to.out);
}

}  // namespace minqing::cli
