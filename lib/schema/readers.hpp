// SPDX-License-Identifier: MIT
// One reader for each subject of a schema. Each takes the node that stands at its key, adds
// problems to the reading, notes ids, spellings and headings, and returns what it could make of the
// node.

#pragma once

#include "lib/base/word.hpp"
#include "lib/schema/map_reader.hpp"
#include "lib/schema/schema.hpp"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace minqing::schema {

/// `fields`: fields of the program under their ids.
std::vector<Field> read_fields(const Node& node, Reading& reading);
/// `extra_fields`: the office's own ones.
std::vector<Field> read_extra_fields(const Node& node, Reading& reading);
/// The fields of the program that the schema does not mention, under their own labels.
void add_unmentioned_fields(std::vector<Field>& fields, const Headings& headings);

/// Choices under their ids, each a label or `{label: …, also: …}`. `among` holds the ids that may
/// be used; when it is empty any id may.
std::vector<Choice> read_choices(const Node& node, const Scope& scope,
                                 std::span<const base::Word> among, Reading& reading);

std::vector<Category> read_categories(const Node& node, Reading& reading);
/// Every category needs a route, its parent's, or the default unit; two levels and no more.
void check_categories(const Node& node, const Schema& schema, Reading& reading);

std::vector<Unit> read_units(const Node& node, Reading& reading);
std::vector<Area> read_areas(const Node& node, Reading& reading);

/// `rules_at`: where each of the rules stands.
Limits read_limits(const Node& node, std::vector<Position>& rules_at, Reading& reading);
/// A rule that an earlier one leaves nothing to.
void check_limit_rules(const std::vector<Position>& rules_at, const Schema& schema,
                       Reading& reading);

/// 延期; `limits.extension`.
Extension read_extension(const Node& node, Reading& reading);
Suspension read_suspension(const Node& node, Reading& reading);
/// The list of what waits for approval; what it leaves out needs none.
Requests read_requests(const Node& node, Reading& reading);
Approvers read_approvers(const Node& node, Reading& reading);
std::vector<Source> read_sources(const Node& node, Reading& reading);
/// Sheets of senders (`profiles`).
std::vector<Profile> read_profiles(const Node& node, Reading& reading);

Steps read_steps(const Node& node, Reading& reading);
Guards read_guards(const Node& node, Reading& reading);
Redo read_redo(const Node& node, Reading& reading);
Bulletin read_bulletin(const Node& node, Reading& reading);
/// 文号: `×政督〔{year}〕{number}号`, both places once.
void read_mark(MapReader& map, std::string& mark);
std::vector<Purpose> read_purposes(const Node& node, Reading& reading);
std::map<std::string, base::Text> read_state_labels(const Node& node, Reading& reading);
std::map<std::string, std::string> read_queries(const Node& node, Reading& reading);
std::vector<std::string> read_refused_headings(const Node& node, Reading& reading);

/// `forms`; after everything that their places may name.
std::vector<Form> read_forms(const Node& node, const Schema& schema, Reading& reading);

/// The whole of schema.yaml with everything it includes, cross-checked.
Schema read_schema(const Node& root, Reading& reading);

/// The words of a list under a key, each one of the program's and none twice.
std::vector<std::string> read_ids(MapReader& map, std::string_view key,
                                  std::span<const base::Word> among, Reading& reading);
std::vector<std::string> read_ids(const Node& node, std::string_view key,
                                  std::span<const base::Word> among, Reading& reading);
/// The entries of a map, at most kMaxItems; anything else is a problem and has none.
std::span<const Entry> entries_of(const Node& node, Reading& reading);
/// The items of a list; anything else, or more than `most`, is a problem and has none.
std::span<const Node> items_of(const Node& node, std::size_t most, Reading& reading);
/// Adds a problem when the key is no id.
bool check_id(const Entry& entry, Reading& reading);

}  // namespace minqing::schema
