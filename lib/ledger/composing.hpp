// SPDX-License-Identifier: MIT
// The second go over an order, up to the tables: a command is decided, its events are sealed and
// put into their bytes, and the state is folded that the projections hold afterwards. What comes
// out needs no rule and no key any more.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/ledger/append.hpp"
#include "lib/ledger/deciding.hpp"
#include "lib/ledger/rehearsal.hpp"
#include "lib/ledger/sealing.hpp"
#include "lib/ledger/setting.hpp"

namespace minqing::ledger {

/// An issue for the projections.
struct NewState {
  casework::Issue issue;
  std::size_t known_rounds = 0;      ///< that the tables hold; none when the issue is new
  bool rewritten = false;            ///< what the tables hold of it was amended or undone
  std::vector<std::string> digests;  ///< of its residents, when it is new
};

/// What is to be written of one command.
struct Composed {
  Step step;
  std::vector<OwnedKey> keys;
  std::vector<EncodedEvent> events;
  std::optional<NewState> state;  ///< nothing while a command follows that is about the same issue
};

/// Composes the commands one after the other. What one of them needs of those before it stands in
/// the tables, so each is written before the next is composed; but not the rows of an import, which
/// need nothing of each other and may be composed on a thread beside the writing.
class Composer {
 public:
  /// `keys`: the ledger's, or for another thread one of its own.
  Composer(const Setting& setting, const Rehearsed& rehearsed, KeyRing& keys);
  /// In order, each once.
  Composed compose(std::size_t index, casework::Command command);

 private:
  void carry_out(std::size_t index, const casework::Command& command);
  void carry_on(std::size_t index, casework::Command command);
  void happen_all(const casework::Command& command, std::vector<casework::Payload> payloads,
                  std::optional<casework::Issue>& issue);
  void happen(casework::Event event, std::optional<casework::Issue>& issue);
  void settle(std::size_t index, std::optional<casework::Issue> issue, std::size_t known_rounds);
  void note_digests(const casework::Particulars& of);
  std::optional<casework::Issue> load(const std::string& number);

  const Setting& setting_;
  const Rehearsed& rehearsed_;
  Decider decider_;
  Sealer sealer_;
  KeyRing& keys_;
  Composed out_;
  Step last_;                                       ///< of the command before, when one follows it
  std::optional<casework::Issue> just_registered_;  ///< while commands follow it; in no table yet
  std::vector<casework::Event> happened_;           ///< by this command, unless it is a row
  std::vector<std::string> new_digests_;            ///< of what is registered
  bool rewritten_ = false;
  std::int64_t index_ = 0;
  std::int64_t last_seq_;
};

}  // namespace minqing::ledger
