// SPDX-License-Identifier: MIT
// What is registered is perhaps a matter that is open already (casework/likeness.hpp): it is said,
// and 并案 is a person's decision.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace minqing::cli {

/// For each issue that commands register, the open ones, or those that they register before it,
/// that are perhaps the same; what is kept from the caller is left out.
class LikelyDuplicates {
 public:
  /// Looks around; nothing is written yet, so that a trial finds the same.
  LikelyDuplicates(Context& context, ledger::Ledger& ledger,
                   const std::vector<casework::Command>& commands);
  /// A remark for each issue that has any, once the commands were carried out; nothing when they
  /// had been before.
  void name(Context& context, const ledger::Outcome& outcome) const;

 private:
  /// One more than is named.
  struct Alike {
    std::map<std::int64_t, std::string> open;  ///< numbers in the ledger
    std::set<std::size_t> earlier;             ///< commands before it
  };
  static std::vector<std::string> numbers(const Alike& alike, const ledger::Outcome& outcome);
  class Looking;

  std::vector<Alike> alike_;  ///< by command
};

/// Writes and echoes the commands and names likely duplicates of what they register.
ledger::Outcome write_registrations(Context& context, ledger::Ledger& ledger,
                                    std::vector<casework::Command> commands);

}  // namespace minqing::cli
