// SPDX-License-Identifier: MIT
// The first of the two goes over an order: all commands are decided and nothing is written.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/ahead.hpp"
#include "lib/ledger/deciding.hpp"
#include "lib/ledger/replay.hpp"
#include "lib/ledger/setting.hpp"

namespace minqing::ledger {

struct Rehearsed {
  std::int64_t events = 0;
  std::string request;
  std::vector<bool> fresh;  ///< by command: registers what the ledger does not hold
};

/// Every refusal is told, and how many events there will be, which each of them names. Of what is
/// registered only the issues that a later command is about are kept, so that an import of any size
/// needs little.
class Rehearsal {
 public:
  explicit Rehearsal(const Setting& setting);
  /// Once. Throws Refused.
  Rehearsed run();

 private:
  /// An issue that a command is about, and what happened to it in this order.
  struct Named {
    std::optional<casework::Issue> issue;
    std::vector<casework::Event> events;
  };

  casework::Command next();
  std::optional<casework::Command> add_to_request();
  void name(const std::string& issue);
  void decide(std::size_t index, const casework::Command& command);
  void decide_following(std::size_t index, casework::Command command);
  void count_events(const casework::Command& command, const std::string& number, Named* about,
                    casework::Verdict verdict);
  void happen(Named& to, casework::Event event);
  Named& state_of(const std::string& number);

  const Setting& setting_;
  Decider decider_;
  RequestDigest request_;
  std::map<std::int64_t, Named> named_;
  std::optional<Named> just_registered_;  ///< while commands follow it
  Rehearsed out_;
  std::vector<Refused::Item> refusals_;
  std::size_t asked_ = 0;  ///< commands that are in the request's digest
  std::optional<base::Ahead<casework::Command>> commands_;
};

}  // namespace minqing::ledger
