// SPDX-License-Identifier: MIT
#include "cli/office_import_likely.hpp"

#include "cli/confidence.hpp"
#include "lib/ledger/likely_same.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

/// Whether a number is one of those that the import has given: they follow each other.
class GivenNumbers {
 public:
  explicit GivenNumbers(const intake::ImportVerdicts& verdicts) {
    for (const auto& [first, last] : verdicts.numbers) {
      spans_.emplace_back(*ledger::issue_id(first), *ledger::issue_id(last));
    }
  }
  bool has(std::int64_t id) const {
    return std::any_of(spans_.begin(), spans_.end(),
                       [&](const auto& span) { return span.first <= id && id <= span.second; });
  }

 private:
  std::vector<std::pair<std::int64_t, std::int64_t>> spans_;
};

std::vector<intake::LikelyPair> look_for_pairs(Context& context, const schema::Schema& schema,
                                               const intake::ImportBatch& batch,
                                               const intake::ImportVerdicts& verdicts) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  ledger::LikelySame open(ledger);
  const GivenNumbers given(verdicts);
  const auto find = [&](const casework::Likeness& likeness) {
    std::optional<std::string> found;
    open.for_each_open(likeness, [&](const ledger::LikelySame::Issue& issue) {
      if (given.has(issue.id)) return true;
      if (issue.confidential && is_kept_from_caller(context, ledger, issue.id)) return true;
      found = issue.number;
      return false;
    });
    return found;
  };
  return likely_pairs(schema, batch, verdicts.issues, find);
}

}  // namespace

std::vector<intake::LikelyPair> find_likely_pairs(Context& context, const schema::Schema& schema,
                                                  const intake::ImportBatch& batch,
                                                  const intake::ImportVerdicts& verdicts) {
  if (verdicts.issues.empty()) return {};
  std::vector<intake::LikelyPair> pairs;
  context.close();
  try {
    pairs = look_for_pairs(context, schema, batch, verdicts);
  } catch (const base::Error& error) {
    context.out().remark(text("没有查可能重复的诉求：{}",
                              "likely duplicates were not looked for: {}", error.message()));
  }
  context.close();
  return pairs;
}

}  // namespace minqing::cli
