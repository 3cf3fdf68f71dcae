// SPDX-License-Identifier: MIT
// The tables of the writing floor: one event and one row of 32 columns for an issue, with as many
// columns and indexes as a ledger has there. floor_fill makes and fills them, floor_record adds to
// them. The reading floors read a real ledger instead.

#pragma once

#include "tests/bench/floor_store.hpp"

namespace minqing::bench {

/// In a new file, before anything else.
void create_tables(Store& store);

/// What one `record` cannot do without: an event, and the row of an issue.
class Adder {
 public:
  explicit Adder(Store& store);
  void add_event(std::int64_t seq, std::int64_t issue, std::string_view body);
  void add_issue(std::int64_t no, std::int64_t seq);

 private:
  Query event_;
  Query issue_;
};

/// The number after the last one.
std::int64_t next_seq(Store& store);
std::int64_t next_issue(Store& store);

}  // namespace minqing::bench
