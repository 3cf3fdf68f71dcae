// SPDX-License-Identifier: MIT
// Deciding the commands of one order, in order: what `casework::decide` has to know of the ledger
// is looked up, the numbers it gives are counted.

#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "lib/casework/decide.hpp"
#include "lib/ledger/carry_out.hpp"

namespace minqing::ledger {

class Decider {
 public:
  enum class Mode {
    rehearsal,  ///< nothing is written: what earlier commands register is remembered
    writing     ///< it stands in the tables
  };
  /// `fresh`: present while writing, by command those of which an earlier decision found neither
  /// the row nor the sender's number in the ledger.
  Decider(Ledger& ledger, const Order& order, const base::Moment& now, Mode mode,
          const std::vector<bool>* fresh = nullptr);

  /// `issue` is the state before, null for a registration and for the ledger itself; `other` that
  /// of the issue to merge into.
  casework::Verdict decide(std::size_t index, const casework::Command& command,
                           const casework::Issue* issue, const casework::Issue* other);
  /// The number of what was just decided to be registered, which is given with it.
  std::string take_number(const casework::Command& command);
  /// When the command claims to happen.
  base::Moment time_of(const casework::Command& command) const;

 private:
  casework::Books books_for(const casework::Command& command);
  void look_around(const casework::Command& command, const casework::Issue& issue,
                   casework::Books& books);
  void find_heirs(const casework::Issue& issue, casework::Books& books);
  std::vector<casework::Issue> load_concerned(const std::vector<std::string>& numbers);
  void look_up_source(const casework::Particulars& of, casework::Books& books);
  void look_up_row(const casework::ImportMark& mark, casework::Books& books);
  std::int64_t& last_number(int year);
  std::int64_t& last_paper(const std::string& form, int year);
  void look_up_card(const casework::Command& command, casework::Books& books);
  void look_up_diary(const casework::Command& command, casework::Books& books);
  std::int64_t& last_entry_number(int year);
  void remember_entry(const casework::Verdict& verdict);
  void remember_card(const casework::Verdict& verdict);
  std::string holder_key(const casework::CardGiven& card);

  Ledger& ledger_;
  const Order& order_;
  const casework::Rules rules_;
  const base::Moment now_;
  const Mode mode_;
  const std::vector<bool>* const fresh_;
  LazyStatement source_;
  LazyStatement row_;
  std::map<int, std::int64_t> counters_;
  std::map<std::pair<std::string, int>, std::int64_t> papers_;
  std::optional<std::int64_t> last_card_;  ///< counter of the last number that was given
  std::map<std::string, casework::KnownCard> new_cards_;  ///< of this order
  std::map<std::string, std::string> new_households_;     ///< and who holds which
  std::map<int, std::int64_t> entries_;
  std::string last_entry_;                                    ///< written by this order
  std::unordered_map<std::string, std::string> new_entries_;  ///< by their digest
  std::unordered_map<std::string, std::string> new_sources_;
  struct NewRow {
    std::string number;
    std::size_t command;
  };
  std::unordered_map<std::string, NewRow> new_rows_;
  std::size_t index_ = 0;
};

}  // namespace minqing::ledger
