// SPDX-License-Identifier: MIT
// What is done to a ledger file before its first statement is trusted: refuse what is no ledger, is
// newer, lies on a network or is linked twice; settings that make a commit durable and a hostile
// file harmless.

#pragma once

#include <string>

#include "lib/ledger/sql.hpp"

namespace minqing::ledger {

/// Throws unless `path` is a regular local file with one name. Returns it with symbolic links
/// resolved.
std::string check_ledger_file(const std::string& path);
/// Settings of every connection, and of a writer's.
void apply_settings(Database& db, bool writes);
/// For who reads or writes much: 64 MB. Readers have it from the start.
void use_large_cache(Database& db);
/// Application id and store version. Throws integrity or version.
void check_version(Database& db);
/// Takes back what a killed writer left half-done; needs to be allowed to write.
void roll_back_interrupted_write(const std::string& path);
/// Creates all tables of this version in an empty database.
void create_tables(Database& db);
/// Drops and creates the projections (for rebuild).
void recreate_projections(Database& db);

}  // namespace minqing::ledger
