// SPDX-License-Identifier: MIT
#include "lib/ledger/where.hpp"

#include "lib/ledger/extra_table.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::ledger {

namespace {

using casework::Criterion;
using casework::Term;

/// `?` holders for values, collected in order.
class Builder {
 public:
  explicit Builder(Where& where) : where_(where) {}

  std::string hold(std::variant<std::int64_t, std::string> value) {
    where_.values.push_back(std::move(value));
    return "?" + std::to_string(where_.values.size());
  }
  std::string any_of(const std::string& column, const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& value : values) {
      if (!list.empty()) list += ", ";
      list += hold(value);
    }
    return column + " IN (" + list + ")";
  }
  /// The day of a moment column lies within the term's dates.
  std::string days(const std::string& column, const Term& term) {
    std::string out = column + " IS NOT NULL";
    if (term.from) out += " AND " + column + " >= " + hold(base::to_string(*term.from));
    // Moments of the last day sort behind the bare date and before the next one.
    if (term.to) out += " AND " + column + " < " + hold(base::to_string(*term.to + 1));
    return out;
  }

 private:
  Where& where_;
};

std::string flag(const std::string& condition, bool yes) {
  return yes ? condition : "NOT (" + condition + ")";
}

std::string column_of(Criterion criterion) {
  switch (criterion) {
    case Criterion::state:
      return "i.state";
    case Criterion::unit:
      return "i.unit";
    case Criterion::handler:
      return "i.handler";
    case Criterion::category:
      return "i.category";
    case Criterion::nature:
      return "i.nature";
    case Criterion::channel:
      return "i.channel";
    case Criterion::area:
      return "i.area";
    case Criterion::urgency:
      return "i.urgency";
    case Criterion::satisfaction:
      return "i.satisfaction";
    case Criterion::source:
      return "i.source";
    case Criterion::source_no:
      return "i.source_no";
    case Criterion::campaign:
      return "i.campaign";
    case Criterion::card:
      return "i.card COLLATE NOCASE";
    default:
      return "i.number";
  }
}

