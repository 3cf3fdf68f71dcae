// SPDX-License-Identifier: MIT
// What the rules of some steps have to know besides the issue itself: its past transactions, and
// the issues that were merged into it.

#pragma once

#include <string>
#include <vector>

#include "lib/casework/decide.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

/// The transactions that touched the issue, oldest first.
std::vector<casework::PastStep> past_steps(Ledger& ledger, std::int64_t id);
/// The issues that are merged into `number` now.
std::vector<casework::MergedIssue> merged_into(Database& db, const std::string& number);
/// Numbers of the issues that a transaction touched, ascending; empty when there is no such one.
std::vector<std::string> issues_of_transaction(Database& db, const std::string& transaction);
/// The last transaction that this person carried out on an issue and that was no undoing; empty
/// when there is none.
std::string last_transaction_by(Database& db, const std::string& person);
/// The ids of the schema that issues bear, void ones too.
std::vector<casework::WordInUse> words_in_use(Database& db);
/// Numbers of the open issues whose present deadline is provisional, ascending.
std::vector<std::string> with_provisional_deadline(Database& db);
/// Numbers of the issues that this import registered and that are not void, ascending.
std::vector<std::string> issues_registered_by(Database& db, const std::string& batch);
/// An import that registered something.
struct ImportedBatch {
  std::string id;
  base::Instant at;
  std::string by;  ///< who typed it; a roster id
  std::int64_t issues = 0;
  std::int64_t voided = 0;  ///< of them
  std::string first, last;  ///< numbers
};
/// Oldest first.
std::vector<ImportedBatch> imported_batches(Database& db);
/// The transaction of the last import that registered something; empty when there is none.
std::string last_import(Database& db);

}  // namespace minqing::ledger
