// SPDX-License-Identifier: MIT
// The ledger file as somebody with the `sqlite3` tool sees it: no settings, no lock, no rules.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct sqlite3;

namespace minqing::ledger {

class RawDatabase {
 public:
  explicit RawDatabase(const std::string& path);
  RawDatabase(const RawDatabase&) = delete;
  ~RawDatabase();

  void run(const std::string& sql);
  /// All values of the rows, row by row, as text; NULL is `-`.
  std::vector<std::string> texts(const std::string& sql);
  std::string text(const std::string& sql);
  std::int64_t number(const std::string& sql);

 private:
  sqlite3* db_ = nullptr;
};

/// Runs `sql` with the triggers of the ledger out of the way and puts them back as they were.
void tamper(const std::string& path, const std::string& sql);

}  // namespace minqing::ledger
