// SPDX-License-Identifier: MIT
// Writing the projections. Each is a fold of the events; the same functions serve a command and
// `rebuild`, so that both give the same rows.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/casework/issue.hpp"
#include "lib/ledger/diary_table.hpp"
#include "lib/ledger/extra_table.hpp"
#include "lib/ledger/keys.hpp"

namespace minqing::ledger {

class Ledger;

class Projector {
 public:
  explicit Projector(Ledger& ledger);

  /// Rows of one issue, of which the tables hold `known_rounds` rounds: none when it is new.
  /// `digests`: those of its residents, where they are known.
  void write_issue(std::int64_t id, const casework::Issue& issue, std::size_t known_rounds,
                   const std::vector<std::string>* digests = nullptr);
  /// All rows of one issue anew, after something that the tables hold was amended or undone.
  void rewrite_issue(std::int64_t id, const casework::Issue& issue);
  /// Rows of an event about the ledger itself.
  void write_ledger_event(std::int64_t seq, const casework::Event& event);
  /// Makes the table of the schema's own fields anew when a schema was applied. Before the issues
  /// are written, and when nothing is being read: SQLite drops no table meanwhile.
  void follow_schema();

 private:
  void write_state(std::int64_t id, const casework::Issue& issue);
  void write_text(std::int64_t id, const casework::Issue& issue);
  void write_rounds(std::int64_t id, const casework::Issue& issue, std::size_t known_rounds);
  void write_extra(std::int64_t id, const casework::Issue& issue);
  void write_pauses(std::int64_t id, const casework::Round& round);
  void write_requests(std::int64_t id, const casework::Issue& issue);
  std::vector<std::string> digests_of(std::int64_t id, const casework::Issue& issue);
  void write_fact(std::string_view name, std::string_view value);

  Ledger& ledger_;
  Database& db_;
  KeyRing& keys_;
  DiaryTable diary_;
  std::optional<schema::Schema> applied_;
  std::optional<ExtraWriter> extra_;  ///< made when the first issue has such values
  LazyStatement former_issue_;
  LazyStatement issue_;
  LazyStatement text_;
  LazyStatement round_;
  LazyStatement assignment_;
  LazyStatement pause_;
  LazyStatement request_;
  LazyStatement answered_requests_;
  LazyStatement digest_;
  LazyStatement import_row_;
};

/// Adds what a resident, whose text is plain, is found by: keyed digests of name and telephones.
void add_digests(privacy::KeyedDigests& digests, const casework::Resident& resident,
                 std::vector<std::string>& out);

/// key id ‖ sealed bytes, the column form of sealed text, and back.
std::string to_column(const casework::Personal& text);
casework::Personal from_column(std::string_view column);

}  // namespace minqing::ledger
