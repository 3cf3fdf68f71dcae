// SPDX-License-Identifier: MIT
// The entries of one kind of a roster, in the office's own order, and the names they go by. A
// ledger keeps its roster packed; then an entry is made when it is asked for, because most commands
// are about a handful of several hundred.

#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/base/key_table.hpp"
#include "lib/base/packed.hpp"

namespace minqing::casework {

/// What the entries of a kind are found by. `exact` and `stripped` hold folded names, the latter
/// without the usual endings; `besides` the login of a person, the area of a committee.
struct RosterNames {
  base::KeyTable::Keys ids, exact, stripped, besides;
};

template <class T>
class RosterEntries {
 public:
  using Name = void (*)(RosterNames&, const T&, std::uint32_t place);
  /// `name` says what an entry is found by besides its id.
  RosterEntries(std::string T::*id, Name name) : id_(id), name_(name) {}

  std::size_t size() const { return made_.size(); }
  const std::deque<T>& all() const {
    for (std::size_t at = 0; at < made_.size(); ++at) this->at(at);
    return entries_;
  }
  const T& at(std::size_t place) const {
    if (place >= made_.size()) base::Unpacker::wrong();
    if (!made_[place]) {
      base::Unpacker(packed_.at(place)).get(entries_[place]);
      made_[place] = true;
    }
    return entries_[place];
  }

  const T* find(std::string_view id) const {
    if (is_packed_) return last(tables().ids.places(id));
    const auto it = places_.find(std::string(id));
    return it == places_.end() ? nullptr : &entries_[it->second];
  }
  const T* find_besides(std::string_view key) const { return last(tables().besides.places(key)); }
  const base::KeyTable& exact() const { return tables().exact; }
  const base::KeyTable& stripped() const { return tables().stripped; }

  /// Stores or replaces an entry; a replaced one keeps its place.
  void put(T entry) {
    if (is_packed_) take_over();
    tables_.reset();
    const auto [it, is_new] = places_.emplace(entry.*id_, entries_.size());
    if (is_new) {
      entries_.push_back(std::move(entry));
      made_.push_back(true);
    } else {
      entries_[it->second] = std::move(entry);
    }
  }

  void pack(base::Packer& out) const {
    std::vector<std::string> entries;
    for (const T& entry : all()) base::Packer(entries.emplace_back()).put(entry);
    out.put(base::StringTable::pack(entries));
    out.put(tables().bytes);
  }
  /// `bytes` must outlive what is made of it. Throws base::PackedError.
  void unpack(base::Unpacker& in) {
    std::string_view entries, tables;
    in.get(entries);
    in.get(tables);
    packed_ = base::StringTable(entries);
    entries_.clear();
    entries_.resize(packed_.size());
    made_.assign(packed_.size(), false);
    is_packed_ = true;
    tables_ = std::make_shared<Tables>(std::string(tables));
  }

 private:
  struct Tables {
    explicit Tables(std::string packed) : bytes(std::move(packed)) {
      base::Unpacker in(bytes);
      for (base::KeyTable* table : {&ids, &exact, &stripped, &besides}) {
        std::string_view block;
        in.get(block);
        *table = base::KeyTable(block);
      }
      in.end();
    }
    const std::string bytes;
    base::KeyTable ids, exact, stripped, besides;
  };

  /// From here on the entries are these and no longer those of the packed bytes.
  void take_over() {
    for (const T& entry : all()) places_.emplace(entry.*id_, places_.size());
    is_packed_ = false;
  }

  /// Made when the first name is looked up: folding the names of all takes a while.
  const Tables& tables() const {
    if (!tables_) {
      RosterNames names;
      for (std::size_t at = 0; at < entries_.size(); ++at) {
        const auto place = static_cast<std::uint32_t>(at);
        names.ids.emplace_back(entries_[at].*id_, place);
        name_(names, entries_[at], place);
      }
      std::string bytes;
      base::Packer out(bytes);
      for (auto* keys : {&names.ids, &names.exact, &names.stripped, &names.besides}) {
        out.put(base::KeyTable::pack(std::move(*keys)));
      }
      tables_ = std::make_shared<Tables>(std::move(bytes));
    }
    return *tables_;
  }

  /// Where several claim a key, the one that came last has it; who is in office before who was.
  const T* last(const std::vector<std::size_t>& places) const {
    const T* out = nullptr;
    for (const std::size_t place : places) {
      const T& entry = at(place);
      if (!out || !entry.ended || out->ended) out = &entry;
    }
    return out;
  }

  std::string T::*id_;
  Name name_;
  mutable std::deque<T> entries_;
  mutable std::vector<bool> made_;
  bool is_packed_ = false;
  base::StringTable packed_;
  std::unordered_map<std::string, std::size_t> places_;  ///< by id, while not packed
  mutable std::shared_ptr<const Tables> tables_;
};

}  // namespace minqing::casework
