// SPDX-License-Identifier: MIT
// The account of an import: what was recognised in each file, what became of every row, what was
// left out. As lines for people and as one JSON object with stable keys.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/base/json.hpp"
#include "lib/base/text.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/intake/import_batch.hpp"
#include "lib/intake/likely_pairs.hpp"

namespace minqing::intake {

/// The ledger's answer to a batch's commands.
struct ImportVerdicts {
  struct Changed {
    std::size_t command;
    std::string number;
    base::Text difference = {};  ///< the fields, old and new, masked
    bool amended = false;        ///< it was written, with --update
  };
  std::int64_t fresh = 0;
  std::int64_t unchanged = 0;
  std::vector<Changed> changed;  ///< in the ledger, with other contents
  std::string batch;             ///< id of the transaction; empty when nothing was written
  /// Numbers of the new issues, first and last of each year.
  std::vector<std::pair<std::string, std::string>> numbers;
  /// Where the new issues are now: older ledgers bring more than a registration.
  std::map<casework::State, std::int64_t> states;
  std::vector<NewIssue> issues;          ///< the new ones
  std::vector<LikelyPair> likely_pairs;  ///< among them
  bool dry_run = false;

  /// A new issue; `moved_to`: the issue that was added last has gone on to that state.
  void add_fresh(std::size_t command, const std::string& number);
  void moved_to(casework::State state);
  bool is_all_registered() const;
  /// Good rows that are not written, because others are not good.
  std::int64_t ready_rows(const ImportBatch& of) const;
};

/// One block of lines for each table and file.
std::vector<base::Text> describe_files(const ImportBatch& batch);
/// `数据 20 行：新增 12，…`
base::Text describe_rows(const ImportBatch& batch, const ImportVerdicts& verdicts);
/// Rows that were not written for a reason a person should see: changed and repeated ones.
std::vector<base::Text> describe_left_out(const ImportBatch& batch, const ImportVerdicts& verdicts);

base::Json to_json(const ImportBatch& batch, const ImportVerdicts& verdicts, base::Lang lang);

/// A column as `--explain` shows it; values are masked, and those of columns that are not taken in
/// for their heading are not shown at all.
struct ExplainedColumn {
  std::string letter;
  std::string heading;
  base::Text meaning;
  base::Text rule;
  base::Text confidence;  ///< high, middle or low; empty where nothing was to be decided
  std::string values;
};
std::vector<ExplainedColumn> explain(const TableReport& table);
/// `三月.xlsx!一组：表头第 3–4 行，填报日期 2026-11-15`
base::Text describe_table(const FileReport& file, const TableReport& table);

}  // namespace minqing::intake
