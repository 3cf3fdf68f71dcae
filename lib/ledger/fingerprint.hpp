// SPDX-License-Identifier: MIT
// Whether the tables, indexes and triggers of a ledger are those that this program makes.

#pragma once

#include "lib/ledger/sql.hpp"

namespace minqing::ledger {

/// The derived tables, which `rebuild` makes anew, may be another version's or somebody's work.
enum class Derived { must_be_ours, may_differ };

/// Throws integrity when what lasts (events, keys and their guards) is not exactly ours or a
/// trigger or view was added, and version when a derived table is not ours.
void check_fingerprint(Database& db, Derived derived);
/// Whether the derived tables are this version's and can be read as such.
bool has_our_derived_tables(Database& db);

}  // namespace minqing::ledger
