// SPDX-License-Identifier: MIT
#include "lib/intake/amending.hpp"

#include "lib/casework/amendment.hpp"
#include "lib/intake/registration_fields.hpp"

#include <algorithm>

namespace minqing::intake {

namespace {

using base::text;

/// The new value of a field of rounds and hand-overs, as it is stored; nothing after a problem.
std::optional<std::string> stored_value(Reading& reading, const Given& given) {
  if (given.id == "due_on" || given.id == "registered_on") {
    const auto at = day_of(reading, given, given.id == "registered_on");
    if (!at) return std::nullopt;
    return given.id == "due_on" ? base::to_string(at->date) : base::to_string(*at);
  }
  if (given.id == "result") return reading.joined(given);
  const auto typed = reading.single(given);
  if (!typed) return std::nullopt;
  const auto match = reading.context().roster.match_person(*typed);
  if (match.found) return match.found->id;
  reading.add(given,
              match.candidates.empty() ? text("名册里没有“{}”", "the roster has no '{}'", *typed)
                                       : text("“{}”不止一个", "several are called '{}'", *typed),
              {"用名册里的编号", "use an id of the roster"});
  return std::nullopt;
}

/// Another step puts these right, or nothing does.
base::Text way_out_of(std::string_view field, const std::string& number) {
  if (field == "handler_unit" || field == "co_units") {
    return text("改派：交办 {} --收回 --理由 …，再交办",
                "recall it and assign it again: assign {} "
                "--recall --reason …",
                number);
  }
  if (field == "number" || field == "row_no") {
    return text("编号不变；误登记的用作废", "numbers never change; void what was a mistake");
  }
  return text("撤销记错的那一步再重做：撤销 {} --上一步",
              "undo the step and take it again: undo {} "
              "--last",
              number);
}

void take_round_field(Reading& reading, const Given& given, const casework::Issue& issue,
                      std::vector<casework::Amendment>& changes) {
  constexpr std::string_view kRoundFields[] = {"registered_on", "result", "due_on", "handler",
                                               "leader_in_charge"};
  const bool is_known = std::find(std::begin(kRoundFields), std::end(kRoundFields), given.id) !=
                        std::end(kRoundFields);
  if (!is_known) {
    reading.add(given, text("这一项不能更正", "this cannot be amended"),
                way_out_of(given.id, issue.number));
    return;
  }
  const auto value = stored_value(reading, given);
  if (!value) return;
  const auto change = casework::amendment_of_round(issue, given.id, *value);
  if (change) {
    changes.push_back(*change);
  } else {
    reading.add(given, text("这一件还没有这一项", "the issue has no such thing yet"));
  }
}

}  // namespace

AmendmentResult make_amendment(const schema::Schema& schema, const casework::Roster& roster,
                               const DraftDates& dates, const Draft& draft,
                               const casework::Issue& issue, std::int64_t resident) {
  RegistrationMemory memory;
  const RegistrationContext context{schema, roster, dates, memory};
  Reading reading(context, draft);
  reading.particulars = issue.particulars;
  const auto index = static_cast<std::size_t>(resident - 1);
  if (index < issue.particulars.residents.size()) {
    reading.resident = issue.particulars.residents[index];
  }
  AmendmentResult out;
  std::vector<std::string> fields;
  for (const Given& given : reading.given()) {
    const TakeField take = given.id == "registered_on" ? nullptr : reader_of(given.id);
    const bool is_extra = given.field != nullptr && given.field->extra;
    if (take == nullptr && !is_extra) {
      take_round_field(reading, given, issue, out.changes);
      continue;
    }
    take != nullptr ? take(reading, given) : take_extra(reading, given);
    fields.push_back(given.id);
  }
  auto& residents = reading.particulars.residents;
  if (residents.size() <= index) residents.resize(index + 1);
  residents[index] = reading.resident;
  for (auto& change :
       casework::amendments(issue.particulars, reading.particulars, fields, resident)) {
    out.changes.push_back(std::move(change));
  }
  out.problems = std::move(reading.problems);
  return out;
}

}  // namespace minqing::intake
