// SPDX-License-Identifier: MIT
#include "lib/ledger/fingerprint.hpp"

#include "lib/base/error.hpp"
#include "lib/ledger/compiled.hpp"
#include "lib/ledger/extra_table.hpp"
#include "minqing_ledger_texts.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::string_view kExtraTable = "CREATE TABLE issue_extra ";

/// The statements that create our tables, as SQLite keeps them: as they were typed, without the
/// last semicolon, which alone ends a line.
class OurStatements {
 public:
  OurStatements() {
    statements_.reserve(60);
    add(kEventTables, true);
    add(kProjectionTables, false);
  }

  /// Whether the statement is one of ours that was not met before. Mostly they come in order.
  bool meet(std::string_view sql) {
    if (next_ == statements_.size() || statements_[next_].sql != sql) {
      const auto found =
          std::find_if(statements_.begin(), statements_.end(),
                       [&](const Ours& ours) { return !ours.met && ours.sql == sql; });
      if (found == statements_.end()) return false;
      next_ = static_cast<std::size_t>(found - statements_.begin());
    }
    statements_[next_++].met = true;
    return true;
  }
  bool misses(bool lasting) const {
    return std::any_of(statements_.begin(), statements_.end(),
                       [&](const Ours& ours) { return !ours.met && ours.lasting == lasting; });
  }

 private:
  struct Ours {
    std::string_view sql;
    bool lasting;
    bool met = false;
  };

  void add(std::string_view text, bool lasting) {
    for (std::size_t at = 0; (at = text.find("\nCREATE ", at)) != std::string_view::npos;) {
      const std::size_t end = text.find(";\n", ++at);
      statements_.push_back({text.substr(at, end - at), lasting});
      at = end;
    }
  }

  std::vector<Ours> statements_;
  std::size_t next_ = 0;
};

struct Differences {
  bool lasting = false;
  bool derived = false;
};

/// What ANALYZE adds.
constexpr std::string_view kHarmless[] = {
    "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
    "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)",
};

/// Whether a statement of somebody else makes a table or an index that `rebuild` can drop and that
/// does nothing of itself: no trigger, view or virtual table, whatever its row says it is (SQLite
/// writes the first words itself), and nothing upon what lasts.
bool is_inert(std::string_view sql, std::string_view table) {
  constexpr std::string_view kBeginnings[] = {"CREATE TABLE ", "CREATE INDEX ",
                                              "CREATE UNIQUE INDEX "};
  const auto begins = [&](std::string_view words) { return sql.starts_with(words); };
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings), begins) && table != "event" &&
         table != "data_key";
}

/// Whatever is not in our own text was put there by somebody else, or by another version.
Differences differences_in(Database& db) {
  Statement all = db.prepare("SELECT sql, tbl_name FROM sqlite_master WHERE sql IS NOT NULL");
  OurStatements ours;
  Differences out;
  std::string extra;
  while (all.step()) {
    const std::string_view sql = all.text(0);
    if (ours.meet(sql)) continue;
    if (std::find(std::begin(kHarmless), std::end(kHarmless), sql) != std::end(kHarmless)) continue;
    if (sql.starts_with(kExtraTable)) {
      extra = sql;
      continue;
    }
    (is_inert(sql, all.text(1)) ? out.derived : out.lasting) = true;
  }
  if (ours.misses(true)) out.lasting = true;
  if (ours.misses(false)) out.derived = true;
  // The one generated table: as the schema in force has it.
  if (!extra.empty() && !out.lasting && !out.derived) {
    out.derived = extra != extra_table_sql(read_schema(db));
  }
  return out;
}

}  // namespace

void check_fingerprint(Database& db, Derived derived) {
  const Differences found = differences_in(db);
  if (found.lasting) {
    throw Error(Exit::integrity,
                text("台账里的表或触发器被改动过", "tables or triggers of the ledger were altered"),
                text("不要再写；请管理员用备份比对", "write nothing more; compare with a backup"));
  }
  if (found.derived && derived == Derived::must_be_ours) {
    throw Error(Exit::version,
                text("台账里由记录推算的表不是这一版程序建的，或被改动过",
                     "the derived tables of the ledger are another version's, or were altered"),
                text("运行 minqing rebuild，由记录重新推算；记录本身不动",
                     "run 'minqing rebuild': it derives them from the events again, which stay"));
  }
}

bool has_our_derived_tables(Database& db) { return !differences_in(db).derived; }

}  // namespace minqing::ledger
