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

// As many columns and indexes as a ledger's `event` and `issue`.
constexpr const char* kTables = R"sql(
PRAGMA page_size=8192;
CREATE TABLE event (
  seq INTEGER PRIMARY KEY, incarnation INTEGER NOT NULL, link BLOB NOT NULL, body BLOB NOT NULL,
  kind TEXT NOT NULL, issue INTEGER, tx TEXT) STRICT;
CREATE UNIQUE INDEX event_tx ON event (tx) WHERE tx IS NOT NULL;
CREATE INDEX event_issue ON event (issue) WHERE issue IS NOT NULL;
CREATE INDEX event_kind ON event (kind) WHERE issue IS NULL;
CREATE TABLE issue (
  id INTEGER PRIMARY KEY, number TEXT NOT NULL, state TEXT NOT NULL, round INTEGER NOT NULL,
  registered_at TEXT NOT NULL, registered_by TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  channel TEXT NOT NULL, nature TEXT NOT NULL, category TEXT NOT NULL, urgency TEXT NOT NULL,
  confidential INTEGER NOT NULL, area TEXT, village_group TEXT, grid TEXT, people_count INTEGER,
  source TEXT, source_no TEXT, source_due_on TEXT, campaign TEXT, card TEXT, registrar TEXT,
  unit TEXT, handler TEXT, due_on TEXT, last_due_on TEXT, resolved_at TEXT, satisfaction TEXT,
  closed_at TEXT, voided_at TEXT, last_moved_at TEXT NOT NULL, last_seq INTEGER NOT NULL) STRICT;
CREATE INDEX issue_moved ON issue (last_moved_at);
CREATE INDEX issue_last_due ON issue (last_due_on) WHERE last_due_on IS NOT NULL;
CREATE INDEX issue_state ON issue (state, unit);
CREATE UNIQUE INDEX issue_source ON issue (source, source_no) WHERE source_no IS NOT NULL;
)sql";

constexpr std::string_view kStates[] = {"closed", "closed",   "closed",  "closed",
                                        "closed", "resolved", "checked", "in_progress"};
constexpr std::string_view kUnits[] = {"water_station", "planning_office", "power_station",
                                       "social_affairs_office", "enforcement_team"};

/// Days spread over some years, so that the indexes on dates grow in the middle too.
std::string day(std::int64_t no) {
  char text[32];
  std::snprintf(text, sizeof text, "20%02d-%02d-%02dT09:30:00", static_cast<int>(22 + no / 336 % 4),
                static_cast<int>(1 + no / 28 % 12), static_cast<int>(1 + no % 28));
  return text;
}

std::int64_t next(Store& store, const char* sql) {
  Query last(store, sql);
  return last.step() ? last.integer(0) + 1 : 1;
}

}  // namespace

Store::Store(const char* path, Access access) {
  must(db_, sqlite3_open_v2(path, &db_, flags_for(access), nullptr));
  sqlite3_busy_timeout(db_, 30'000);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(db_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  if (access == Access::create) execute(kTables);
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

Adder::Adder(Store& store)
    : event_(store, "INSERT INTO event VALUES (?1, 1, ?2, ?3, 'issue_registered', ?4, ?5)"),
      issue_(
          store,
          "INSERT INTO issue VALUES (?1, ?2, ?3, 1, ?4, 'p1', ?5, 'visit', 'help', "
          "'water_supply', 'normal', 0, '431026102200', NULL, NULL, 1, 'county', ?6, NULL, NULL, "
          "NULL, 'p1', ?7, NULL, ?4, ?4, NULL, NULL, NULL, NULL, ?4, ?8)") {}

void Adder::add_event(std::int64_t seq, std::int64_t issue, std::string_view body) {
  const std::string_view link = body.substr(0, 32);
  char tx[64];
  // Like a transaction id that begins with its time.
  const int length = std::snprintf(tx, sizeof tx, "01930000-%04llx-7000-8000-%012llx",
                                   static_cast<unsigned long long>(seq >> 16),
                                   static_cast<unsigned long long>(seq));
  event_.bind(1, seq);
  event_.bind_blob(2, link);
  event_.bind_blob(3, body);
  event_.bind(4, issue);
  event_.bind(5, std::string_view(tx, static_cast<std::size_t>(length)));
  event_.run();
}

void Adder::add_issue(std::int64_t no, std::int64_t seq) {
  const std::string number = "RS2026-" + std::to_string(100'000 + no);
  const std::string at = day(no);
  issue_.bind(1, no);
  issue_.bind(2, number);
  issue_.bind(3, kStates[no % std::ssize(kStates)]);
  issue_.bind(4, at);
  issue_.bind(5, seq);
  issue_.bind(6, number);
  issue_.bind(7, kUnits[no % std::ssize(kUnits)]);
  issue_.bind(8, seq);
  issue_.run();
}

std::int64_t next_seq(Store& store) {
  return next(store, "SELECT seq FROM event ORDER BY seq DESC LIMIT 1");
}

std::int64_t next_issue(Store& store) {
  return next(store, "SELECT id FROM issue ORDER BY id DESC LIMIT 1");
}

}  // namespace minqing::bench
