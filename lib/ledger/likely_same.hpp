// SPDX-License-Identifier: MIT
// Open issues that are perhaps the same matter as another (casework/likeness.hpp): one look-up by
// the keyed digest of the telephone; nothing is unsealed.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "lib/casework/likeness.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

class LikelySame {
 public:
  explicit LikelySame(Ledger& ledger);

  struct Issue {
    std::int64_t id;
    std::string number;
    bool confidential;
  };
  /// By number, until `take` says false.
  void for_each_open(const casework::Likeness& likeness,
                     const std::function<bool(const Issue&)>& take);

  /// The SQL of a look-up. CROSS: from the few issues of a telephone to their rows, never the other
  /// way. The states are looked through here: SQLite would make a table of them for every question.
  static constexpr const char* kQuestion =
      "SELECT i.id, i.number, i.confidential, i.state FROM resident_digest d CROSS JOIN issue i "
      "WHERE d.digest = ?1 AND i.id = d.issue AND i.category = ?2 ORDER BY d.issue";

 private:
  Ledger& ledger_;
  LazyStatement with_phone_;
};

}  // namespace minqing::ledger
