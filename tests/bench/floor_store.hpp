// SPDX-License-Identifier: MIT
// What the floor programs share: a database opened with the settings of lib/ledger/open.cpp, and
// prepared statements. A floor does what must be done in any case and nothing else, so it uses none
// of the project's rooms; it is linked statically as minqing is, so that both start alike.
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

}  // namespace minqing::bench
