// SPDX-License-Identifier: MIT
// Opening a ledger: a new one, ours, and everything that is not ours.

#include "lib/base/file.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/lock.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using base::Exit;

const auto kNow = clock_at(instant("2026-11-16T09:00:00"));

std::vector<std::string> names_in(const Folder& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    out.push_back(entry.path().filename());
  }
  std::sort(out.begin(), out.end());
  return out;
}

unsigned mode_of(const std::string& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777;
}

void put(const std::string& path, const std::string& bytes) { std::ofstream(path) << bytes; }

Exit opening_of(const SampleLedger& sample, Access access) {
  return exit_of([&] { Ledger ledger(sample.location(), access); });
}

/// A user whose umask lets nobody else in.
class PrivateUmask {
 public:
  PrivateUmask() : before_(umask(077)) {}
  ~PrivateUmask() { umask(before_); }

 private:
  mode_t before_;
};

}  // namespace

TEST_CASE("a new ledger begins with its identity, its rules and its roster") {
  Folder folder;
  const Location location{folder.file("t.ledger"), folder.file("keys/t.key"), {}};
  const Created created = create_ledger(location, opening(Preset::township), kNow);
  CHECK(created.key_file == folder.file("keys/t.key"));
  CHECK(names_in(folder) == std::vector<std::string>{"keys", "t.ledger"});

  Ledger ledger(location, Access::read);
  CHECK(ledger.id() == created.ledger_id);
  CHECK(ledger.site() == "RS");
  CHECK(ledger.utc_offset_minutes() == 480);
  CHECK(ledger.fact("name") == "热水镇民情台账");
  CHECK(ledger.fact("schema_name") == "township");
  CHECK(ledger.head().seq == 4);
  std::vector<std::string> kinds;
  for_each_event(ledger.db(), 1, 0, [&](const StoredEvent& stored) {
    kinds.emplace_back(kind_of(stored.event.payload));
    CHECK(stored.event.count == 4);
    CHECK(stored.event.issue.empty());
  });
  CHECK(kinds == std::vector<std::string>{"ledger_opened", "schema_applied", "calendar_applied",
                                          "roster_changed"});
  CHECK(verify(ledger, "").ok());
  CHECK(ledger.roster().units().size() == casework::office().units().size());
  CHECK(ledger.roster().match_area("热水").found->code == casework::kHotWaterVillage);
  CHECK(ledger.schema().find_category("water_supply"));
  CHECK(ledger.calendar() == casework::shipped_calendar());
  CHECK_THROWS_AS(ledger.fact("no such fact"), base::Error);
}

TEST_CASE("rules compiled by another program version are read from their text") {
  SampleLedger sample;
  const auto limit_of = [&] {
    Ledger ledger = sample.read();
    return calendar::to_string(
        ledger.schema().handling_limit("inquiry", "normal", "water_supply").limit);
  };
  const std::string compiled = limit_of();
  RawDatabase(sample.path()).run("UPDATE compiled SET version = '0.0.0', body = x'00'");
  CHECK(limit_of() == compiled);
  RawDatabase(sample.path()).run("DELETE FROM compiled");
  CHECK(limit_of() == compiled);
}

TEST_CASE("the packed roster is kept by a writer, dropped with a change, and never believed") {
  SampleLedger sample;
  const auto kept = [&] {
    return RawDatabase(sample.path())
        .number("SELECT count(*) FROM compiled WHERE name GLOB 'roster.*'");
  };
  const auto has_office = [&] {
    Ledger ledger = sample.read();
    return ledger.roster().match_unit("新设办").found != nullptr;
  };
  CHECK_FALSE(has_office());
  sample.record(casework::water_matter());
  CHECK(kept() == 3);
  sample.write(casework::RosterChanged{{{"new_office", "新设办", {}, "office", {}}}, {}, {}});
  CHECK(kept() == 0);
  CHECK(has_office());
  sample.record(casework::water_matter());
  CHECK(kept() == 3);
  CHECK(has_office());
  RawDatabase(sample.path()).run("UPDATE compiled SET body = x'00' WHERE name GLOB 'roster.*'");
  CHECK(has_office());
  RawDatabase(sample.path()).run("UPDATE compiled SET version = '0' WHERE name GLOB 'roster.*'");
  CHECK(has_office());
}

