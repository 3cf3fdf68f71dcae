// SPDX-License-Identifier: MIT
#include "lib/casework/amendment.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace minqing::casework {

namespace {

using Words = std::optional<std::string>;

/// A field that holds no personal text: how it reads as text, and how it is set from it.
struct OpenField {
  std::string_view id;
  Words (*get)(const Particulars&);
  void (*set)(Particulars&, const Words&);
};

template <Words Particulars::*member>
constexpr OpenField words_field(std::string_view id) {
  return {id, [](const Particulars& of) { return of.*member; },
          [](Particulars& of, const Words& value) { of.*member = value; }};
}
template <std::string Particulars::*member>
constexpr OpenField certain_field(std::string_view id) {
  return {id, [](const Particulars& of) { return Words(of.*member); },
          [](Particulars& of, const Words& value) { of.*member = value.value_or(""); }};
}

constexpr OpenField kOpenFields[] = {
    words_field<&Particulars::area>("village"),
    words_field<&Particulars::village_group>("village_group"),
    words_field<&Particulars::grid>("grid"),
    words_field<&Particulars::source>("source"),
    words_field<&Particulars::source_no>("source_no"),
    words_field<&Particulars::campaign>("campaign"),
    words_field<&Particulars::card>("card"),
    words_field<&Particulars::registrar>("registrar"),
    certain_field<&Particulars::channel>("channel"),
    certain_field<&Particulars::nature>("nature"),
    certain_field<&Particulars::category>("category"),
    {"urgency", [](const Particulars& of) { return Words(id_of(of.urgency)); },
     [](Particulars& of, const Words& value) {
       of.urgency = parse_word<Urgency>(value.value_or("")).value_or(Urgency::normal);
     }},
    {"confidential", [](const Particulars& of) { return Words(of.confidential ? "yes" : "no"); },
     [](Particulars& of, const Words& value) { of.confidential = value == "yes"; }},
    {"people_count",
     [](const Particulars& of) {
       return of.people_count ? Words(std::to_string(*of.people_count)) : Words();
     },
     [](Particulars& of, const Words& value) {
       std::int64_t count = 0;
       const std::string digits = value.value_or("");
       const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), count);
       of.people_count = read.ec == std::errc() ? std::optional(count) : std::nullopt;
     }},
    {"source_due_on",
     [](const Particulars& of) {
       return of.source_due_on ? Words(to_string(*of.source_due_on)) : Words();
     },
     [](Particulars& of, const Words& value) {
       const auto day = value ? base::parse_moment(*value) : std::nullopt;
       of.source_due_on = day ? std::optional(day->date) : std::nullopt;
     }},
};

struct SealedField {
  std::string_view id;
  std::optional<Personal> Particulars::*member;
};
constexpr SealedField kSealedFields[] = {{"location", &Particulars::location},
                                         {"title", &Particulars::title},
                                         {"remark", &Particulars::remark}};

struct ResidentField {
  std::string_view id;
  std::optional<Personal> Resident::*member;
};
constexpr ResidentField kResidentFields[] = {
    {"resident", &Resident::name}, {"phone", &Resident::phone}, {"address", &Resident::address}};

template <class Table>
auto find_in(const Table& table, std::string_view id) {
  return std::find_if(std::begin(table), std::end(table),
                      [&](const auto& entry) { return entry.id == id; });
}

std::string plain_of(const std::optional<Personal>& text) { return text ? text->plain : ""; }

void add_sealed(std::vector<Amendment>& out, std::string_view field,
                const std::optional<Personal>& before, const std::optional<Personal>& after,
                std::optional<std::int64_t> resident = {}) {
  out.push_back({.field = std::string(field),
                 .resident = resident,
                 .personal_before = before,
                 .personal_after = after});
}

