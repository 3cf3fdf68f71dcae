// SPDX-License-Identifier: MIT
#include "tests/bench/floor_store.hpp"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace minqing::bench {

namespace {

void must(sqlite3* db, int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  std::fprintf(stderr, "floor: %s\n", db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
  std::exit(1);
}

int flags_for(Store::Access access) {
  int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  if (access == Store::Access::read) return flags | SQLITE_OPEN_READONLY;
  flags |= SQLITE_OPEN_READWRITE;
  return access == Store::Access::create ? flags | SQLITE_OPEN_CREATE : flags;
}

}  // namespace

Store::Store(const char* path, Access access) {
  must(db_, sqlite3_open_v2(path, &db_, flags_for(access), nullptr));
  sqlite3_busy_timeout(db_, 30'000);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (access == Access::create) execute("PRAGMA page_size=8192");
  execute(
      "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;"
      "PRAGMA cache_size=-65536");
  if (access == Access::read) {
    execute("PRAGMA query_only=ON");
  } else {
    execute(
        "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        "PRAGMA foreign_keys=ON");
  }
}

Store::~Store() { sqlite3_close(db_); }

void Store::execute(const char* sql) {
  must(db_, sqlite3_exec(db_, sql, nullptr, nullptr, nullptr));
}

Query::Query(Store& store, std::string_view sql) {
  must(store.handle(), sqlite3_prepare_v3(store.handle(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
}

Query::~Query() { sqlite3_finalize(statement_); }

void Query::bind(int index, std::int64_t value) {
  must(nullptr, sqlite3_bind_int64(statement_, index, value));
}

void Query::bind(int index, std::string_view value) {
  must(nullptr, sqlite3_bind_text(statement_, index, value.data(), static_cast<int>(value.size()),
                                  SQLITE_STATIC));
}

void Query::bind_blob(int index, std::string_view value) {
  must(nullptr, sqlite3_bind_blob(statement_, index, value.data(), static_cast<int>(value.size()),
                                  SQLITE_STATIC));
}

bool Query::step() {
  const int code = sqlite3_step(statement_);
  must(sqlite3_db_handle(statement_), code);
  return code == SQLITE_ROW;
}

void Query::run() {
  while (step()) {
  }
  sqlite3_reset(statement_);
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::bytes(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Query::touch_row() const {
  std::int64_t total = 0;
  for (int i = 0; i < sqlite3_column_count(statement_); ++i) {
    sqlite3_column_blob(statement_, i);
    total += sqlite3_column_bytes(statement_, i);
  }
  return total;
}

}  // namespace minqing::bench