TEST_CASE("opening a new ledger takes nothing's place and leaves nothing behind when it fails") {
  struct Case {
    const char* what;
    std::function<void(const Folder&, Location&, Opening&)> change;
    Exit exit;
  };
  const auto site = [](const char* text) {
    return [text](const Folder&, Location&, Opening& o) { o.site = text; };
  };
  const std::vector<Case> cases = {
      {"site too short", site("R"), Exit::usage},
      {"site too long", site("ABCDEFG"), Exit::usage},
      {"site in small letters", site("rs"), Exit::usage},
      {"site with a digit", site("R2"), Exit::usage},
      {"site with an accent", site("RÉ"), Exit::usage},
      {"no folder", [](const Folder& f, Location& l, Opening&) { l.path = f.file("x/t.ledger"); },
       Exit::not_found},
      {"the file is there",
       [](const Folder&, Location& l, Opening&) { put(l.path, "somebody's work"); },
       Exit::conflict},
      {"the key is there",
       [](const Folder&, Location& l, Opening&) { put(l.key_file, "another key"); },
       Exit::conflict},
      {"bad rules", [](const Folder&, Location&, Opening& o) { o.schema_text = "--- a\nx: 1\n"; },
       Exit::rejected},
      {"bad calendar", [](const Folder&, Location&, Opening& o) { o.calendar_text = "x"; },
       Exit::rejected},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    Folder folder;
    Location location{folder.file("t.ledger"), folder.file("t.key"), {}};
    Opening wish = opening(Preset::small);
    c.change(folder, location, wish);
    const auto before = names_in(folder);
    CHECK(exit_of([&] { create_ledger(location, wish, kNow); }) == c.exit);
    CHECK(names_in(folder) == before);
    if (c.what == std::string("the file is there")) {
      CHECK(base::read_file(location.path, 100) == "somebody's work");
    }
    if (c.what == std::string("the key is there")) {
      CHECK(base::read_file(location.key_file, 100) == "another key");
    }
  }
}

TEST_CASE(
    "colleagues of the group can write whatever the umask was, the key is the owner's alone") {
  const PrivateUmask private_umask;
  Folder folder;
  const Location location{folder.file("t.ledger"), folder.file("t.key"), {}};
  create_ledger(location, opening(Preset::small), kNow);
  { Ledger ledger(location, Access::write); }
  CHECK(mode_of(location.path) == 0660);
  CHECK(mode_of(location.path + ".lock") == 0660);
  CHECK(mode_of(location.key_file) == 0600);
  // A journal takes the mode of the ledger.
  Ledger ledger(location, Access::write);
  const auto transaction = ledger.take_writing();
  ledger.db().execute("INSERT INTO fact VALUES ('x', 'y')");
  CHECK(mode_of(location.path + "-journal") == 0660);
}

