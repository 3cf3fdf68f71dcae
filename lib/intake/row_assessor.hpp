// SPDX-License-Identifier: MIT
// A row of a table is assessed: its draft becomes a registration or problems, and what it says
// becomes the digests by which it is known. One row has nothing to do with another here, so that
// two assessors may work at the same time, each on rows of its own.

#pragma once

#include <string>
#include <vector>

#include "lib/intake/import_batch.hpp"
#include "lib/intake/import_row_text.hpp"
#include "lib/intake/registration.hpp"

namespace minqing::intake {

struct AssessedRow {
  Row row;
  Draft draft;
  /// Present: the row goes to the category for unknown ones, and these are its own words.
  std::optional<std::string> unknown_words;
  DraftResult result;  ///< a row that has problems already is left as it is
  std::string key;     ///< of its text (import_row_text.hpp)
  std::string digest;
};

class RowAssessor {
 public:
  /// Schema and roster outlive the assessor. Two of them need a roster each: it makes its entries
  /// when they are asked for.
  RowAssessor(const schema::Schema& schema, const casework::Roster& roster, const DraftDates& dates,
              base::Lang language);

  void assess(AssessedRow& row, const std::vector<ColumnReport>& columns, const RowDigest& digest);

 private:
  RegistrationMaker maker_;
  RowText text_;
};

}  // namespace minqing::intake
