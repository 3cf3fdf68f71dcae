// SPDX-License-Identifier: MIT
#include <map>

#include "lib/ledger/fingerprint.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/open.hpp"
#include "lib/ledger/project.hpp"
#include "lib/ledger/verify.hpp"

namespace minqing::ledger {

namespace {

/// Tables and the order in which their rows are digested. `compiled` is a cache and no fold.
constexpr const char* kProjections[][2] = {{"issue", "id"},
                                           {"issue_text", "issue"},
                                           {"issue_extra", "_issue"},
                                           {"round", "issue, no"},
                                           {"assignment", "issue, round, no"},
                                           {"pause", "issue, round, no"},
                                           {"request", "issue, kind"},
                                           {"resident_digest", "digest, issue"},
                                           {"diary_entry", "id"},
                                           {"visit", "entry, no"},
                                           {"visit_issue", "entry, visit, issue"},
                                           {"contact_card", "seq"},
                                           {"import_row", "row_key, issue"},
                                           {"unit", "id"},
                                           {"person", "id"},
                                           {"area", "code"},
                                           {"published_report", "seq"},
                                           {"fact", "name"}};

int column_count(Database& db, const std::string& table) {
  Statement query = db.prepare("SELECT count(*) FROM pragma_table_info(?1)");
  query.with(table).step();
  return static_cast<int>(query.integer(0));
}

}  // namespace

std::string projection_digest(Database& db) {
  std::string state;
  for (const auto& [table, order] : kProjections) {
    const int columns = column_count(db, table);
    if (columns == 0) continue;  // no fields of the schema's own, no issue_extra
    Statement rows = db.prepare(std::string("SELECT * FROM ") + table + " ORDER BY " + order);
    while (rows.step()) {
      std::string row = std::string(table) + '\0';
      for (int i = 0; i < columns; ++i) {
        const std::string_view value = rows.blob(i);
        row += rows.is_null(i) ? 'n' : 'v';
        row += base::be64(value.size());
        row += value;
      }
      const base::Digest next = base::sha256({state, row});
      state.assign(base::bytes_of(next));
    }
  }
  return base::to_hex(state);
}

Rebuilt rebuild(Ledger& ledger, bool dry_run) {
  Rebuilt out;
  Database& db = ledger.db();
  const std::unique_ptr<Transaction> writing = ledger.take_writing();
  if (has_our_derived_tables(db)) out.before = projection_digest(db);
  recreate_projections(db);
  {
    Projector projector(ledger);
    std::map<std::int64_t, std::optional<casework::Issue>> issues;
    for_each_event(db, 1, 0, [&](const StoredEvent& stored) {
      ++out.events;
      if (stored.event.issue.empty()) {
        projector.write_ledger_event(stored.seq, stored.event);
        return;
      }
      fold_in(db, stored, issues[*issue_id(stored.event.issue)]);
    });
    projector.follow_schema();
    for (const auto& [id, issue] : issues) projector.write_issue(id, *issue, 0);
  }
  check_fingerprint(db, Derived::must_be_ours);
  out.after = projection_digest(db);
  if (!dry_run) writing->commit();
  ledger.forget_rules();
  return out;
}

}  // namespace minqing::ledger