template <class Map>
auto value_in(const Map& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

template <class Map, class Value>
void put(Map& map, const std::string& key, const Value& value) {
  if (value) {
    map[key] = *value;
  } else {
    map.erase(key);
  }
}

void apply_to_resident(Particulars& of, const Amendment& change,
                       std::optional<Personal> Resident::*member) {
  const auto index =
      static_cast<std::size_t>(std::max<std::int64_t>(change.resident.value_or(1), 1));
  if (of.residents.size() < index) of.residents.resize(index);
  Resident& resident = of.residents[index - 1];
  resident.*member = change.personal_after;
  if (resident.name) resident.anonymous = false;
}

/// The fields of rounds and hand-overs.
bool apply_to_round(Issue& issue, const Amendment& change) {
  Round& round = issue.round();
  if (change.field == "registered_on") {
    if (const auto at = base::parse_moment(change.after.value_or(""))) {
      issue.registered_at = *at;
      issue.rounds.front().opened_at = *at;
    }
    return true;
  }
  if (change.field == "result") {
    round.result = change.personal_after;
    return true;
  }
  if (change.field == "due_on") return true;  // the new deadline stands whole in the event
  const bool is_handler = change.field == "handler";
  if (!is_handler && change.field != "leader_in_charge") return false;
  // The hand-over that it amended may have been undone since.
  if (round.assignments.empty()) return true;
  (is_handler ? round.assignments.back().handler : round.assignments.back().leader) = change.after;
  return true;
}

}  // namespace

void apply_amendment(Issue& issue, const Amendment& change) {
  Particulars& of = issue.particulars;
  if (const auto open = find_in(kOpenFields, change.field); open != std::end(kOpenFields)) {
    open->set(of, change.after);
  } else if (const auto sealed = find_in(kSealedFields, change.field);
             sealed != std::end(kSealedFields)) {
    of.*(sealed->member) = change.personal_after;
  } else if (const auto known = find_in(kResidentFields, change.field);
             known != std::end(kResidentFields)) {
    apply_to_resident(of, change, known->member);
  } else if (change.field == "content") {
    of.content = change.personal_after.value_or(Personal{});
  } else if (!apply_to_round(issue, change)) {
    // A field of the schema's own.
    if (change.personal_before || change.personal_after) {
      put(of.extra_personal, change.field, change.personal_after);
    } else {
      put(of.extra, change.field, change.after);
    }
  }
}

std::vector<Amendment> amendments(const Particulars& before, const Particulars& after,
                                  const std::vector<std::string>& fields, std::int64_t resident) {
  std::vector<Amendment> out;
  for (const std::string& field : fields) {
    if (const auto open = find_in(kOpenFields, field); open != std::end(kOpenFields)) {
      out.push_back({.field = field, .before = open->get(before), .after = open->get(after)});
    } else if (field == "content") {
      add_sealed(out, field, before.content, after.content);
    } else if (const auto sealed = find_in(kSealedFields, field);
               sealed != std::end(kSealedFields)) {
      add_sealed(out, field, before.*(sealed->member), after.*(sealed->member));
    } else if (const auto known = find_in(kResidentFields, field);
               known != std::end(kResidentFields)) {
      const auto of = [&](const Particulars& all) {
        const auto index = static_cast<std::size_t>(resident - 1);
        return index < all.residents.size() ? all.residents[index].*(known->member) : std::nullopt;
      };
      add_sealed(out, field, of(before), of(after), resident);
    } else if (before.extra.contains(field) || after.extra.contains(field)) {
      out.push_back({.field = field,
                     .before = value_in(before.extra, field),
                     .after = value_in(after.extra, field)});
    } else if (before.extra_personal.contains(field) || after.extra_personal.contains(field)) {
      add_sealed(out, field, value_in(before.extra_personal, field),
                 value_in(after.extra_personal, field));
    }
  }
  return out;
}

std::optional<Amendment> amendment_of_round(const Issue& issue, const std::string& field,
                                            const std::string& value) {
  Amendment change{.field = field};
  const Assignment* held = issue.assignment();
  if (field == "registered_on") {
    change.before = base::to_string(issue.registered_at);
  } else if (field == "result" && issue.round().resolved_at) {
    change.personal_before = issue.round().result;
    change.personal_after = personal(value);
    return change;
  } else if (field == "due_on" && held) {
    change.before = base::to_string(held->due.due_on);
  } else if (field == "handler" && held) {
    change.before = held->handler;
  } else if (field == "leader_in_charge" && held) {
    change.before = held->leader;
  } else {
    return std::nullopt;
  }
  change.after = value;
  return change;
}

bool changes_something(const Amendment& change) {
  const auto words = [](const Words& text) { return text.value_or(""); };
  if (change.personal_before || change.personal_after) {
    return plain_of(change.personal_before) != plain_of(change.personal_after);
  }
  return words(change.before) != words(change.after);
}

bool moves_deadline(std::string_view field) {
  return field == "due_on" || field == "source_due_on" || field == "registered_on";
}

bool decides_route(std::string_view field) { return field == "category" || field == "village"; }

}  // namespace minqing::casework
