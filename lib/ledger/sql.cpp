// SPDX-License-Identifier: MIT
#include "lib/ledger/sql.hpp"

#include "lib/base/error.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <utility>

namespace minqing::ledger {

using base::Error;
using base::Exit;
using base::text;

namespace {

constexpr std::size_t kMostIdle = 32;  ///< statements that a database keeps for another time

[[noreturn]] void fail_disk(const std::string& detail) {
  throw Error(Exit::io, text("磁盘读写出错（{}）", "disk I/O error ({})", detail),
              text("检查磁盘和连接，再试一次", "check the disk and its connection, try again"));
}

}  // namespace

std::string quoted_name(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    out += c;
    if (c == '"') out += c;
  }
  return out + "\"";
}

void fail_with(sqlite3* db, int code) {
  const std::string detail = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
  const int cause = db ? sqlite3_system_errno(db) : 0;
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Error(Exit::locked, text("台账正被占用", "the ledger is in use"),
                  text("稍后再试", "try again in a moment"));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      throw Error(
          Exit::permission,
          text("不能写台账或所在目录（{}）", "cannot write the ledger or its folder ({})", detail),
          text("请检查文件和目录的权限；上次写入中断时，需有写权限者先运行一次写命令",
               "check the permissions of file and folder; after an interrupted write "
               "somebody who may write has to run a writing command once"));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      // A disk that cannot be read is told as damage, too.
      if (cause == EIO || cause == ENXIO) fail_disk(detail);
      throw Error(Exit::integrity,
                  text("台账文件损坏（{}）", "the ledger file is damaged ({})", detail),
                  text("不要再写；用备份还原", "write nothing more; restore a backup"));
    case SQLITE_FULL:
      throw Error(Exit::io, text("磁盘空间不足", "the disk is full"),
                  text("腾出空间后再试", "free some space and try again"));
    case SQLITE_IOERR:
      if (cause == ENOSPC || cause == EDQUOT || cause == EFBIG) {
        throw Error(Exit::io, text("磁盘空间不足", "the disk is full"),
                    text("腾出空间后再试", "free some space and try again"));
      }
      fail_disk(detail);
    case SQLITE_NOMEM:
      throw Error(Exit::other, text("内存不足", "out of memory"));
    default:
      throw Error(Exit::other, text("数据库出错：{}", "database error: {}", detail));
  }
}

Statement::Statement(Database& db, std::string_view sql) : db_(&db), statement_(db.take_idle(sql)) {
  if (statement_) return;
  const int code = sqlite3_prepare_v3(db.handle(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) fail_with(db.handle(), code);
}

Statement::Statement(Statement&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() {
  if (statement_) db_->put_back(statement_);
}

void Statement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_, index, value);
}

void Statement::bind(int index, std::string_view value) {
  // A null pointer would bind NULL: absent and empty are different things.
  sqlite3_bind_text(statement_, index, value.data() ? value.data() : "",
                    static_cast<int>(value.size()), copies_ ? SQLITE_TRANSIENT : SQLITE_STATIC);
}

void Statement::bind(int index, Blob value) {
  sqlite3_bind_blob(statement_, index, value.bytes.data() ? value.bytes.data() : "",
                    static_cast<int>(value.bytes.size()),
                    copies_ ? SQLITE_TRANSIENT : SQLITE_STATIC);
}

void Statement::bind(int index, std::nullptr_t) { sqlite3_bind_null(statement_, index); }

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  fail_with(sqlite3_db_handle(statement_), code);
}

void Statement::reset() { sqlite3_reset(statement_); }

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (!data) return {};
  return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<std::string> Statement::maybe_string(int column) const {
  if (is_null(column)) return std::nullopt;
  return string(column);
}

Database::Database(const std::string& path, Mode mode) {
  // Before SQLite is first used: nobody asks it how much memory it holds, and counting takes a lock
  // for each piece.
  static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)configured;
  int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
  // Two threads of an import ask and write; who only reads is alone.
  flags |= mode == Mode::read_only ? SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
                                   : SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX;
  if (mode == Mode::create) flags |= SQLITE_OPEN_CREATE;
  const int code = sqlite3_open_v2(path.c_str(), &db_, flags, nullptr);
  if (code != SQLITE_OK) {
    sqlite3* failed = db_;
    db_ = nullptr;
    try {
      fail_with(failed, code);
    } catch (...) {
      sqlite3_close(failed);
      throw;
    }
  }
  idle_.reserve(kMostIdle);
}

Database::~Database() {
  for (sqlite3_stmt* statement : idle_) sqlite3_finalize(statement);
  assert(!sqlite3_next_stmt(db_, nullptr));  // a statement in use would be put back here later
  sqlite3_close(db_);
}

sqlite3_stmt* Database::take_idle(std::string_view sql) {
  const std::scoped_lock lock(guards_idle_);
  const auto found = std::find_if(idle_.begin(), idle_.end(), [&](sqlite3_stmt* statement) {
    return sql == sqlite3_sql(statement);
  });
  if (found == idle_.end()) return nullptr;
  sqlite3_stmt* statement = *found;
  idle_.erase(found);
  return statement;
}

void Database::put_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  const std::scoped_lock lock(guards_idle_);
  if (idle_.size() == kMostIdle) {
    sqlite3_finalize(idle_.front());
    idle_.erase(idle_.begin());
  }
  idle_.push_back(statement);
}

bool Database::is_writing() const { return sqlite3_txn_state(db_, "main") == SQLITE_TXN_WRITE; }

void Database::execute(const std::string& sql) {
  const int code = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail_with(db_, code);
}

Transaction::Transaction(Database& db, Kind kind) : db_(db) {
  db_.execute(kind == Kind::read ? "BEGIN" : "BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(db_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  db_.execute("COMMIT");
  open_ = false;
}

}  // namespace minqing::ledger
