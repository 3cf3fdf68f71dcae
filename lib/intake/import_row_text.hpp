// SPDX-License-Identifier: MIT
// What a row says, in a form that depends on neither the file, its format, its encoding nor the
// order of its rows and columns: field and value, values folded, dates as dates. Keyed digests of
// two such texts are kept with an imported issue:
//
//   key      tells whether the row is in the ledger: the sender's number with its source, else all
//            filled cells but the running number. Rows without a number have nothing else to be
//            known by: guessing that two of them are one matter would lose the second. Such a row
//            that comes again with a result filled in is therefore another row.
//   rest     together with the key tells whether anything of the row has changed since: of a row
//            with a number its other cells, of a row without one nothing that the key does not
//            cover
//
// Columns that are refused, hidden or set aside leave no trace, not even in a digest.
// What a caller gives for all rows (`--set`) is not what the row says and no part of either.
//
// The forms are permanent: another form would make every old file look new.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/base/time.hpp"
#include "lib/intake/cell.hpp"
#include "lib/intake/column_mapping.hpp"
#include "lib/intake/date_notation.hpp"

namespace minqing::intake {

class RowText {
 public:
  /// `dates`: what short dates of the row are read against.
  explicit RowText(const DateContext& dates) : dates_(dates) {}

  void clear();
  /// A cell of a column; blank cells, running numbers and columns that are not wanted add nothing.
  void add(const MappedColumn& column, const Cell& cell);
  /// Once all is added. `source_no` is the sender's number, when the row has one.
  std::string key(std::string_view source, const std::optional<std::string>& source_no);
  /// The text of the digest, on top of the key's own digest: what the key does not cover.
  std::string rest(std::string_view key_digest) const;

 private:
  struct Entry {
    std::string name;
    std::string value;

    auto operator<=>(const Entry&) const = default;
  };
  std::string value_of(const MappedColumn& column, const Cell& cell) const;

  DateContext dates_;
  std::vector<Entry> entries_;
  bool by_number_ = false;  ///< the key is the sender's number alone
};

}  // namespace minqing::intake
