// SPDX-License-Identifier: MIT
// A selection of issues: what a QUERY says, resolved to ids and dates. One grammar everywhere
// (list, due, report, export, --where); intake/query.hpp reads it, ledger/select.hpp carries it
// out.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/time.hpp"

namespace minqing::casework {

enum class Criterion {
  number,
  state,
  unit,
  handler,
  category,
  nature,
  channel,
  area,
  urgency,
  satisfaction,
  source,
  source_no,
  campaign,
  registered_on,
  due_on,
  resolved_on,
  closed_on,
  age_days,  ///< days since registration
  overdue,   ///< open and past its due date, or resolved after it
  open,      ///< neither closed nor voided
  confidential,
  resident_name,  ///< exact, through the keyed digest
  resident_phone,
  requested,  ///< a request waits for its answer
  sent,       ///< came from another body
  answered,   ///< and that body was answered
  result,     ///< how the last round was settled
  card,       ///< the liaison card through which it came
  extra       ///< a field of the schema's own, named by Term::field
};

/// One `key:value` term. Exactly the members that fit the criterion are filled.
struct Term {
  Criterion criterion;
  bool negated = false;
  std::string field;                ///< id, for `extra`
  std::vector<std::string> any_of;  ///< ids, or plain names and phones for exact matches
  std::optional<base::Date> from;   ///< dates, inclusive
  std::optional<base::Date> to;     ///< inclusive
  std::optional<std::int64_t> at_least;
  std::optional<std::int64_t> at_most;
  bool yes = true;  ///< for overdue, open, confidential
};

/// All terms hold and all words occur in the unsealed text (title or content).
struct Selection {
  std::vector<Term> terms;
  std::vector<std::string> words;

  bool empty() const { return terms.empty() && words.empty(); }
};

}  // namespace minqing::casework
