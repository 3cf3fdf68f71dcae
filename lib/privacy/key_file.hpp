// SPDX-License-Identifier: MIT
// The key file: one line of text holding the ledger id and 32 bytes, mode 0600, outside the
// ledger's folder. Found by: --key-file, MINQING_KEY_FILE, settings, ~/.config/minqing/keys/<ledger
// id>.key, /etc/minqing/keys/<ledger id>.key (the caller passes the first three as `named`).

#pragma once

#include <string>
#include <string_view>

#include "lib/privacy/seal.hpp"

namespace minqing::privacy {

/// The id becomes the name of files of the user; a ledger from elsewhere may carry anything. Throws
/// Error(integrity) for one with other characters than letters, digits, `-` and `_`.
void check_ledger_id(std::string_view ledger_id);
/// Where a new key file goes when none is named: `$XDG_CONFIG_HOME` or `~/.config`, then
/// minqing/keys/<ledger id>.key.
std::string default_key_path(std::string_view ledger_id);
/// Creates the file (directories 0700, file 0600). Throws Error: conflict when it exists,
/// permission or io otherwise.
void create_key_file(const std::string& path, std::string_view ledger_id, const Key& key);
/// The key of the file that is named, or of the first of the usual places that exists. Throws
/// Error(permission) that names the file or lists the places, and what to do; also for a file of
/// another ledger, a damaged file, or one that others may read.
Key load_key(std::string_view ledger_id, const std::string& named);

}  // namespace minqing::privacy
