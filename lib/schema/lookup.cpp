// SPDX-License-Identifier: MIT
#include "lib/schema/lookup.hpp"

#include "lib/base/key_table.hpp"
#include "lib/base/utf8.hpp"
#include "lib/schema/schema.hpp"
#include "lib/schema/starred.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

namespace minqing::schema {
namespace {

using base::KeyTable;
using base::OwnKeyTable;

/// Works for everything with id, label and also.
template <class T>
void add_spellings(KeyTable::Keys& keys, const std::string& prefix, const std::vector<T>& things) {
  for (std::size_t i = 0; i < things.size(); ++i) {
    const auto add = [&](const std::string& word) {
      if (!word.empty()) keys.emplace_back(prefix + base::fold(word), i);
    };
    add(things[i].id);
    add(things[i].label.zh);
    add(things[i].label.en);
    for (const std::string& word : things[i].also) add(word);
  }
}

template <class T>
OwnKeyTable spellings_of(const std::vector<T>& things) {
  KeyTable::Keys keys;
  add_spellings(keys, "", things);
  return OwnKeyTable(std::move(keys));
}

/// What stands before the spellings of a field's choices.
std::string choice_prefix(std::string_view field_id) { return std::string(field_id) + '\n'; }

OwnKeyTable choices_of(const std::vector<Field>& fields) {
  KeyTable::Keys keys;
  for (const Field& field : fields) add_spellings(keys, choice_prefix(field.id), field.choices);
  return OwnKeyTable(std::move(keys));
}

OwnKeyTable headings_of(const std::vector<Field>& fields) {
  KeyTable::Keys keys;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    keys.emplace_back(base::heading_key(fields[i].id), i);
    for (const std::string& heading : fields[i].headings) {
      keys.emplace_back(base::heading_key(heading), i);
    }
  }
  return OwnKeyTable(std::move(keys));
}

/// A table that is made when it is first asked for.
template <class T>
class Lazy {
 public:
  template <class Make>
  const T& get(Make make) {
    std::call_once(made_, [&] { value_ = make(); });
    return value_;
  }

