// SPDX-License-Identifier: MIT
// The only path that writes: lock, begin, decide all (rehearsal.hpp), then for each command load
// state, decide, seal, evolve (composing.hpp), append, project; commit. Every command and every
// import comes here with one or many commands; nothing else appends.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/casework/command.hpp"
#include "lib/casework/event.hpp"
#include "lib/casework/packed_commands.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

/// How far an order is: first all of its commands are decided, then they are written.
enum class Stage { deciding, writing };

/// What became of one command.
struct Step {
  std::string issue;  ///< the full number; empty for commands about the ledger itself
  std::vector<casework::Payload>
      events;  ///< as they were decided; of an import's rows none are kept
  casework::State state = casework::State::registered;  ///< afterwards
  bool already = false;      ///< an imported row that is in the ledger: nothing was written
  bool row_changed = false;  ///< and it differs from what was imported
  bool follows = false;      ///< a step of the issue that was registered just before
};

/// One transaction: all of its commands happen or none.
struct Order {
  std::vector<casework::Command> commands;
  /// Instead of them the rows of an import, which are about nothing but what they register
  /// themselves, no two with the same row key; outlive the order.
  const casework::PackedCommands* rows = nullptr;
  std::string actor;
  std::string by;  ///< empty: the actor
  casework::OsIdentity os;
  std::optional<base::Moment> at;  ///< claimed business time; else now
  std::optional<std::string> key;  ///< idempotency key of the caller
  bool imported = false;
  bool dry_run = false;  ///< everything but the commit
  /// Present: told how many commands are done.
  std::function<void(Stage stage, std::size_t done)> watch = {};
  /// Present: takes each step before anything is committed, and the outcome has none of them.
  std::function<void(Step step)> take = {};

  std::size_t size() const;
  casework::Command command(std::size_t index) const;
  /// About the issue that was registered just before (casework::kJustRegistered).
  bool follows(std::size_t index) const;
  /// Who did it in the world: the command's own word, else that of the order.
  std::string done_by(const casework::Command& command) const;
};

struct Outcome {
  std::string transaction;
  bool replayed = false;    ///< the key was used before with the same request: nothing was written
  std::vector<Step> steps;  ///< one for each command
  std::int64_t last_seq = 0;
};

/// One or more commands that the rules do not allow; nothing was written. The exit code is that of
/// the first.
class Refused : public base::Error {
 public:
  struct Item {
    std::size_t command;
    casework::Refusal refusal;
  };
  /// `commands`: how many the order held, the refused ones among them.
  Refused(std::vector<Item> items, std::size_t commands);
  const std::vector<Item>& items() const { return items_; }
  std::size_t commands() const { return commands_; }

 private:
  std::vector<Item> items_;
  std::size_t commands_;
};

/// Throws Refused, Error(not_found) for an unknown issue, Error(conflict) for a key used with
/// another request, Error(locked), OutcomeUnknown when the commit itself failed.
Outcome carry_out(Ledger& ledger, const Order& order, const base::Clock& clock);

}  // namespace minqing::ledger
