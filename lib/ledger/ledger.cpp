// SPDX-License-Identifier: MIT
#include "lib/ledger/ledger.hpp"

#include "lib/base/descriptor.hpp"
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/ledger/open.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <charconv>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// Counters of one year stay below this.
constexpr std::int64_t kNumbersPerYear = 10'000'000;

std::string head_file(const Location& location, const std::string& id) {
  return location.state_dir + "/" + id + ".head";
}

/// A head as a user saw it last; none when nothing, or nothing readable, is remembered.
struct Seen {
  std::int64_t seq = 0;
  std::string link;
};

Seen read_seen(const std::string& file) {
  if (!base::file_exists(file)) return {};
  const std::string line = base::read_file(file, 4096);
  const std::size_t blank = line.find(' ');
  if (blank == std::string::npos) return {};
  return {std::atoll(line.c_str()), line.substr(blank + 1, 64)};
}

}  // namespace

std::optional<std::int64_t> issue_id(std::string_view number) {
  const std::size_t dash = number.rfind('-');
  if (dash == std::string_view::npos || dash < 4) return std::nullopt;
  int year = 0;
  std::int64_t counter = 0;
  const char* begin = number.data();
  auto first = std::from_chars(begin + dash - 4, begin + dash, year);
  auto second = std::from_chars(begin + dash + 1, begin + number.size(), counter);
  if (first.ptr != begin + dash || second.ptr != begin + number.size()) return std::nullopt;
  if (year < 1 || counter < 1 || counter >= kNumbersPerYear) return std::nullopt;
  return year * kNumbersPerYear + counter;
}

Ledger::Ledger(const Location& location, Access access) : location_(location) {
  location_.path = check_ledger_file(location.path);
  if (access == Access::write) lock_ = std::make_unique<WriterLock>(location_.path);
  connect(access);
  check_fingerprint(*db_);
  read_genesis();
  keys_ = make_keys();
  check_last_seen();
  if (access == Access::read) remember_what_is_read();
}

void Ledger::connect(Access access) {
  const bool writes = access == Access::write;
  const auto open = [&] {
    reading_.reset();
    writing_.reset();
    db_ = std::make_unique<Database>(
        location_.path, writes ? Database::Mode::read_write : Database::Mode::read_only);
    apply_settings(*db_, writes);
    if (writes) {
      writing_ = std::make_unique<Transaction>(*db_, Transaction::Kind::write);
    } else {
      reading_ = std::make_unique<Transaction>(*db_, Transaction::Kind::read);
    }
    check_version(*db_);
  };
  try {
    open();
  } catch (const Error& error) {
    // A write that was cut off left its journal. Whoever may write takes it back; for others the
    // error stands and says what to do.
    if (writes || error.exit() != Exit::permission) throw;
    roll_back_interrupted_write(location_.path);
    open();
  }
}

Ledger::Ledger(const Location& location, const std::string& id, New)
    : location_(location),
      id_(id),
      db_(std::make_unique<Database>(location.path, Database::Mode::read_write)),
      keys_(std::make_unique<KeyRing>(*db_, id, location.key_file)) {}

Ledger::~Ledger() = default;

std::unique_ptr<KeyRing> Ledger::make_keys() {
  return std::make_unique<KeyRing>(*db_, id_, location_.key_file);
}

std::string Ledger::fact(std::string_view name) {
  Statement query = db_->prepare("SELECT value FROM fact WHERE name = ?1");
  if (!query.with(name).step()) {
    throw Error(Exit::integrity, text("台账缺少“{}”", "the ledger lacks its '{}'", name),
                text("用 rebuild 重建后再试", "run 'rebuild', then try again"));
  }
  return query.string(0);
}