TEST_CASE("what is no ledger of ours is refused") {
  struct Case {
    const char* what;
    std::function<void(SampleLedger&)> change;
    Exit exit;
    std::optional<Exit> for_rebuild = std::nullopt;  ///< where that differs
  };
  const auto sql = [](const char* text) {
    return [text](SampleLedger& s) { RawDatabase(s.path()).run(text); };
  };
  const std::vector<Case> cases = {
      {"ours", [](SampleLedger&) {}, Exit::done},
      {"missing", [](SampleLedger& s) { unlink(s.path().c_str()); }, Exit::not_found},
      {"a folder", [](SampleLedger& s) { s.location().path = s.folder().path(); }, Exit::integrity},
      {"empty", [](SampleLedger& s) { std::filesystem::resize_file(s.path(), 0); },
       Exit::integrity},
      {"text", [](SampleLedger& s) { put(s.path(), std::string(9000, 'x')); }, Exit::integrity},
      {"cut in the middle",
       [](SampleLedger& s) {
         std::filesystem::resize_file(s.path(), std::filesystem::file_size(s.path()) / 2);
       },
       Exit::integrity},
      {"linked twice",
       [](SampleLedger& s) {
         std::filesystem::create_hard_link(s.path(), s.folder().file("b.ledger"));
       },
       Exit::integrity},
      {"behind a symbolic link",
       [](SampleLedger& s) {
         std::filesystem::create_symlink(s.path(), s.folder().file("b.ledger"));
         s.location().path = s.folder().file("b.ledger");
       },
       Exit::done},
      {"another application", sql("PRAGMA application_id=1"), Exit::integrity},
      {"a newer store", sql("PRAGMA user_version=2"), Exit::version},
      {"a foreign trigger",
       sql("CREATE TRIGGER t AFTER INSERT ON issue BEGIN DELETE FROM fact; END"), Exit::integrity},
      {"a foreign table", sql("CREATE TABLE notes (text)"), Exit::version, Exit::done},
      {"a foreign view", sql("CREATE VIEW v AS SELECT 1"), Exit::integrity},
      {"a virtual table", sql("CREATE VIRTUAL TABLE v USING fts5(text)"), Exit::integrity},
      {"a trigger that hides among tables of ANALYZE",
       sql("CREATE TRIGGER sqlitexstat AFTER INSERT ON issue BEGIN DELETE FROM fact; END"),
       Exit::integrity},
      {"a trigger that says it is a table of ANALYZE",
       [](SampleLedger& s) {
         tamper(s.path(),
                "PRAGMA writable_schema=ON; INSERT INTO sqlite_master VALUES ('table', "
                "'sqlite_stat1', 'sqlite_stat1', 0, 'CREATE TRIGGER t AFTER INSERT ON issue BEGIN "
                "DELETE FROM fact; END')");
       },
       Exit::integrity},
      {"a foreign index", sql("CREATE INDEX i ON issue (grid)"), Exit::version, Exit::done},
      {"a foreign index of events", sql("CREATE INDEX i ON event (link)"), Exit::integrity},
      {"a missing trigger", sql("DROP TRIGGER event_is_never_changed"), Exit::integrity},
      {"a weaker trigger",
       sql("DROP TRIGGER event_is_never_changed; CREATE TRIGGER event_is_never_changed BEFORE "
           "UPDATE ON event BEGIN SELECT 1; END"),
       Exit::integrity},
      {"a missing table", sql("DROP TABLE round"), Exit::version, Exit::done},
      {"another version's table", sql("ALTER TABLE compiled ADD COLUMN more TEXT"), Exit::version,
       Exit::done},
      {"no cache of forms", sql("DROP TABLE compiled"), Exit::version, Exit::done},
      {"a missing table of keys", sql("DROP TABLE data_key"), Exit::integrity},
      {"tables of ANALYZE", sql("ANALYZE"), Exit::done},
      {"no opening event",
       [](SampleLedger& s) { tamper(s.path(), "DELETE FROM event WHERE seq=1"); }, Exit::integrity},
      {"an id that is a path",
       [](SampleLedger& s) {
         tamper(s.path(),
                "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"ledger_id\":\"', "
                "'\"ledger_id\":\"../../x') AS BLOB) WHERE seq = 1");
       },
       Exit::integrity},
      {"a damaged opening event",
       [](SampleLedger& s) { tamper(s.path(), "UPDATE event SET body=x'7b' WHERE seq=1"); },
       Exit::integrity},
  };
  for (const Case& c : cases) {
    for (const Access access : {Access::read, Access::write, Access::rebuild}) {
      CAPTURE(c.what, static_cast<int>(access));
      SampleLedger sample(Preset::small);
      c.change(sample);
      const bool rebuilds = access == Access::rebuild;
      CHECK(opening_of(sample, access) == (rebuilds ? c.for_rebuild.value_or(c.exit) : c.exit));
    }
  }
}

TEST_CASE("a ledger that a newer program opened is left to it") {
  SampleLedger sample(Preset::small);
  tamper(
      sample.path(),
      "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"v\":1}', '\"v\":2}') AS BLOB) "
      "WHERE seq = 1");
  CHECK(opening_of(sample, Access::read) == Exit::version);
}

TEST_CASE("a file that is not ours is not changed by trying") {
  Folder folder;
  const Location location{folder.file("photos.db"), {}, {}};
  {
    RawDatabase db(location.path);
    db.run("PRAGMA journal_mode=WAL; CREATE TABLE photo (name); PRAGMA user_version=3");
  }
  const std::string before = base::read_file(location.path, 1 << 20);
  CHECK(exit_of([&] { Ledger ledger(location, Access::write); }) == Exit::integrity);
  const bool is_untouched = base::read_file(location.path, 1 << 20) == before;
  CHECK(is_untouched);
  CHECK(names_in(folder) == std::vector<std::string>{"photos.db"});  // and nothing lies beside it
}

TEST_CASE("a reader cannot write and a writer is alone") {
  SampleLedger sample(Preset::small);
  {
    Ledger reader = sample.read();
    reader.end_reading();
    CHECK_THROWS_AS(reader.db().execute("DELETE FROM fact"), base::Error);
    // Readers of one moment do not disturb each other.
    Ledger other = sample.read();
    CHECK(other.head().seq == reader.head().seq);
  }
  {
    const WriterLock held(sample.path());
    CHECK(exit_of([&] { WriterLock second(sample.path(), 1); }) == Exit::locked);
  }
  CHECK(exit_of([&] { WriterLock free(sample.path(), 1); }) == Exit::done);
}

