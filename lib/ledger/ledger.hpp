// SPDX-License-Identifier: MIT
// An open ledger: one connection, the rules in force, the keys. A reader opens the file read-only,
// reads in one short transaction and ends it before anything is printed (`end_reading`), because a
// long read would hold up every commit. A writer queues for the lock before its first statement and
// keeps it until it is destroyed: open it last, when all input is at hand. Its one transaction
// begins with that first statement, so that what it decides on is what it writes to. Only carry_out
// writes.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "lib/calendar/calendar.hpp"
#include "lib/casework/decide.hpp"
#include "lib/ledger/chain.hpp"
#include "lib/ledger/keys.hpp"
#include "lib/ledger/last_seen.hpp"
#include "lib/ledger/lock.hpp"
#include "lib/ledger/sql.hpp"

namespace minqing::ledger {

/// `MQLG`: tells our files from other SQLite databases.
inline constexpr std::int64_t kApplicationId = 0x4D514C47;
/// Version of the permanent tables; a larger one is refused (exit 10).
inline constexpr std::int64_t kStoreVersion = 1;

/// `rebuild` writes, and takes derived tables that are not this version's.
enum class Access { read, write, rebuild };

struct Location {
  std::string path;
  std::string key_file;   ///< named by option, environment or settings; else empty
  std::string state_dir;  ///< of the user, for last-seen heads; empty: none are kept
};

class Ledger {
 public:
  /// Throws Error: not_found (only init creates), integrity, version, permission, locked.
  Ledger(const Location& location, Access access);
  /// A file just laid out by create_ledger, which holds no event yet.
  struct New {};
  Ledger(const Location& location, const std::string& id, New);
  ~Ledger();
  Ledger(const Ledger&) = delete;

  const std::string& path() const { return location_.path; }
  const std::string& id() const { return id_; }
  std::int64_t incarnation() const { return 1; }
  /// A fact of the ledger: name, site, schema (digest), calendar (digest), utc_offset_minutes.
  std::string fact(std::string_view name);
  const std::string& site() const { return site_; }
  const std::string& schema_digest();
  int utc_offset_minutes() const { return utc_offset_minutes_; }
  /// Opened to practise with: nothing in it is real, and its papers say so.
  bool is_practice() const { return is_practice_; }
  Head head();

  const schema::Schema& schema();
  const calendar::Calendar& calendar();
  const casework::Roster& roster();
  casework::Rules rules() {
    return {schema(), casework::CalendarInForce([this]() -> const auto& { return calendar(); }),
            roster()};
  }
  /// The rules of a ledger that has no event yet.
  void adopt_rules(const schema::Schema& schema, const calendar::Calendar& calendar,
                   const std::string& schema_digest, const std::string& site);
  /// Forgets what is cached of the rules, after they changed.
  void forget_rules();

  KeyRing& keys() { return *keys_; }
  /// Another one, for another thread.
  std::unique_ptr<KeyRing> make_keys();
  Database& db() { return *db_; }
  void end_reading();
  /// Ends transactions and gives the lock back, while what was read stays.
  void let_go();
  /// The transaction that a writer is in; a new one when the last was committed or rolled back.
  std::unique_ptr<Transaction> take_writing();

  /// Remembers the head for this user, unless a newer one is remembered already.
  void remember_head(const Head& head);

 private:
  /// Throws Error(integrity) when the ledger went back since this user saw it last, or another
  /// history stands there.
  void check_last_seen();
  std::optional<LastSeen> last_seen() const;
  void remember_what_is_read();
  void connect(bool writes);
  void read_genesis();

  Location location_;
  std::string id_;
  std::unique_ptr<WriterLock> lock_;  // first in, last out
  std::unique_ptr<Database> db_;
  std::unique_ptr<KeyRing> keys_;
  std::unique_ptr<Transaction> reading_;
  std::unique_ptr<Transaction> writing_;
  std::string site_;
  std::string schema_digest_;
  int utc_offset_minutes_ = 0;
  bool is_practice_ = false;
  std::optional<schema::Schema> schema_;
  std::optional<calendar::Calendar> calendar_;
  std::optional<casework::Roster> roster_;
};

/// Counters of one year stay below this.
inline constexpr std::int64_t kNumbersPerYear = 10'000'000;

/// Our integer for an issue number of this ledger (year and counter), or nothing when the text is
/// not one of its numbers.
std::optional<std::int64_t> issue_id(std::string_view number);

}  // namespace minqing::ledger