std::string age_condition(Builder& build, const Term& term, base::Date today) {
  std::string out = "1";
  const auto day = [&](std::int64_t age) {
    return base::to_string(today - static_cast<int>(std::min<std::int64_t>(age, 100'000)));
  };
  if (term.at_least) {
    out += " AND i.registered_at < " +
           build.hold(base::to_string(
               today - static_cast<int>(std::min<std::int64_t>(*term.at_least, 100'000)) + 1));
  }
  if (term.at_most) out += " AND i.registered_at >= " + build.hold(day(*term.at_most));
  return out;
}

std::string overdue_condition(Builder& build, base::Date today) {
  return "i.state NOT IN ('voided', 'suspended', 'merged') AND i.due_on IS NOT NULL AND CASE WHEN "
         "i.resolved_at IS NOT NULL "
         "THEN substr(i.resolved_at, 1, 10) > i.due_on ELSE i.state <> 'closed' AND i.due_on < " +
         build.hold(base::to_string(today)) + " END";
}

std::string digest_condition(Builder& build, Ledger& ledger, const Term& term) {
  const bool is_phone = term.criterion == Criterion::resident_phone;
  std::vector<std::string> digests;
  for (const std::string& value : term.any_of) {
    digests.push_back(is_phone ? ledger.keys().digest("phone", privacy::normal_phone(value))
                               : ledger.keys().digest("name", privacy::normal_name(value)));
  }
  return "i.id IN (SELECT issue FROM resident_digest WHERE " + build.any_of("digest", digests) +
         ")";
}

std::string number_condition(Builder& build, const Term& term) {
  std::string list;
  for (const std::string& number : term.any_of) {
    if (!list.empty()) list += ", ";
    list += build.hold(issue_id(number).value_or(0));
  }
  return "i.id IN (" + list + ")";
}

/// A field without personal data: dates and whole numbers by range, all else by equality.
std::string extra_values(Builder& build, const schema::Field& field, const Term& term) {
  const std::string column = extra_column(field);
  if (field.type == schema::FieldType::date) return build.days(column, term);
  if (!is_integer_column(field)) return build.any_of(column, term.any_of);
  std::string out = column + " IS NOT NULL";
  if (term.at_least) out += " AND " + column + " >= " + build.hold(*term.at_least);
  if (term.at_most) out += " AND " + column + " <= " + build.hold(*term.at_most);
  return out;
}

std::string extra_condition(Builder& build, Ledger& ledger, const Term& term) {
  const schema::Field* field = ledger.schema().find_field(term.field);
  if (field == nullptr || !field->extra) return "0";
  need_extra_table(ledger.db());
  std::vector<std::string> digests;
  if (field->personal != schema::Personal::none) {
    for (const std::string& value : term.any_of) {
      digests.push_back(extra_digest(ledger.keys(), *field, value));
    }
  }
  return "i.id IN (SELECT _issue FROM issue_extra WHERE " +
         (digests.empty() ? extra_values(build, *field, term)
                          : build.any_of(extra_digest_column(*field), digests)) +
         ")";
}

std::string condition(Builder& build, Ledger& ledger, const Term& term, base::Date today) {
  switch (term.criterion) {
    case Criterion::number:
      return number_condition(build, term);
    case Criterion::registered_on:
      return build.days("i.registered_at", term);
    case Criterion::due_on:
      return build.days("i.due_on", term);
    case Criterion::resolved_on:
      return build.days("i.resolved_at", term);
    case Criterion::closed_on:
      return build.days("i.closed_at", term);
    case Criterion::age_days:
      return age_condition(build, term, today);
    case Criterion::overdue:
      return flag(overdue_condition(build, today), term.yes);
    case Criterion::open:
      return flag("i.state IN (" + open_states() + ")", term.yes);
    case Criterion::confidential:
      return flag("i.confidential", term.yes);
    case Criterion::requested:
      return flag("EXISTS (SELECT 1 FROM request q WHERE q.issue = i.id)", term.yes);
    case Criterion::sent:
      return flag("coalesce(i.source, '') <> ''", term.yes);
    case Criterion::answered:
      return flag("i.answered_at IS NOT NULL", term.yes);
    case Criterion::result:
      return "EXISTS (SELECT 1 FROM round r WHERE r.issue = i.id AND r.no = i.round AND " +
             build.any_of("r.result_kind", term.any_of) + ")";
    case Criterion::resident_name:
    case Criterion::resident_phone:
      return digest_condition(build, ledger, term);
    case Criterion::extra:
      return extra_condition(build, ledger, term);
    default:
      return build.any_of(column_of(term.criterion), term.any_of);
  }
}

}  // namespace

void Where::bind_to(Statement& statement) const {
  int index = 0;
  for (const auto& value : values) {
    ++index;
    std::visit([&](const auto& held) { statement.bind(index, held); }, value);
  }
}

std::string open_states() {
  std::string out;
  for (const base::Word& word : casework::words(casework::State{})) {
    const auto state = *casework::parse_word<casework::State>(word.id);
    if (!casework::is_open(state)) continue;
    if (!out.empty()) out += ", ";
    out += "'" + std::string(word.id) + "'";
  }
  return out;
}

Where where_clause(Ledger& ledger, const casework::Selection& selection, base::Date today) {
  Where where;
  Builder build(where);
  for (const Term& term : selection.terms) {
    const std::string holds = condition(build, ledger, term, today);
    where.sql += where.sql.empty() ? "WHERE " : " AND ";
    // A column without value is not "not x" in SQL; for people it is.
    where.sql += term.negated ? "NOT coalesce(" + holds + ", 0)" : "(" + holds + ")";
  }
  return where;
}

}  // namespace minqing::ledger