void Ledger::read_genesis() {
  Statement query = db_->prepare("SELECT body FROM event WHERE seq = 1");
  try {
    if (query.step()) {
      const casework::Event first = casework::decode_body(query.blob(0));
      const auto& opened = std::get<casework::LedgerOpened>(first.payload);
      id_ = opened.ledger_id;
      site_ = opened.site;
      utc_offset_minutes_ = static_cast<int>(opened.utc_offset_minutes);
      is_practice_ = opened.practice.value_or(false);
      return;
    }
  } catch (const base::JsonError&) {
  } catch (const std::bad_variant_access&) {
  }
  throw Error(Exit::integrity,
              text("开账记录缺失或损坏", "the opening event is missing or damaged"),
              text("不要再写；用备份还原", "write nothing more; restore a backup"));
}

const std::string& Ledger::schema_digest() {
  if (schema_digest_.empty()) schema_digest_ = fact("schema");
  return schema_digest_;
}

Head Ledger::head() {
  Statement query = db_->prepare("SELECT seq, link FROM event ORDER BY seq DESC LIMIT 1");
  if (!query.step()) return {};
  auto link = base::digest_from(query.blob(1));
  if (!link) throw Error(Exit::integrity, text("校验链损坏", "the chain is damaged"));
  return {query.integer(0), *link};
}

const schema::Schema& Ledger::schema() {
  if (!schema_) schema_ = read_schema(*db_);
  return *schema_;
}

const calendar::Calendar& Ledger::calendar() {
  if (!calendar_) calendar_ = read_calendar(*db_);
  return *calendar_;
}

const casework::Roster& Ledger::roster() {
  if (!roster_) roster_ = read_roster(*db_);
  return *roster_;
}

void Ledger::adopt_rules(const schema::Schema& schema, const calendar::Calendar& calendar,
                         const std::string& schema_digest, const std::string& site) {
  schema_ = schema;
  calendar_ = calendar;
  roster_.emplace();
  schema_digest_ = schema_digest;
  site_ = site;
  utc_offset_minutes_ = schema.utc_offset_minutes;
}

void Ledger::forget_rules() {
  schema_digest_.clear();
  schema_.reset();
  calendar_.reset();
  roster_.reset();
}

void Ledger::end_reading() { reading_.reset(); }

std::unique_ptr<Transaction> Ledger::take_writing() {
  if (writing_) return std::move(writing_);
  return std::make_unique<Transaction>(*db_, Transaction::Kind::write);
}

void Ledger::check_last_seen() {
  if (location_.state_dir.empty()) return;
  const std::string file = head_file(location_, id_);
  const Seen seen = read_seen(file);
  if (seen.seq == 0) return;
  Statement query = db_->prepare("SELECT link FROM event WHERE seq = ?1");
  const bool found = query.with(seen.seq).step();
  if (found && base::to_hex(query.blob(0)) == seen.link) return;
  throw Error(
      Exit::integrity,
      text("台账倒退：您上次见到第 {} 条，现在{}",
           "the ledger went back: you saw event {} last, {}", seen.seq,
           found ? text("那一条不同了", "which differs now") : text("没有那一条", "which is gone")),
      text("文件可能被旧副本替换。确认是有意还原后，删除 {} 再试",
           "an older copy may have replaced it; if it was restored on purpose, remove {}", file));
}

void Ledger::remember_what_is_read() {
  if (location_.state_dir.empty()) return;
  try {
    remember_head(head());
  } catch (const Error&) {
    // A damaged end is reported by whoever comes upon it, `verify` first.
  }
}

void Ledger::remember_head(const Head& head) {
  if (location_.state_dir.empty()) return;
  const std::string file = head_file(location_, id_);
  try {
    if (read_seen(file).seq >= head.seq) return;
    base::make_directories(location_.state_dir, 0700);
    // One at a time, and compared again: who comes late must not take it back. Nobody waits here;
    // what is missed now, the next command of this user sees.
    const base::Descriptor folder(open(location_.state_dir.c_str(), O_RDONLY | O_CLOEXEC));
    if (!folder.open() || flock(folder.get(), LOCK_EX | LOCK_NB) != 0) return;
    if (read_seen(file).seq >= head.seq) return;
    base::write_hint_file(file,
                          std::to_string(head.seq) + " " + base::to_hex(base::bytes_of(head.link)));
  } catch (const Error&) {
    // A user without a home must still be able to record; the chain itself is not touched.
  }
}

}  // namespace minqing::ledger
