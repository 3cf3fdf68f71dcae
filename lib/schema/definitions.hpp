// SPDX-License-Identifier: MIT
// The table-like parts of a schema: fields, categories, units, areas. All texts are as the schema's
// author typed them; matching folds them (lookup.hpp).

#pragma once

#include "lib/base/text.hpp"
#include "lib/calendar/limit.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// What kind of personal datum a field holds. `identity` is sealed under the key of an identity
/// entry, `text` under the text key, `none` is stored as it is.
enum class Personal { none, identity, text };

enum class FieldType { text, name, phone, address, date, duration, integer, choice, yes_no };

struct Choice {
  std::string id;
  base::Text label;
  std::vector<std::string> also;  ///< further spellings
};

/// A column of the ledger as people meet it: its label and the spreadsheet headings that mean it.
/// Field ids of the glossary (§3) are the program's; others are the schema's own extra fields.
struct Field {
  std::string id;
  base::Text label;
  FieldType type = FieldType::text;
  Personal personal = Personal::none;
  bool required = false;
  bool extra = false;                 ///< not one of the program's fields
  std::vector<std::string> headings;  ///< all that mean it, its labels among them
  std::vector<Choice> choices;
  std::string
      pattern;  ///< regular expression the whole value must match (pattern.hpp); may be empty
};

/// Where a category's issues go (派单目录).
struct Route {
  std::vector<std::string> units;  ///< the first leads, the others cooperate; empty when by_area
  bool by_area = false;            ///< 属地: the committee of the issue's village handles it
  bool not_below = false;          ///< 不得下派: must not be handed down to a village
};

struct Category {
  std::string id;
  std::string parent;  ///< empty for the first level
  base::Text label;
  std::vector<std::string> also;
  std::optional<Route> route;    ///< absent: the parent's; absent there too: the default queue
  bool confidential = false;     ///< e.g. 干部作风: identity hidden from the unit concerned
  std::optional<bool> evidence;  ///< 办结 needs a file or photo; absent: as the parent, else no
};

/// A unit (承办单位) that the preset brings along; the roster of the running ledger is made from
/// these and grows by `roster import`. The committees of villages are among them (committees.hpp).
struct Unit {
  std::string id;
  std::string name;
  std::vector<std::string> also;
  std::string kind;  ///< office, station, county_body, committee
  std::string area;  ///< code of the area a committee belongs to; else empty
};

/// Who sends matters down (来件单位): the hotline, the county.
struct Source {
  std::string id;
  base::Text label;
  std::vector<std::string> also;
  /// Our own deadline comes this long before the sender's, so that the answer can be written.
  std::optional<calendar::Limit> reserve;
};

/// One column of a sender's sheet. `words` are the sender's own for our ids (category, nature,
/// channel, urgency, status, result_kind, satisfaction); `value` is a text that always stands
/// there.
struct ProfileColumn {
  std::string heading;
  std::string field;  ///< of profile_field_words(); empty for what we neither read nor fill in
  std::map<std::string, std::string> words;
  std::string value;
};

/// 来件单位的表格: its columns, their order and its words, for both directions.
struct Profile {
  std::string id;
  base::Text label;
  std::vector<std::string> also;
  std::string source;  ///< id of the sender
  std::vector<ProfileColumn> columns;

  /// The column of a field; null when there is none.
  const ProfileColumn* find(std::string_view field) const;
};

struct Area {
  std::string code;
  std::string name;
  std::string parent;
  std::string level;  ///< county, township, village
  std::vector<std::string> also;
};

}  // namespace minqing::schema
