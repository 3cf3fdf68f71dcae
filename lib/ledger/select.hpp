// SPDX-License-Identifier: MIT
// Carrying out a selection: QUERY terms narrow by SQL over unsealed columns and keyed digests;
// words are compared with the unsealed text of what is left. There is no stored text index.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/time.hpp"
#include "lib/casework/events_registration.hpp"
#include "lib/casework/selection.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/ledger/extra_table.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

/// An issue as lists show it. Personal text is unsealed here; who prints it masks it.
struct ListedIssue {
  std::int64_t id = 0;
  std::string number;
  casework::State state = casework::State::registered;
  std::int64_t round = 1;
  base::Moment registered_at;
  std::string channel;
  std::string nature;
  std::string category;
  casework::Urgency urgency = casework::Urgency::normal;
  bool confidential = false;
  std::optional<std::string> area;
  std::optional<std::string> source;
  std::optional<std::string> source_no;
  std::optional<std::string> unit;
  std::optional<std::string> handler;
  std::optional<base::Date> due_on;
  std::optional<base::Moment> resolved_at;
  std::optional<base::Moment> closed_at;
  std::optional<casework::Satisfaction> satisfaction;
  std::string title;                          ///< plain; empty when there is none or it was erased
  std::string content;                        ///< plain
  std::vector<casework::Resident> residents;  ///< `plain` is filled
  ExtraValues extra;                          ///< the schema's own fields

  /// Handling is not finished in this round and the day is past, or it finished late.
  bool is_overdue(base::Date today) const;
  /// Title, else the beginning of the content, in one line.
  std::string matter() const;
};

enum class SortBy { by_number, by_due, by_registration, by_unit };

struct SelectOptions {
  base::Date today;
  SortBy sort = SortBy::by_number;
  std::int64_t limit = 0;       ///< 0: all
  bool with_text = true;        ///< unseal title and content
  bool with_residents = false;  ///< unseal names, phones and addresses
  bool with_extra = false;      ///< fill the schema's own fields, unsealed
};

std::vector<ListedIssue> select(Ledger& ledger, const casework::Selection& selection,
                                const SelectOptions& options);
/// One issue by its number; nothing when there is none.
std::optional<ListedIssue> find_listed(Ledger& ledger, const std::string& number,
                                       const SelectOptions& options);
/// The numbers of those that match, by number, and how many they are: without unsealing, so of
/// selections without words only.
std::vector<std::string> numbers(Ledger& ledger, const casework::Selection& selection,
                                 base::Date today);
std::int64_t count(Ledger& ledger, const casework::Selection& selection, base::Date today);

}  // namespace minqing::ledger
