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

  /// The SQL of a look-up.
  const std::string& question() const { return question_; }

 private:
  Ledger& ledger_;
  const std::string question_;
  LazyStatement open_;
};

}  // namespace minqing::ledger
