// SPDX-License-Identifier: MIT
// Issues as rows, for list and due: the same columns in every format, personal text masked.

#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/phrases.hpp"
#include "lib/base/json.hpp"
#include "lib/ledger/select.hpp"

namespace minqing::cli {

/// A column that a list can have, by its word.
struct ListColumn {
  base::Word word;
  std::string (*cell)(const class Listing&, const ledger::ListedIssue&);
  bool shows_resident = false;  ///< needs names and telephones unsealed, to mask them
};

/// The columns named by `typed` (`编号,时限` or `number,due_on`), or the usual ones when it is
/// empty. Error(usage) for an unknown one, with the columns there are.
std::vector<const ListColumn*> columns_named(std::string_view typed);

/// --sort, --columns, --limit: which rows and columns, in which order.
std::span<const Option> listing_options();
ledger::SortBy sort_of(const Arguments& arguments);
/// Whether one of the columns shows who the resident is, masked.
bool show_residents(const std::vector<const ListColumn*>& columns);

/// `--limit N`, 0 without it. Error(usage) for anything but a positive number.
std::int64_t limit_of(const Arguments& arguments);

class Listing {
 public:
  Listing(const casework::Roster& roster, const schema::Schema& schema, base::Date today,
          base::Lang lang, std::vector<const ListColumn*> columns = columns_named({}));

  /// In colour, what is overdue is red and what falls due within three days yellow.
  std::string table(const std::vector<ledger::ListedIssue>& issues, int width, bool in_color) const;
  /// `for_terminal`: what could steer it is made visible; a file holds the text as it is.
  std::string csv(const std::vector<ledger::ListedIssue>& issues, bool for_terminal) const;
  base::Json json(const ledger::ListedIssue& issue) const;
  /// `超期 3 天`, `今日到期`, `还有 2 天`; empty when nothing is due.
  base::Text due_remark(const ledger::ListedIssue& issue) const;
  const Names& names() const { return names_; }
  base::Lang lang() const { return lang_; }

  std::vector<std::string> headings() const;
  std::vector<std::string> cells(const ledger::ListedIssue& issue) const;

 private:
  Names names_;
  base::Date today_;
  base::Lang lang_;
  std::vector<const ListColumn*> columns_;
};

}  // namespace minqing::cli
