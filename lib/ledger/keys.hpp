// SPDX-License-Identifier: MIT
// Data keys of a running command: made, wrapped and stored, or read and unwrapped. The key file is
// read when the first key is needed, so that commands without personal text run without it.

#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "lib/casework/personal.hpp"
#include "lib/ledger/sql.hpp"
#include "lib/privacy/seal.hpp"

namespace minqing::ledger {

/// Issue id under which the key of the exact-match index stands.
inline constexpr std::int64_t kLedgerKeys = 0;

class KeyRing {
 public:
  /// `key_file` is the one named by option, environment or settings; empty for the usual places.
  KeyRing(Database& db, std::string ledger_id, std::string key_file);

  struct NewKey {
    std::string id;
    privacy::Key key;
  };
  /// A fresh key; nothing is stored until `store`.
  NewKey make();
  void store(std::int64_t issue, const NewKey& key);

  /// Seals in place under the given key.
  void seal(const NewKey& key, std::string_view field, casework::Personal& text) const;
  /// The existing key an issue's later texts are sealed under; throws Error(permission) when it was
  /// destroyed.
  NewKey existing(std::int64_t issue, const std::string& id);

  /// The plain text, or nothing when its key was destroyed. Throws Error(integrity) when the bytes
  /// do not authenticate.
  std::optional<std::string> unseal(std::int64_t issue, std::string_view field,
                                    const casework::Personal& text);
  /// Keyed digest for exact matches.
  std::string digest(std::string_view kind, std::string_view value);
  /// The same of many values.
  privacy::KeyedDigest begin_digest(std::string_view kind);

  /// Used by init before any key exists.
  void adopt(const privacy::Key& file_key, const privacy::Key& index_key);
  void store_index_key(const privacy::Key& index_key);

 private:
  const privacy::Key& file_key();
  const privacy::Key& index_key();
  const privacy::Key* find(std::int64_t issue, const std::string& id);

  Database& db_;
  std::string ledger_id_;
  std::string named_file_;
  std::optional<privacy::Key> file_key_;
  std::optional<privacy::Key> index_key_;
  std::unordered_map<std::string, privacy::Key> cache_;
  std::optional<Statement> read_;
  std::optional<Statement> write_;
};

}  // namespace minqing::ledger
