// SPDX-License-Identifier: MIT
#include "lib/ledger/likely_same.hpp"

#include "lib/ledger/where.hpp"

namespace minqing::ledger {

LikelySame::LikelySame(Ledger& ledger)
    : ledger_(ledger),
      // CROSS: from the few issues of a telephone to their rows, never the other way.
      question_(
          "SELECT i.id, i.number, i.confidential FROM resident_digest d CROSS JOIN issue i "
          "WHERE d.digest = ?1 AND i.id = d.issue AND i.category = ?2 AND i.state IN (" +
          open_states() + ") ORDER BY d.issue"),
      open_(ledger.db(), question_.c_str()) {}

void LikelySame::for_each_open(const casework::Likeness& likeness,
                               const std::function<bool(const Issue&)>& take) {
  const std::string digest = ledger_.keys().digest("phone", likeness.phone);
  open_->with(digest, likeness.category);
  while (open_->step()) {
    if (!take({open_->integer(0), open_->string(1), open_->integer(2) != 0})) break;
  }
  open_->reset();
}

}  // namespace minqing::ledger
