// SPDX-License-Identifier: MIT
// Verification: the whole chain from the genesis, every copy beside the bodies, every transaction
// complete; rebuild compares the projections with a fold of the events. It proves what it says and
// no more: a chain alone does not stop the person who owns the file from rewriting all of it; heads
// on filed paper do.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

struct Finding {
  std::int64_t seq;
  base::Text what;
};

struct Verification {
  Head head;
  std::int64_t events = 0;
  std::vector<Finding> findings;  ///< at most kMaxFindings
  /// Highest seq that an anchor covers: published reports whose paper can be compared, and
  /// --anchor.
  std::int64_t published_up_to = 0;
  std::string last_published;               ///< mark of that report
  std::optional<std::int64_t> anchored_at;  ///< seq whose link begins with the given anchor

  static constexpr std::size_t kMaxFindings = 50;
  bool ok() const { return findings.empty(); }
};

/// `anchor`: at least 16 hex digits of a link copied from paper, or empty.
Verification verify(Ledger& ledger, const std::string& anchor);

/// Digest of all projection tables, for comparing before and after a rebuild.
std::string projection_digest(Database& db);
/// Drops the projections and folds all events again, in one transaction. Returns the digests before
/// and after; a dry run writes nothing.
struct Rebuilt {
  std::string before;  ///< empty when the tables were not this version's
  std::string after;
  std::int64_t events = 0;
};
Rebuilt rebuild(Ledger& ledger, bool dry_run);

}  // namespace minqing::ledger
