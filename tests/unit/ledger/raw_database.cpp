// SPDX-License-Identifier: MIT
#include "tests/unit/ledger/raw_database.hpp"

#include <sqlite3.h>

#include <stdexcept>

namespace minqing::ledger {

RawDatabase::RawDatabase(const std::string& path) {
  if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK)
    throw std::runtime_error("cannot open " + path);
  run("PRAGMA synchronous=OFF");
}

RawDatabase::~RawDatabase() { sqlite3_close(db_); }

void RawDatabase::run(const std::string& sql) {
  char* message = nullptr;
  if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return;
  const std::string what = message ? message : "unknown";
  sqlite3_free(message);
  throw std::runtime_error(what + " in " + sql);
}

std::vector<std::string> RawDatabase::texts(const std::string& sql) {
  std::vector<std::string> out;
  const auto collect = [](void* to, int count, char** values, char**) {
    for (int i = 0; i < count; ++i) {
      static_cast<std::vector<std::string>*>(to)->emplace_back(values[i] ? values[i] : "-");
    }
    return 0;
  };
  if (sqlite3_exec(db_, sql.c_str(), collect, &out, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(db_));
  }
  return out;
}

std::string RawDatabase::text(const std::string& sql) { return texts(sql).at(0); }

std::int64_t RawDatabase::number(const std::string& sql) { return std::stoll(text(sql)); }

void tamper(const std::string& path, const std::string& sql) {
  RawDatabase db(path);
  const auto triggers = db.texts("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
  for (std::size_t i = 0; i < triggers.size(); i += 2) db.run("DROP TRIGGER " + triggers[i]);
  db.run(sql);
  for (std::size_t i = 1; i < triggers.size(); i += 2) db.run(triggers[i]);
}

}  // namespace minqing::ledger
