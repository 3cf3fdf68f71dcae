// SPDX-License-Identifier: MIT
#include "lib/ledger/likely_same.hpp"

namespace minqing::ledger {

LikelySame::LikelySame(Ledger& ledger) : ledger_(ledger), with_phone_(ledger.db(), kQuestion) {}

void LikelySame::for_each_open(const casework::Likeness& likeness,
                               const std::function<bool(const Issue&)>& take) {
  const std::string digest = ledger_.keys().digest("phone", likeness.phone);
  with_phone_->with(digest, likeness.category);
  while (with_phone_->step()) {
    const auto state = casework::parse_word<casework::State>(with_phone_->text(3));
    if (!state || !is_open(*state)) continue;
    const Issue issue{with_phone_->integer(0), with_phone_->string(1),
                      with_phone_->integer(2) != 0};
    if (!take(issue)) break;
  }
  with_phone_->reset();
}

}  // namespace minqing::ledger
