// SPDX-License-Identifier: MIT
#include "lib/ledger/ledger.hpp"

#include "lib/base/error.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/ledger/fingerprint.hpp"
#include "lib/ledger/open.hpp"
#include "lib/privacy/key_file.hpp"

#include <charconv>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::string_view kLinkAndBody = "SELECT link, body FROM event WHERE seq = ?1";

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
  const bool writes = access != Access::read;
  if (writes) lock_ = std::make_unique<WriterLock>(location_.path);
  connect(writes);
  check_fingerprint(*db_, access == Access::rebuild ? Derived::may_differ : Derived::must_be_ours);
  if (access == Access::rebuild) {
    use_large_cache(*db_);
    schema_ = read_whole_schema(*db_);
  }
  read_genesis();
  keys_ = make_keys();
  check_last_seen();
  if (!writes) remember_what_is_read();
}

void Ledger::connect(bool writes) {
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
  Statement query = db_->prepare(kLinkAndBody);
  try {
    if (query.with(1).step()) {
      const casework::Event first = casework::decode_body(query.blob(1));
      const auto& opened = std::get<casework::LedgerOpened>(first.payload);
      privacy::check_ledger_id(opened.ledger_id);
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

void Ledger::end_reading() {
  if (roster_) roster_->read_now();  // of the same moment as the rest
  reading_.reset();
}

void Ledger::let_go() {
  reading_.reset();
  writing_.reset();
  lock_.reset();
}

std::unique_ptr<Transaction> Ledger::take_writing() {
  if (writing_) return std::move(writing_);
  return std::make_unique<Transaction>(*db_, Transaction::Kind::write);
}

std::optional<LastSeen> Ledger::last_seen() const {
  if (location_.state_dir.empty()) return std::nullopt;
  return LastSeen(location_.state_dir, id_);
}

void Ledger::check_last_seen() {
  const auto note = last_seen();
  const auto seen = note ? note->read() : std::nullopt;
  if (!seen) return;
  Statement query = db_->prepare(kLinkAndBody);
  const bool found = query.with(seen->seq).step();
  if (found && query.blob(0) == base::bytes_of(seen->link)) return;
  throw Error(
      Exit::integrity,
      text("台账倒退：您上次见到第 {} 条，现在{}",
           "the ledger went back: you saw event {} last, {}", seen->seq,
           found ? text("那一条不同了", "which differs now") : text("没有那一条", "which is gone")),
      text("文件可能被旧副本替换。确认是有意还原后，删除 {} 再试",
           "an older copy may have replaced it; if it was restored on purpose, remove {}",
           note->file()));
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
  if (const auto note = last_seen()) note->remember(head);
}

}  // namespace minqing::ledger
