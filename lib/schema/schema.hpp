// SPDX-License-Identifier: MIT
// What a ledger's YAML says, typed and checked. States, events and guards are the program's and
// have names; the schema chooses steps, numbers and words: it is a choice, not a language. One
// Schema is made by load_schema (YAML, with positions for errors) or by unpack (the compiled
// form that the ledger keeps so that commands do not parse YAML).

#pragma once

#include "lib/base/text.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/schema/definitions.hpp"
#include "lib/schema/forms.hpp"
#include "lib/schema/lookup.hpp"
#include "lib/schema/policy.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

struct Schema {
  std::string id;       ///< township
  std::string version;  ///< the preset's own version, free text
  base::Text name;
  std::string language = "zh";
  int utc_offset_minutes = 480;
  int number_width = 5;       ///< RS2026-00017
  std::vector<Field> fields;  ///< all fields of the program, then the extra ones
  /// Headings that may mean several fields (domain §2.8); the importer decides by context.
  std::vector<std::string> headings_by_context;
  std::vector<Choice>
      natures;  ///< ids of the glossary: inquiry help complaint accusation suggestion
  std::vector<Choice> channels;
  std::vector<Source> sources;
  std::vector<Profile> profiles;
  std::vector<Category> categories;
  std::vector<Unit> units;
  std::vector<Area> areas;
  std::string default_unit;     ///< decides when no route is found (综合办)
  std::string default_nature;   ///< when neither given nor in the sheet
  std::string default_channel;  ///< likewise
  /// Columns dropped with a notice (domain §1.8, §6.2); `*收入*` means any heading with 收入 in it.
  std::vector<std::string> refused_headings;
  Limits limits;
  Steps steps;
  Guards guards;
  Redo redo;
  Suspension suspend;
  Requests requests;
  Approvers approvers;
  Bulletin bulletin;
  std::vector<Purpose> purposes;
  int retention_months = 24;
  std::map<std::string, base::Text> state_labels;  ///< other names for states
  std::map<std::string, std::string> queries;      ///< saved queries of this office, without @
  /// The papers to print. Not in the compiled form: no other command needs them, and each would
  /// have to read them.
  std::vector<Form> forms;

  /// Remembers folded spellings from the first match on: what is matched is not changed afterwards.
  Lookup lookup;

  const Field* find_field(std::string_view id) const;
  const Category* find_category(std::string_view id) const;
  const Unit* find_unit(std::string_view id) const;
  /// By id, label or further spelling (folded); null when there is none or several.
  const Category* match_category(std::string_view text) const;
  const Choice* match_nature(std::string_view text) const;
  const Choice* match_channel(std::string_view text) const;
  const Source* match_source(std::string_view text) const;
  const Profile* match_profile(std::string_view text) const;
  /// A choice of a field of this schema (urgency, satisfaction, status, extra fields).
  const Choice* match_choice(const Field& field, std::string_view text) const;
  /// The fields that a spreadsheet heading may mean, in the order of `fields`: none, one, or
  /// several when the heading is one of headings_by_context.
  std::vector<const Field*> match_heading(std::string_view heading) const;
  /// True for a column that is not to be taken in.
  bool refuses_heading(std::string_view heading) const;
  /// The category's own route or the parent's; null when none is given.
  const Route* route_for(const Category& category) const;
  /// Whether a result of this category needs evidence: its own word or the parent's.
  bool needs_evidence(const Category& category) const;
  /// The limit for handling, and which rule gave it in words (for the event and for --explain).
  struct Chosen {
    calendar::Limit limit;
    base::Text rule;
  };
  Chosen handling_limit(std::string_view nature, std::string_view urgency,
                        std::string_view category) const;
};

/// A schema with the exact text it was made of.
struct LoadedSchema {
  Schema schema;
  std::string text;  ///< all files in order, each after a line `--- path`, as stored in the event
};

/// `path` is a schema.yaml, a folder holding one, or (when it has no slash and no such file exists)
/// the name of a preset below `presets_dir`. Throws Rejected with every problem at file:line:column
/// (unknown key with the nearest right word, duplicate key, alias or anchor, wrong type, a category
/// without a route, a route to an unknown unit …), Error not_found when there is no such file.
LoadedSchema load_schema(const std::string& path, const std::string& presets_dir);
/// The same from the text stored in a `schema_applied` event. `show`: how its files are called in
/// messages; without it by their names.
Schema schema_from_text(const std::string& text,
                        const std::function<std::string(const std::string&)>& show = {});

/// The compiled form: everything in Schema but `forms`, for the ledger's cache. It belongs to one
/// build of the program. unpack throws base::PackedError.
std::string pack(const Schema& schema);
Schema unpack(std::string_view bytes);

}  // namespace minqing::schema
