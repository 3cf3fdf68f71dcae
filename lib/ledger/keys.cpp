// SPDX-License-Identifier: MIT
#include "lib/ledger/keys.hpp"

#include "lib/base/error.hpp"
#include "lib/privacy/key_file.hpp"

namespace minqing::ledger {

namespace {

constexpr std::string_view kIndexKeyId = "index";
/// Enough for a page of a list; a walk over the whole ledger must not hold every key.
constexpr std::size_t kCacheLimit = 4096;

base::Error damaged() {
  return {
      base::Exit::integrity,
      base::text("加密内容或密钥与台账不符",
                 "sealed text or its key does not belong to this ledger"),
      base::text("用 verify 查明；必要时还原备份", "run 'verify'; restore a backup if need be")};
}

}  // namespace

DataKey KeyMaker::make() const { return {privacy::make_key_id(), privacy::Key::random()}; }

WrappedKey KeyMaker::wrap(const DataKey& key) const {
  return {key.id, privacy::wrap(file_key_, ledger_id_, key.id, key.key)};
}

void KeyMaker::seal(const DataKey& key, std::string_view field, casework::Personal& text) const {
  text.key_id = key.id;
  text.sealed = privacy::seal(key.key, ledger_id_, key.id, field, text.plain);
}

KeyRing::KeyRing(Database& db, std::string ledger_id, std::string key_file)
    : db_(db), ledger_id_(std::move(ledger_id)), named_file_(std::move(key_file)) {}

const privacy::Key& KeyRing::file_key() {
  if (!file_key_) file_key_ = privacy::load_key(ledger_id_, named_file_);
  return *file_key_;
}

const KeyMaker& KeyRing::maker() {
  if (!maker_) maker_.emplace(ledger_id_, file_key());
  return *maker_;
}

privacy::KeyedDigests& KeyRing::digests() {
  if (!digests_) {
    const privacy::Key* found = find(kLedgerKeys, std::string(kIndexKeyId));
    if (!found) throw damaged();
    digests_.emplace(*found);
  }
  return *digests_;
}

void KeyRing::store(std::int64_t issue, const WrappedKey& key) {
  if (!write_) {
    write_.emplace(db_.prepare("INSERT INTO data_key (issue, id, wrapped) VALUES (?1, ?2, ?3)"));
  }
  write_->run(issue, key.id, Blob{key.wrapped});
}

const privacy::Key* KeyRing::find(std::int64_t issue, const std::string& id) {
  const std::string name = std::to_string(issue) + "/" + id;
  if (auto it = cache_.find(name); it != cache_.end()) return &it->second;
  if (!read_)
    read_.emplace(db_.prepare("SELECT wrapped FROM data_key WHERE issue = ?1 AND id = ?2"));
  if (!read_->with(issue, id).step()) return nullptr;
  auto key = privacy::unwrap(file_key(), ledger_id_, id, read_->blob(0));
  read_->reset();
  if (!key) throw damaged();
  if (cache_.size() >= kCacheLimit) cache_.clear();
  return &cache_.emplace(name, *key).first->second;
}

DataKey KeyRing::existing(std::int64_t issue, const std::string& id) {
  const privacy::Key* key = find(issue, id);
  if (!key) {
    throw base::Error(base::Exit::permission,
                      base::text("这件事项的内容已抹除，不能再添文字",
                                 "the text of this issue was erased; nothing can be added"));
  }
  return {id, *key};
}

std::optional<std::string> KeyRing::unseal(std::int64_t issue, std::string_view field,
                                           const casework::Personal& text) {
  if (!text.is_sealed()) return text.plain;
  const privacy::Key* key = find(issue, text.key_id);
  if (!key) return std::nullopt;
  auto plain = privacy::unseal(*key, ledger_id_, text.key_id, field, text.sealed);
  if (!plain) throw damaged();
  return plain;
}

void KeyRing::adopt(const privacy::Key& file_key, const privacy::Key& index_key) {
  file_key_ = file_key;
  digests_.emplace(index_key);
}

void KeyRing::store_index_key(const privacy::Key& index_key) {
  store(kLedgerKeys, maker().wrap({std::string(kIndexKeyId), index_key}));
}

}  // namespace minqing::ledger
