// SPDX-License-Identifier: MIT
#include "tests/bench/floor_rows.hpp"

#include <cstdio>
#include <iterator>
#include <string>

namespace minqing::bench {

namespace {

constexpr const char* kTables = R"sql(
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

void create_tables(Store& store) { store.execute(kTables); }

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
