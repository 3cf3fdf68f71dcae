// SPDX-License-Identifier: MIT
// What the floor programs share: a database opened with the settings of lib/ledger/open.cpp, and
// prepared statements. A floor does what must be done in any case and nothing else, so it uses none
// of the project's rooms; it is linked statically as minqing is, so that both start alike.
//
// The store of the writing floor has one event and one row of 32 columns for an issue, with as many
// indexes as a ledger has on them: floor_fill makes it, floor_record adds to it. The reading floors
// read a real ledger.
//
// A floor that fails says why and ends with 1: nothing here is caught.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace minqing::bench {

class Store {
 public:
  enum class Access { read, write, create };
  Store(const char* path, Access access);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  void execute(const char* sql);
  sqlite3* handle() { return db_; }

 private:
  sqlite3* db_ = nullptr;
};

class Query {
 public:
  Query(Store& store, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  void bind(int index, std::int64_t value);
  /// Not copied: `value` outlives the next step.
  void bind(int index, std::string_view value);
  void bind_blob(int index, std::string_view value);
  bool step();
  /// One row, and ready for the next.
  void run();

  std::int64_t integer(int column) const;
  std::string_view bytes(int column) const;
  /// Fetches every column, as a reader has to; returns the number of bytes.
  std::int64_t touch_row() const;

 private:
  sqlite3_stmt* statement_ = nullptr;
};

/// Adds issue `no` with its event: what one `record` cannot do without.
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
