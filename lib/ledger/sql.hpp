// SPDX-License-Identifier: MIT
// A thin RAII layer over SQLite's C interface: what is SQLite's own stands here and in open.cpp.
// Errors are mapped to the program's: busy → locked, read-only or unopenable → permission, damaged
// → integrity, full or I/O → io.

#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace minqing::ledger {

/// Marks bytes to be bound as BLOB.
struct Blob {
  std::string_view bytes;
};

class Database;

class Statement {
 public:
  Statement(Database& db, std::string_view sql);
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  void bind(int index, std::int64_t value);
  void bind(int index, int value) { bind(index, std::int64_t{value}); }
  void bind(int index, bool value) { bind(index, std::int64_t{value}); }
  void bind(int index, std::string_view value);
  void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
  void bind(int index, const char* value) { bind(index, std::string_view(value)); }
  void bind(int index, Blob value);
  void bind(int index, std::nullptr_t);
  template <class T>
  void bind(int index, const std::optional<T>& value) {
    if (value) {
      bind(index, *value);
    } else {
      bind(index, nullptr);
    }
  }

  /// Resets, binds the values from 1 on.
  template <class... A>
  Statement& with(const A&... values) {
    reset();
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }
  /// with(values…) and one step. They live until it is done: none is copied.
  template <class... A>
  void run(const A&... values) {
    copies_ = false;
    with(values...);
    copies_ = true;
    step();
    reset();
  }

  /// True when there is a row.
  bool step();
  void reset();

  std::int64_t integer(int column) const;
  bool is_null(int column) const;
  /// Valid until the next step.
  std::string_view text(int column) const;
  std::string_view blob(int column) const;
  std::string string(int column) const { return std::string(text(column)); }
  std::optional<std::string> maybe_string(int column) const;

 private:
  Database* db_;
  sqlite3_stmt* statement_;
  bool copies_ = true;  ///< what is bound
};

class Database {
 public:
  enum class Mode { read_only, read_write, create };
  Database(const std::string& path, Mode mode);
  Database(const Database&) = delete;
  ~Database();

  void execute(const std::string& sql);
  /// One that was prepared before and is no longer used serves again: the same few questions are
  /// asked in several places of a command.
  Statement prepare(std::string_view sql) { return {*this, sql}; }
  sqlite3* handle() { return db_; }
  /// True inside a transaction that writes.
  bool is_writing() const;

 private:
  friend Statement;
  /// Null when there is none for this text.
  sqlite3_stmt* take_idle(std::string_view sql);
  void put_back(sqlite3_stmt* statement);

  sqlite3* db_ = nullptr;
  std::mutex guards_idle_;  // two threads of an import ask
  std::vector<sqlite3_stmt*> idle_;
};

/// A statement that is prepared when it is first used: a command needs few of those that stand
/// ready for it.
class LazyStatement {
 public:
  /// `sql` is kept, not copied.
  LazyStatement(Database& db, const char* sql) : db_(db), sql_(sql) {}
  Statement* operator->() {
    if (!statement_) statement_.emplace(db_.prepare(sql_));
    return &*statement_;
  }

 private:
  Database& db_;
  const char* sql_;
  std::optional<Statement> statement_;
};

/// As SQL writes it: `a"b` → `"a""b"`.
std::string quoted_name(std::string_view name);

/// Throws the program's error for the last failure on this connection.
[[noreturn]] void fail_with(sqlite3* db, int code);

/// BEGIN … COMMIT; rolls back unless committed.
class Transaction {
 public:
  enum class Kind { read, write };
  Transaction(Database& db, Kind kind);
  Transaction(const Transaction&) = delete;
  ~Transaction();
  /// True: committed. Throws StoreFailure-like errors; a failure here leaves the outcome open.
  void commit();

 private:
  Database& db_;
  bool open_ = true;
};

}  // namespace minqing::ledger
