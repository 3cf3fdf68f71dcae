// SPDX-License-Identifier: MIT
// `import --rejects`: rows that cannot be taken go into a file of their own, the reason beside them
// and the cell to blame marked. It is written before the ledger is: a row is never in neither.

#pragma once

#include <optional>
#include <string>

#include "cli/context.hpp"
#include "lib/intake/rejected_rows.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

class Rejects {
 public:
  /// Error(usage) for a name that says no format, Error(conflict) for a file that is there.
  Rejects(Context& context, const Arguments& arguments);

  /// What the rows were read by, for the line that imports the file once it is right.
  void read_by(const Arguments& arguments, const schema::Schema& schema);
  bool wanted() const { return file_.has_value(); }
  std::size_t rows() const;
  /// Filled by the reading of the files.
  intake::RejectedTables tables;

  /// Writes the file, when there is anything to write; with --dry-run says so. Error(usage) when a
  /// CSV file would have to hold rows of several tables.
  void write();
  /// The ledger was not written after all: a second try must not find the file in its way.
  void take_back();

 private:
  void print() const;

  Context& context_;
  std::optional<std::string> file_;
  base::Text again_;  ///< the line that imports the file once it is right
  bool written_ = false;
};

}  // namespace minqing::cli
