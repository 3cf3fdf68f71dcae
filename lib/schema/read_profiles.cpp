// SPDX-License-Identifier: MIT
// Sheets of senders: which of their columns is which field, in their order and words.

#include "lib/base/utf8.hpp"
#include "lib/schema/readers.hpp"
#include "lib/schema/words.hpp"

#include <map>

namespace minqing::schema {
namespace {

constexpr std::size_t kMostProfileColumns = 100;

/// The scope of the ids that the schema defines itself; nothing for other fields.
std::optional<Scope> scope_of(std::string_view field) {
  if (field == "category") return category_scope();
  if (field == "nature") return nature_scope();
  if (field == "channel") return channel_scope();
  return std::nullopt;
}

/// A word that comes in has to mean one thing; what goes out may say the same of two.
bool is_read(std::string_view field) { return scope_of(field) || field == "urgency"; }

void read_words_of(const Node& node, ProfileColumn& column, Reading& reading) {
  const auto scope = scope_of(column.field);
  const auto among = profile_value_words(column.field);
  if (!scope && among.empty()) {
    reading.problems.add(
        node.at, "words",
        base::text("“{}”没有可以换的词", "'{}' has no words to put differently", column.field));
    return;
  }
  std::map<std::string, std::string> known;
  for (const Entry& entry : entries_of(node, reading)) {
    if (scope) {
      reading.names.refer(*scope, entry.key, entry.at, "words");
    } else if (!base::find_word(among, entry.key)) {
      add_unknown_value(entry.at, "words", entry.key, among, reading.problems);
    }
    const std::string word = read_text(entry.value, entry.key, reading.problems);
    const auto [first, is_new] = known.emplace(base::fold(word), entry.key);
    if (!is_new && is_read(column.field)) {
      reading.problems.add(
          entry.at, entry.key,
          base::text("“{}”已经是 {}，导入时分不清", "'{}' means {} already", word, first->second));
    }
    column.words[entry.key] = word;
  }
}

ProfileColumn read_profile_column(const Node& node, Reading& reading) {
  ProfileColumn column;
  MapReader map(node, reading);
  map.need("heading");
  map.text("heading", column.heading);
  map.word("field", profile_field_words(), column.field);
  map.text("value", column.value, Bare::welcome);
  if (const Node* words = map.find("words")) read_words_of(*words, column, reading);
  if (!column.value.empty() && !column.field.empty()) {
    reading.problems.add(
        map.at("value"), "value",
        {"有 field 的列由台账来填", "a column with a field is filled from the ledger"},
        {"两个键只留一个", "keep one of the two keys"});
  }
  return column;
}

void check_columns(const Node& node, const Profile& profile, Reading& reading) {
  std::map<std::string, bool> headings, fields;
  for (std::size_t i = 0; i < profile.columns.size(); ++i) {
    const ProfileColumn& column = profile.columns[i];
    const Position at = node.items[i].at;
    if (!headings.emplace(base::heading_key(column.heading), true).second) {
      reading.problems.add(at, "heading",
                           base::text("“{}”写了两次", "'{}' stands twice", column.heading));
    }
    if (!column.field.empty() && !fields.emplace(column.field, true).second) {
      reading.problems.add(at, "field", base::text("{} 写了两次", "{} stands twice", column.field));
    }
  }
  if (profile.find("source_no") == nullptr) {
    reading.problems.add(node.at, "columns",
                         {"没有 field: source_no 的列，认不出是哪一件",
                          "no column has 'field: source_no', which tells one matter from another"});
  }
}

}  // namespace

std::vector<Profile> read_profiles(const Node& node, Reading& reading) {
  std::vector<Profile> profiles;
  const Scope scope = profile_scope();
  for (const Entry& entry : entries_of(node, reading)) {
    Profile profile;
    profile.id = entry.key;
    check_id(entry, reading);
    MapReader map(entry.value, reading);
    map.need("label");
    map.need("source");
    map.label("label", profile.label);
    map.words("also", profile.also);
    map.id("source", profile.source);
    if (!profile.source.empty()) {
      reading.names.refer(source_scope(), profile.source, map.at("source"), "source");
    }
    if (const Node* columns = map.need("columns")) {
      for (const Node& column : items_of(*columns, kMostProfileColumns, reading)) {
        profile.columns.push_back(read_profile_column(column, reading));
      }
      if (columns->items.size() == profile.columns.size()) {
        check_columns(*columns, profile, reading);
      }
    }
    reading.names.define(scope, profile.id, entry.at, reading.problems);
    reading.names.spell(scope, profile.id, profile.label.zh, entry.at);
    reading.names.spell(scope, profile.id, profile.label.en, entry.at);
    for (const std::string& word : profile.also) {
      reading.names.spell(scope, profile.id, word, entry.at);
    }
    profiles.push_back(std::move(profile));
  }
  return profiles;
}

}  // namespace minqing::schema
