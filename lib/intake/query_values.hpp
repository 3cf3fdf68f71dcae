// SPDX-License-Identifier: MIT
// The values of a term, resolved: each function fills the members of a Term that fit its criterion
// or throws base::Error (usage).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/query.hpp"

namespace minqing::intake {

/// A term as it is typed: which key, and its values without minus.
struct TypedTerm {
  const base::Word& key;
  std::vector<std::string> values;  ///< at least one, none empty
};

void fill_values(const QueryContext& context, const TypedTerm& typed, casework::Term& term);

/// What the key is called: its Chinese word and its id.
base::Text key_name(const TypedTerm& typed);
[[noreturn]] void fail_query(base::Text message, base::Text way_out = {});

/// The schema's own field that a key names, by id, label or heading; null when there is none or a
/// field of the program claims the heading too.
const schema::Field* find_extra_field(const schema::Schema& schema, std::string_view key);
/// The values of such a field, by its type.
void fill_extra(const QueryContext& context, const schema::Field& field, const TypedTerm& typed,
                casework::Term& term);

// In query_spans.cpp: dates, numbers of days, yes and no.
void fill_dates(const QueryContext& context, const TypedTerm& typed, casework::Term& term);
void fill_days(const TypedTerm& typed, casework::Term& term);
void fill_numbers(const TypedTerm& typed, casework::Term& term);
/// Yes as 1 and no as 0, for a field that may be empty: then neither yes nor no.
void fill_flag(const TypedTerm& typed, casework::Term& term);
void fill_yes_no(const TypedTerm& typed, casework::Term& term);

}  // namespace minqing::intake
