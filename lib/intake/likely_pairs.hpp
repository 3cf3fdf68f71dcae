// SPDX-License-Identifier: MIT
// New issues of an import that are perhaps the same matter as one that is open already, or as an
// earlier row (casework/likeness.hpp). A person says whether they are, with `merge`.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/json.hpp"
#include "lib/base/text.hpp"
#include "lib/casework/likeness.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/intake/import_batch.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

/// There is one of each row of an import: as little as can be.
class NewIssue {
 public:
  /// `command`: of the batch.
  NewIssue(std::size_t command, std::string_view number);
  std::size_t command() const { return command_; }
  std::string number() const { return {number_.data(), length_}; }

  casework::State state = casework::State::registered;  ///< as far as the sheet says

 private:
  std::uint32_t command_;
  std::uint8_t length_;
  /// Six letters, a year and seven digits at most (ledger::check_site, ledger::issue_id).
  std::array<char, 19> number_{};
};

/// `number` is perhaps the same as `into`, and both may be merged that way as they stand.
struct LikelyPair {
  std::size_t command;
  std::string number;
  std::string into;
};

/// The first open issue of the ledger with it that this import did not bring; nothing when there is
/// none.
using FindOpen = std::function<std::optional<std::string>(const casework::Likeness&)>;

/// At most one pair for each new issue; the issue to merge into is the ledger's, else the first
/// row's. `find` is asked once for each likeness.
std::vector<LikelyPair> likely_pairs(const schema::Schema& schema, const ImportBatch& batch,
                                     const std::vector<NewIssue>& issues, const FindOpen& find);

/// `三月.csv:5：minqing 并案 RS2026-00012 --并入 RS2026-00003`: the first of them, and how many
/// more.
std::vector<base::Text> describe(const ImportBatch& batch, const std::vector<LikelyPair>& pairs,
                                 bool dry_run);
/// All of them.
base::Json to_json(const ImportBatch& batch, const std::vector<LikelyPair>& pairs);

}  // namespace minqing::intake
