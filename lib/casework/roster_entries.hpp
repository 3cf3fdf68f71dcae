// SPDX-License-Identifier: MIT
// The entries of one kind of a roster, in the office's own order, and the names they go by. A
// ledger keeps its roster packed; it is read when something of the kind is asked for, and an entry
// is made when it is itself: most commands are about a handful of several hundred.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lib/base/packed.hpp"
#include "lib/casework/roster_names.hpp"

namespace minqing::casework {

/// All entries of a kind, as a range.
template <class T>
class EntryRange {
 public:
  using Entries = std::vector<std::shared_ptr<T>>;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    explicit Iterator(typename Entries::const_iterator at) : at_(at) {}
    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    typename Entries::const_iterator at_;
  };

  explicit EntryRange(const Entries& entries) : entries_(&entries) {}
  Iterator begin() const { return Iterator(entries_->begin()); }
  Iterator end() const { return Iterator(entries_->end()); }
  std::size_t size() const { return entries_->size(); }
  const T& front() const { return *entries_->front(); }
  bool operator==(const EntryRange& other) const {
    return size() == other.size() && std::equal(begin(), end(), other.begin());
  }

 private:
  const Entries* entries_;
};

template <class T>
class RosterEntries {
 public:
  using Name = void (*)(RosterNames&, const T&, std::uint32_t place);
  using Read = std::function<std::string()>;

  /// `name` says what an entry is found by besides its id.
  RosterEntries(std::string T::*id, Name name) : id_(id), name_(name) {}
  /// A copy is read whole: where it goes, `read` may not be at hand.
  RosterEntries(const RosterEntries& other)
      : id_(other.id_), name_(other.name_), held_(other.held()) {}
  RosterEntries(RosterEntries&&) noexcept = default;
  RosterEntries& operator=(const RosterEntries& other) { return *this = RosterEntries(other); }
  RosterEntries& operator=(RosterEntries&&) noexcept = default;
  ~RosterEntries() = default;

  std::size_t size() const { return held().made.size(); }
  EntryRange<T> all() const {
    for (std::size_t at = 0; at < size(); ++at) this->at(at);
    return EntryRange<T>(held_.made);
  }
  const T& at(std::size_t place) const {
    Held& held = this->held();
    if (place >= held.made.size()) base::Unpacker::wrong();
    std::shared_ptr<T>& made = held.made[place];
    if (!made) {
      auto entry = std::make_shared<T>();
      base::Unpacker(held.packed.entries.at(place)).get(*entry);
      made = std::move(entry);
    }
    return *made;
  }

  const T* find(std::string_view id) const {
    Held& held = this->held();
    if (held.bytes) return last(names().ids.places(id));
    const auto it = held.places.find(std::string(id));
    return it == held.places.end() ? nullptr : held.made[it->second].get();
  }
  const T* find_besides(std::string_view key) const { return last(names().besides.places(key)); }
  const base::KeyTable& exact() const { return names().exact; }
  const base::KeyTable& stripped() const { return names().stripped; }

  /// Stores or replaces an entry; a replaced one keeps its place.
  void put(T entry) {
    Held& held = this->held();
    if (held.bytes) take_over();
    held.names.reset();
    const auto [it, is_new] = held.places.emplace(entry.*id_, held.made.size());
    if (is_new) held.made.emplace_back();
    std::shared_ptr<T>& place = held.made[it->second];
    if (place.use_count() == 1) {
      *place = std::move(entry);
    } else {  // a copy of this roster keeps what it had
      place = std::make_shared<T>(std::move(entry));
    }
  }

  std::string pack() const {
    std::vector<std::string> entries;
    for (const T& entry : all()) base::Packer(entries.emplace_back()).put(entry);
    return PackedEntries::pack(entries, names().bytes);
  }
  /// Packed bytes are asked for when they are needed. Whoever does then gets base::PackedError when
  /// they are none.
  void read_when_needed(Read read) { read_ = std::move(read); }
  void read_now() const { held(); }

 private:
  struct Held {
    std::vector<std::shared_ptr<T>> made;                 ///< null until it is asked for
    std::shared_ptr<const std::string> bytes;             ///< none when all are made
    PackedEntries packed;                                 ///< in `bytes`
    std::unordered_map<std::string, std::size_t> places;  ///< by id, when all are made
    std::optional<NameTables> names;
    std::shared_ptr<const std::string> name_bytes;  ///< of names that are no longer the packed ones
  };

  Held& held() const {
    if (read_) {
      held_ = unpacked(read_());  // when that fails, the next who asks gets the error too
      read_ = nullptr;
    }
    return held_;
  }

  static Held unpacked(std::string bytes) {
    Held out;
    out.bytes = std::make_shared<const std::string>(std::move(bytes));
    out.packed = PackedEntries(*out.bytes);
    out.names = out.packed.names;
    out.made.resize(out.packed.entries.size());
    return out;
  }

  /// From here on the entries are these and no longer those of the packed bytes.
  void take_over() {
    for (const T& entry : all()) held_.places.emplace(entry.*id_, held_.places.size());
    held_.names.reset();
    held_.bytes.reset();
  }

  /// Made when the first name is looked up: folding the names of all takes a while.
  const NameTables& names() const {
    Held& held = this->held();
    if (!held.names) {
      RosterNames names;
      std::uint32_t place = 0;
      for (const T& entry : all()) {
        names.ids.emplace_back(entry.*id_, place);
        name_(names, entry, place++);
      }
      held.name_bytes = std::make_shared<const std::string>(NameTables::pack(std::move(names)));
      held.names.emplace(*held.name_bytes);
    }
    return *held.names;
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
  mutable Read read_;
  mutable Held held_;
};

}  // namespace minqing::casework