 private:
  std::once_flag made_;
  T value_;
};

template <class T>
const T& at(const std::vector<T>& things, std::size_t place) {
  if (place >= things.size()) base::Unpacker::wrong();
  return things[place];
}

/// Null as well where two things answer to the key.
template <class T>
const T* only_one(const std::vector<T>& things, const std::vector<std::size_t>& places) {
  return places.size() == 1 ? &at(things, places.front()) : nullptr;
}

template <class T>
const T* match(const std::vector<T>& things, const OwnKeyTable& spellings, std::string_view text) {
  return only_one(things, spellings.places(base::fold(text)));
}

template <class T>
const T* find(const std::vector<T>& things, std::string_view id) {
  const auto found =
      std::find_if(things.begin(), things.end(), [id](const T& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

struct Lookup::Tables {
  Lazy<OwnKeyTable> categories;
  Lazy<OwnKeyTable> natures;
  Lazy<OwnKeyTable> channels;
  Lazy<OwnKeyTable> sources;
  Lazy<OwnKeyTable> choices;
  Lazy<OwnKeyTable> headings;
  Lazy<std::vector<Starred>> refused;
};

namespace {

/// Each table of a schema and how it is made.
template <class Visit>
void for_each_table(const Schema& of, Visit visit) {
  Lookup::Tables& tables = of.lookup.tables();
  visit(tables.categories, [&] { return spellings_of(of.categories); });
  visit(tables.natures, [&] { return spellings_of(of.natures); });
  visit(tables.channels, [&] { return spellings_of(of.channels); });
  visit(tables.sources, [&] { return spellings_of(of.sources); });
  visit(tables.choices, [&] { return choices_of(of.fields); });
  visit(tables.headings, [&] { return headings_of(of.fields); });
}

}  // namespace

void pack_lookup(base::Packer& out, const Schema& schema) {
  for_each_table(schema, [&](auto& table, auto make) { out.put(table.get(make).bytes()); });
}

void unpack_lookup(base::Unpacker& in, const Schema& schema) {
  for_each_table(schema, [&](auto& table, auto) {
    std::string bytes;
    in.get(bytes);
    // Made before: with a C++ runtime linked statically, no exception leaves call_once.
    OwnKeyTable read(std::move(bytes));
    table.get([&] { return std::move(read); });
  });
}

Lookup::Lookup() : tables_(std::make_unique<Tables>()) {}
Lookup::Lookup(const Lookup&) : Lookup() {}
Lookup::Lookup(Lookup&&) noexcept = default;
Lookup& Lookup::operator=(const Lookup&) {
  tables_ = std::make_unique<Tables>();
  return *this;
}
Lookup& Lookup::operator=(Lookup&&) noexcept = default;
Lookup::~Lookup() = default;

const Field* Schema::find_field(std::string_view field_id) const { return find(fields, field_id); }
const Category* Schema::find_category(std::string_view category_id) const {
  return find(categories, category_id);
}
const Unit* Schema::find_unit(std::string_view unit_id) const { return find(units, unit_id); }

const Category* Schema::match_category(std::string_view text) const {
  return match(categories, lookup.tables().categories.get([&] { return spellings_of(categories); }),
               text);
}
const Choice* Schema::match_nature(std::string_view text) const {
  return match(natures, lookup.tables().natures.get([&] { return spellings_of(natures); }), text);
}
const Choice* Schema::match_channel(std::string_view text) const {
  return match(channels, lookup.tables().channels.get([&] { return spellings_of(channels); }),
               text);
}
const Source* Schema::match_source(std::string_view text) const {
  return match(sources, lookup.tables().sources.get([&] { return spellings_of(sources); }), text);
}

const Profile* Schema::match_profile(std::string_view text) const {
  const std::string wanted = base::fold(text);
  const Profile* found = nullptr;
  for (const Profile& profile : profiles) {
    std::vector<std::string> spellings{profile.id, profile.label.zh, profile.label.en};
    spellings.insert(spellings.end(), profile.also.begin(), profile.also.end());
    const bool is_named =
        std::any_of(spellings.begin(), spellings.end(),
                    [&](const std::string& spelling) { return base::fold(spelling) == wanted; });
    if (!is_named) continue;
    if (found != nullptr) return nullptr;
    found = &profile;
  }
  return found;
}

const ProfileColumn* Profile::find(std::string_view field) const {
  const auto column = std::find_if(columns.begin(), columns.end(),
                                   [&](const ProfileColumn& one) { return one.field == field; });
  return column == columns.end() ? nullptr : &*column;
}

const Choice* Schema::match_choice(const Field& field, std::string_view text) const {
  const OwnKeyTable& choices = lookup.tables().choices.get([&] { return choices_of(fields); });
  return only_one(field.choices, choices.places(choice_prefix(field.id) + base::fold(text)));
}

std::vector<const Field*> Schema::match_heading(std::string_view heading) const {
  const OwnKeyTable& headings = lookup.tables().headings.get([&] { return headings_of(fields); });
  std::vector<const Field*> found;
  for (const std::size_t place : headings.places(base::heading_key(heading))) {
    found.push_back(&at(fields, place));
  }
  return found;
}

bool Schema::refuses_heading(std::string_view heading) const {
  const auto& refused = lookup.tables().refused.get(
      [&] { return std::vector<Starred>(refused_headings.begin(), refused_headings.end()); });
  const std::string key = base::heading_key(heading);
  return std::any_of(refused.begin(), refused.end(),
                     [&](const Starred& one) { return one.matches(key); });
}

const Route* Schema::route_for(const Category& category) const {
  if (category.route) return &*category.route;
  const Category* parent = find_category(category.parent);
  return parent != nullptr && parent->route ? &*parent->route : nullptr;
}

bool Schema::needs_evidence(const Category& category) const {
  if (category.evidence) return *category.evidence;
  const Category* parent = find_category(category.parent);
  return parent != nullptr && parent->evidence.value_or(false);
}

}  // namespace minqing::schema
