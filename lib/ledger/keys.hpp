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

struct DataKey {
  std::string id;
  privacy::Key key;
};

/// As it is stored.
struct WrappedKey {
  std::string id;
  std::string wrapped;
};

/// Makes keys and seals under them without the ledger's tables: a copy may work on another thread.
class KeyMaker {
 public:
  KeyMaker(std::string ledger_id, const privacy::Key& file_key)
      : ledger_id_(std::move(ledger_id)), file_key_(file_key) {}

  DataKey make() const;
  WrappedKey wrap(const DataKey& key) const;
  /// Seals in place under the given key.
  void seal(const DataKey& key, std::string_view field, casework::Personal& text) const;

 private:
  std::string ledger_id_;
  privacy::Key file_key_;
};

class KeyRing {
 public:
  /// `key_file` is the one named by option, environment or settings; empty for the usual places.
  KeyRing(Database& db, std::string ledger_id, std::string key_file);

  /// Reads the key file.
  const KeyMaker& maker();
  void store(std::int64_t issue, const WrappedKey& key);
  /// The existing key an issue's later texts are sealed under; throws Error(permission) when it was
  /// destroyed.
  DataKey existing(std::int64_t issue, const std::string& id);

  /// The plain text, or nothing when its key was destroyed. Throws Error(integrity) when the bytes
  /// do not authenticate.
  std::optional<std::string> unseal(std::int64_t issue, std::string_view field,
                                    const casework::Personal& text);
  /// Keyed digest for exact matches.
  std::string digest(std::string_view kind, std::string_view value) {
    return digests().of(kind, value);
  }
  /// Of this ledger; a copy may work on another thread.
  privacy::KeyedDigests& digests();

  /// Used by init before any key exists.
  void adopt(const privacy::Key& file_key, const privacy::Key& index_key);
  void store_index_key(const privacy::Key& index_key);

 private:
  const privacy::Key& file_key();
  const privacy::Key* find(std::int64_t issue, const std::string& id);

  Database& db_;
  std::string ledger_id_;
  std::string named_file_;
  std::optional<privacy::Key> file_key_;
  std::optional<KeyMaker> maker_;
  std::optional<privacy::KeyedDigests> digests_;
  std::unordered_map<std::string, privacy::Key> cache_;
  std::optional<Statement> read_;
  std::optional<Statement> write_;
};

}  // namespace minqing::ledger
