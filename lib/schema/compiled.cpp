// SPDX-License-Identifier: MIT
// The compiled form. A member that equals the one of a blank object is left out, so a change of a
// default changes what old compiled forms mean; that is why a ledger uses those of its own program
// version only and otherwise compiles the stored text again.

#include "lib/base/word.hpp"
#include "lib/schema/describe.hpp"
#include "lib/schema/words.hpp"

#include <limits>
#include <type_traits>
#include <utility>

namespace minqing::schema {
namespace {

using base::Json;

std::span<const base::Word> words_of(FieldType) { return field_type_words(); }
std::span<const base::Word> words_of(Personal) { return personal_words(); }
std::span<const base::Word> words_of(ClockStart) { return clock_start_words(); }

template <class T>
Json encode(const T& value);

Json encode(const base::Text& text) {
  if (text.zh == text.en) return text.zh;
  return Json::Array{text.zh, text.en};
}
Json encode(const std::string& text) { return text; }
Json encode(const calendar::Limit& limit) { return calendar::to_string(limit); }
Json encode(const calendar::OfficeHours& hours) { return calendar::to_string(hours); }

template <class T>
Json encode(const std::vector<T>& values) {
  Json::Array array;
  array.reserve(values.size());
  for (const T& value : values) array.push_back(encode(value));
  return array;
}

template <class T>
Json encode(const std::optional<T>& value) {
  return value ? encode(*value) : Json();
}

template <class T>
Json encode(const std::map<std::string, T>& values) {
  // Names of queries may be Chinese, and keys of canonical JSON are ASCII: pairs instead of an
  // object.
  Json::Array pairs;
  for (const auto& [key, value] : values) pairs.push_back(Json::Array{key, encode(value)});
  return pairs;
}

class Writer {
 public:
  template <class T>
  void operator()(const char* name, const T& value) {
    object_.emplace(name, encode(value));
  }
  Json::Object take() { return std::move(object_); }

 private:
  Json::Object object_;
};

template <class T>
Json::Object all_members(T value) {
  Writer writer;
  describe(writer, value);
  return writer.take();
}

template <class T>
Json encode(const T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    return value;
  } else if constexpr (std::is_integral_v<T>) {
    return static_cast<std::int64_t>(value);
  } else if constexpr (std::is_enum_v<T>) {
    return base::word_of(words_of(value), value).id;
  } else {
    Json::Object members = all_members(value);
    for (const auto& [name, blank] : all_members(T{})) {
      if (members.at(name) == blank) members.erase(name);
    }
    return members;
  }
}

template <class T>
void decode(const Json& json, T& value);

void decode(const Json& json, std::string& text) { text = json.as_string(); }
void decode(const Json& json, base::Text& text) {
  if (json.is_string()) {
    text = base::same(json.as_string());
    return;
  }
  const Json::Array& both = json.as_array();
  if (both.size() != 2) throw base::JsonError("a text has two languages");
  text = {both[0].as_string(), both[1].as_string()};
}

template <class T>
T known(std::optional<T> value) {
  if (!value) throw base::JsonError("a value of a compiled schema cannot be read");
  return *std::move(value);
}

void decode(const Json& json, calendar::Limit& limit) {
  limit = known(calendar::parse_limit(json.as_string()));
}
void decode(const Json& json, calendar::OfficeHours& hours) {
  hours = known(calendar::OfficeHours::parse(json.as_string()));
}

template <class T>
void decode(const Json& json, std::vector<T>& values) {
  const Json::Array& array = json.as_array();
  values.assign(array.size(), T{});
  for (std::size_t i = 0; i < array.size(); ++i) decode(array[i], values[i]);
}

template <class T>
void decode(const Json& json, std::optional<T>& value) {
  if (json.is_null()) {
    value.reset();
  } else {
    decode(json, value.emplace());
  }
}

template <class T>
void decode(const Json& json, std::map<std::string, T>& values) {
  for (const Json& pair : json.as_array()) {
    if (pair.as_array().size() != 2) throw base::JsonError("a pair has a key and a value");
    decode(pair.as_array()[1], values[pair.as_array()[0].as_string()]);
  }
}

class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  template <class T>
  void operator()(const char* name, T& value) {
    if (const Json* member = json_.find(name)) decode(*member, value);
  }

 private:
  const Json& json_;
};

template <class T>
void decode(const Json& json, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    value = json.as_bool();
  } else if constexpr (std::is_integral_v<T>) {
    value = static_cast<T>(json.as_int());
    if (value != json.as_int()) throw base::JsonError("a number of a compiled schema is too large");
  } else if constexpr (std::is_enum_v<T>) {
    value = known(base::find_value<T>(words_of(value), json.as_string()));
  } else {
    Reader reader(json);
    describe(reader, value);
  }
}

}  // namespace

Json to_json(const Schema& schema) { return encode(schema); }

Schema from_json(const Json& json) {
  Schema schema;
  json.as_object();
  decode(json, schema);
  return schema;
}

}  // namespace minqing::schema
