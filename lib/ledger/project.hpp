// SPDX-License-Identifier: MIT
// Writing the projections. Each is a fold of the events; the same functions serve a command and
// `rebuild`, so that both give the same rows.

#pragma once

#include <optional>

#include "lib/casework/issue.hpp"
#include "lib/ledger/keys.hpp"

namespace minqing::ledger {

class Projector {
 public:
  Projector(Database& db, KeyRing& keys);

  /// Rows of one issue, of which the tables hold `known_rounds` rounds: none when it is new.
  void write_issue(std::int64_t id, const casework::Issue& issue, std::size_t known_rounds);
  /// Rows of an event about the ledger itself.
  void write_ledger_event(std::int64_t seq, const casework::Event& event);
  void write_counter(int year, std::int64_t last);

 private:
  void write_state(std::int64_t id, const casework::Issue& issue);
  void write_text(std::int64_t id, const casework::Issue& issue);
  void write_rounds(std::int64_t id, const casework::Issue& issue, std::size_t known_rounds);
  void write_digests(std::int64_t id, const casework::Issue& issue);
  void write_fact(std::string_view name, std::string_view value);

  Database& db_;
  KeyRing& keys_;
  Statement issue_;
  Statement text_;
  Statement round_;
  Statement assignment_;
  Statement digest_;
  Statement import_row_;
};

/// key id ‖ sealed bytes, the column form of sealed text, and back.
std::string to_column(const casework::Personal& text);
casework::Personal from_column(std::string_view column);

}  // namespace minqing::ledger
