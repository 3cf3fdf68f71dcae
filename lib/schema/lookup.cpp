// SPDX-License-Identifier: MIT
#include "lib/schema/lookup.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/schema.hpp"
#include "lib/schema/starred.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace minqing::schema {
namespace {

/// Position by folded spelling; kSeveral where two things answer to it.
using Spellings = std::unordered_map<std::string, std::size_t>;
constexpr std::size_t kSeveral = static_cast<std::size_t>(-1);

void add_spelling(Spellings& spellings, const std::string& word, std::size_t index) {
  if (word.empty()) return;
  const auto [known, is_new] = spellings.emplace(base::fold(word), index);
  if (!is_new && known->second != index) known->second = kSeveral;
}

/// Works for everything with id, label and also.
template <class T>
Spellings spellings_of(const std::vector<T>& things) {
  Spellings spellings;
  for (std::size_t i = 0; i < things.size(); ++i) {
    add_spelling(spellings, things[i].id, i);
    add_spelling(spellings, things[i].label.zh, i);
    add_spelling(spellings, things[i].label.en, i);
    for (const std::string& word : things[i].also) add_spelling(spellings, word, i);
  }
  return spellings;
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
const T* match_among(const std::vector<T>& things, const Spellings& spellings,
                     std::string_view text) {
  const auto found = spellings.find(base::fold(text));
  if (found == spellings.end() || found->second == kSeveral) return nullptr;
  return &things[found->second];
}

template <class T>
const T* match(const std::vector<T>& things, Lazy<Spellings>& lazy, std::string_view text) {
  return match_among(things, lazy.get([&] { return spellings_of(things); }), text);
}

/// By the id of the field.
using FieldSpellings = std::unordered_map<std::string, Spellings>;

FieldSpellings choices_of(const std::vector<Field>& fields) {
  FieldSpellings choices;
  for (const Field& field : fields) {
    if (!field.choices.empty()) choices.emplace(field.id, spellings_of(field.choices));
  }
  return choices;
}

template <class T>
const T* find(const std::vector<T>& things, std::string_view id) {
  const auto found =
      std::find_if(things.begin(), things.end(), [id](const T& thing) { return thing.id == id; });
  return found == things.end() ? nullptr : &*found;
}

using HeadingOwners = std::unordered_map<std::string, std::vector<std::size_t>>;

void add_owner(HeadingOwners& owners, const std::string& heading, std::size_t field) {
  std::vector<std::size_t>& fields = owners[base::heading_key(heading)];
  if (fields.empty() || fields.back() != field) fields.push_back(field);
}

HeadingOwners owners_of(const std::vector<Field>& fields) {
  HeadingOwners owners;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    add_owner(owners, fields[i].id, i);
    for (const std::string& heading : fields[i].headings) add_owner(owners, heading, i);
  }
  return owners;
}

}  // namespace

struct Lookup::Tables {
  Lazy<Spellings> categories;
  Lazy<Spellings> natures;
  Lazy<Spellings> channels;
  Lazy<Spellings> sources;
  Lazy<FieldSpellings> choices;
  Lazy<HeadingOwners> headings;
  Lazy<std::vector<Starred>> refused;
};

Lookup::Lookup() : tables_(std::make_unique<Tables>()) {}
Lookup::Lookup(const Lookup&) : Lookup() {}
Lookup& Lookup::operator=(const Lookup&) {
  tables_ = std::make_unique<Tables>();
  return *this;
}
Lookup::~Lookup() = default;

const Field* Schema::find_field(std::string_view field_id) const { return find(fields, field_id); }
const Category* Schema::find_category(std::string_view category_id) const {
  return find(categories, category_id);
}
const Unit* Schema::find_unit(std::string_view unit_id) const { return find(units, unit_id); }

const Category* Schema::match_category(std::string_view text) const {
  return match(categories, lookup.tables().categories, text);
}
const Choice* Schema::match_nature(std::string_view text) const {
  return match(natures, lookup.tables().natures, text);
}
const Choice* Schema::match_channel(std::string_view text) const {
  return match(channels, lookup.tables().channels, text);
}
const Source* Schema::match_source(std::string_view text) const {
  return match(sources, lookup.tables().sources, text);
}

const Choice* Schema::match_choice(const Field& field, std::string_view text) const {
  const FieldSpellings& spellings = lookup.tables().choices.get([&] { return choices_of(fields); });
  const auto own = spellings.find(field.id);
  return own == spellings.end() ? nullptr : match_among(field.choices, own->second, text);
}

std::vector<const Field*> Schema::match_heading(std::string_view heading) const {
  const HeadingOwners& owners = lookup.tables().headings.get([&] { return owners_of(fields); });
  std::vector<const Field*> found;
  const auto indexes = owners.find(base::heading_key(heading));
  if (indexes == owners.end()) return found;
  for (const std::size_t index : indexes->second) found.push_back(&fields[index]);
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