TEST_CASE("events cannot be changed through SQL by mistake") {
  SampleLedger sample(Preset::small);
  RawDatabase db(sample.path());
  CHECK_THROWS(db.run("UPDATE event SET kind = 'x' WHERE seq = 2"));
  CHECK_THROWS(db.run("DELETE FROM event"));
}

TEST_CASE("a ledger that went back or was exchanged is noticed by who saw it before") {
  SampleLedger sample(Preset::small);
  sample.location().state_dir = sample.folder().file("state");
  sample.record();
  std::filesystem::copy_file(sample.path(), sample.folder().file("old"));
  sample.record();
  CHECK(opening_of(sample, Access::read) == Exit::done);

  const auto restore = [&] {
    std::filesystem::copy_file(sample.folder().file("old"), sample.path(),
                               std::filesystem::copy_options::overwrite_existing);
  };
  restore();
  CHECK(opening_of(sample, Access::read) == Exit::integrity);
  CHECK(opening_of(sample, Access::write) == Exit::integrity);
  // As many events, but others.
  Location stranger = sample.location();
  stranger.state_dir.clear();
  {
    Ledger ledger(stranger, Access::write);
    carry_out(ledger, order_of({{.wish = casework::water_matter()}}), clock_at(sample.tick()));
  }
  CHECK(opening_of(sample, Access::read) == Exit::integrity);
  // Who removes the note of the head, on purpose, goes on.
  for (const auto& entry : std::filesystem::directory_iterator(sample.location().state_dir)) {
    std::filesystem::remove(entry.path());
  }
  CHECK(opening_of(sample, Access::read) == Exit::done);
  CHECK(opening_of(sample, Access::write) == Exit::done);
}

TEST_CASE("issue numbers are year and counter, and nothing else is one") {
  CHECK(issue_id("RS2026-00017") == 20260000017);
  CHECK(issue_id("RS2026-17") == 20260000017);
  CHECK(issue_id("ABCDEF2030-9999999") == 20309999999);
  for (const char* text :
       {"", "-", "RS", "17", "RS2026", "RS2026-", "RS2026-0", "RS2026--1", "RS2026-1a", "RS20a6-1",
        "RS-026-1", "RS0000-1", "RS2026-10000000", "RS2026-99999999999999999999", "26-1"}) {
    CAPTURE(text);
    CHECK_FALSE(issue_id(text));
  }
}

TEST_CASE("a reader remembers what it saw, and nobody takes it back") {
  SampleLedger sample;
  const std::string id = sample.read().id();
  sample.location().state_dir = sample.folder().file("state");
  const std::string file = sample.location().state_dir + "/" + id + ".head";
  const auto remembered = [&] {
    return base::file_exists(file) ? std::atoll(base::read_file(file, 4096).c_str()) : 0;
  };
  CHECK(remembered() == 0);
  const Head first = sample.read().head();
  CHECK(remembered() == first.seq);
  // Somebody else writes; this user only looks.
  Location other = sample.location();
  other.state_dir.clear();
  std::swap(other, sample.location());
  sample.record();
  std::swap(other, sample.location());
  CHECK(remembered() == first.seq);
  const Head second = sample.read().head();
  CHECK(second.seq > first.seq);
  CHECK(remembered() == second.seq);
  // A line that is being written, or that a crash cut, is as none; the next command mends it.
  const std::string whole = base::read_file(file, 4096);
  for (const std::string& torn :
       {whole.substr(0, whole.size() - 1), whole.substr(0, 40), std::string(),
        "9" + whole.substr(1), whole.substr(0, 30) + std::string(whole.size() - 30, '0')}) {
    CAPTURE(torn);
    put(file, torn);
    CHECK(opening_of(sample, Access::write) == Exit::done);
    CHECK(base::read_file(file, 4096) == torn);
    CHECK(opening_of(sample, Access::read) == Exit::done);
    CHECK(base::read_file(file, 4096) == whole);
  }
  // Nothing new: the file is not written again.
  const auto written = std::filesystem::last_write_time(file);
  std::filesystem::last_write_time(file, written - std::chrono::hours(1));
  { Ledger reader = sample.read(); }
  CHECK(std::filesystem::last_write_time(file) == written - std::chrono::hours(1));
  // Who comes late with an older head does not move it.
  Ledger slow = sample.read();
  slow.remember_head(first);
  CHECK(remembered() == second.seq);
  // Without a place to keep it, everything else goes on.
  sample.location().state_dir = "/proc/no-such-place";
  CHECK(sample.read().head().seq == second.seq);
}

}  // namespace minqing::ledger
