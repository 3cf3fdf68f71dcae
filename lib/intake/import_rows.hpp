// SPDX-License-Identifier: MIT
// The rows of one table on their way into a batch. The first rows wait until the columns are
// mapped, because some headings are told apart by their values; then every row becomes a command or
// gets its verdict, some rows at a time, so that memory holds no sheet and two threads can judge.

#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/casework/roster.hpp"
#include "lib/intake/import_batch.hpp"
#include "lib/intake/import_options.hpp"
#include "lib/intake/import_rejects.hpp"
#include "lib/intake/row_assessor.hpp"
#include "lib/intake/unknown_category.hpp"

namespace minqing::intake {

/// A row as it would be typed, with what its dates are read against.
struct RowDraft {
  Draft draft;
  DraftDates dates;
  Draft whole;  ///< with what the caller gives for all rows
};
/// Rows whose drafts are wanted, by their place in words; they are filled in while reading.
using RowDrafts = std::map<std::string, RowDraft, std::less<>>;

/// What all files of an import share; outlives the reading.
struct ImportSetting {
  const schema::Schema& schema;
  const casework::Roster& roster;
  const ImportOptions& options;
  base::Date today;
  RowDigest digest;  ///< absent: only the columns are wanted, and no command is made
  /// In which problems name their field; absent, the schema's.
  std::optional<base::Lang> language = {};
  /// Present: rows with problems go there, and not into the batch's problems.
  RejectedTables* rejects = nullptr;
  /// By their place in words, rows that the ledger's rules refused before: why.
  const std::map<std::string, base::Problem>* refused = nullptr;
  /// Present: only these drafts are wanted, without what the caller gives for all rows.
  RowDrafts* drafts = nullptr;
};

/// Commands of the batch by row key; of each row as little as tells it from all others.
class SeenRows {
 public:
  /// The command that has the key already, or nothing and it is `command` from now on.
  std::optional<std::size_t> find_or_add(std::string_view key, std::size_t command);

 private:
  using Key = std::array<std::uint8_t, 16>;  ///< of the key's digest, which no two keys share
  struct Hash {
    std::size_t operator()(const Key& key) const {
      std::size_t first = 0;
      std::memcpy(&first, key.data(), sizeof first);
      return first;
    }
  };
  std::unordered_map<Key, std::uint32_t, Hash> commands_;
};

class ImportRows {
 public:
  /// `file` and `sheet` outlive the rows; `layout` is needed until the first rows are settled.
  ImportRows(const ImportSetting& setting, ImportBatch& batch, SeenRows& seen,
             const std::string& file, const SheetInfo& sheet, const Layout& layout);

  /// False: enough is known.
  bool take(const Row& row);
  void set_aside(const Row& row, RowKind why);
  /// After the last row.
  TableReport finish();

 private:
  void settle();
  void check_needed(const Mapping& mapping);
  base::Problem problem_of_lack(const schema::Field& field) const;
  void look_for_village(const Mapping& mapping);
  void take_settled(const Row& row);
  void count(const Row& row);
  void fill_draft(AssessedRow& assessed);
  void keep_draft(const Row& row);
  void add_given(AssessedRow& assessed) const;
  void put_in_our_words(DraftValue& value) const;
  AssessedRow& next_place();
  void assess_pending();
  void assess(RowAssessor& assessor, std::size_t from, std::size_t to);
  void reject(AssessedRow& assessed);
  std::vector<base::Problem> problems_before(const AssessedRow& assessed) const;
  const base::Problem* refusal_of(const Draft& draft) const;
  void keep(AssessedRow& assessed);
  void keep_repeated(AssessedRow& assessed, std::size_t earlier, bool same);
  base::Place place_of_repeated(const AssessedRow& assessed) const;
  base::Lang language() const;
  bool is_given(std::string_view field) const;
  base::Place place_in(const Row& row, const Column& column) const;
  base::Place place_of_field(const Row& row, std::string_view field) const;
  std::vector<base::Problem> problems_of_strays() const;
  std::string place_in_file(const Row& row) const;

  const ImportSetting& setting_;
  ImportBatch& batch_;
  SeenRows& seen_;
  const std::string& file_;
  const SheetInfo sheet_;
  const Layout layout_;

  std::vector<Row> waiting_;
  bool settled_ = false;
  bool usable_ = true;  ///< the columns are known and all that is needed is there
  TableReport report_;
  std::optional<ImportRejects> rejects_;
  UnheadedCells unheaded_;
  UnknownCategories unknown_;
  DraftDates dates_;
  std::vector<AssessedRow> pending_;  ///< places are used again; the first pending_rows_ are rows
  std::size_t pending_rows_ = 0;
  std::size_t pending_bytes_ = 0;
  std::optional<RowAssessor> assessor_;
  /// Of a table of many rows: a second one, with a roster of its own.
  std::optional<casework::Roster> second_roster_;
  std::optional<RowAssessor> second_assessor_;
};

}  // namespace minqing::intake
