// SPDX-License-Identifier: MIT
// The names of one kind of a roster in one block of bytes that is searched as it is, and that block
// beside the entries it leads to: the form in which a ledger keeps them (base/packed.hpp).

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/base/key_table.hpp"

namespace minqing::casework {

/// What the entries of a kind are found by. `exact` and `stripped` hold folded names, the latter
/// without the usual endings; `besides` the login of a person, the area of a committee.
struct RosterNames {
  base::KeyTable::Keys ids, exact, stripped, besides;
};

/// The same, to search.
struct NameTables {
  NameTables() = default;
  /// The bytes outlive the tables. Throws base::PackedError when they are none.
  explicit NameTables(std::string_view bytes);
  static std::string pack(RosterNames names);

  std::string_view bytes;
  base::KeyTable ids, exact, stripped, besides;
};

struct PackedEntries {
  PackedEntries() = default;
  /// As NameTables.
  explicit PackedEntries(std::string_view bytes);
  static std::string pack(const std::vector<std::string>& entries, std::string_view names);

  base::StringTable entries;
  NameTables names;
};

}  // namespace minqing::casework
