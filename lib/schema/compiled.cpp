// SPDX-License-Identifier: MIT
// The compiled form. A member that equals the one of a blank object is left out, so a change of a
// default changes what old compiled forms mean; that is why a ledger uses those of its own program
// version only and otherwise compiles the stored text again.

#include "lib/base/json_stream.hpp"
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
void decode(base::JsonReader& in, T& value);

void decode(base::JsonReader& in, std::string& text) { text = in.string(); }
void decode(base::JsonReader& in, base::Text& text) {
  if (in.at_string()) {
    text = base::same(in.string());
    return;
  }
  std::vector<std::string> both;
  in.begin_array();
  while (in.next_item()) both.push_back(in.string());
  if (both.size() != 2) throw base::JsonError("a text has two languages");
  text = {std::move(both[0]), std::move(both[1])};
}

template <class T>
T known(std::optional<T> value) {
  if (!value) throw base::JsonError("a value of a compiled schema cannot be read");
  return *std::move(value);
}

void decode(base::JsonReader& in, calendar::Limit& limit) {
  limit = known(calendar::parse_limit(in.string()));
}
void decode(base::JsonReader& in, calendar::OfficeHours& hours) {
  hours = known(calendar::OfficeHours::parse(in.string()));
}

template <class T>
void decode(base::JsonReader& in, std::vector<T>& values) {
  values.clear();
  in.begin_array();
  while (in.next_item()) decode(in, values.emplace_back());
}

template <class T>
void decode(base::JsonReader& in, std::optional<T>& value) {
  if (in.take_null()) {
    value.reset();
  } else {
    decode(in, value.emplace());
  }
}

template <class T>
void decode(base::JsonReader& in, std::map<std::string, T>& values) {
  in.begin_array();
  while (in.next_item()) {
    in.begin_array();
    if (!in.next_item()) throw base::JsonError("a pair has a key and a value");
    std::string key = in.string();
    if (!in.next_item()) throw base::JsonError("a pair has a key and a value");
    decode(in, values[std::move(key)]);
    if (in.next_item()) throw base::JsonError("a pair has a key and a value");
  }
}

/// Reads the one member whose name comes next.
class Reader {
 public:
  Reader(base::JsonReader& in, std::string_view name) : in_(in), name_(name) {}

  template <class T>
  void operator()(const char* name, T& value) {
    if (is_known_ || name_ != name) return;
    is_known_ = true;
    decode(in_, value);
  }
  bool is_known() const { return is_known_; }

 private:
  base::JsonReader& in_;
  std::string_view name_;
  bool is_known_ = false;
};

template <class T>
void decode(base::JsonReader& in, T& value) {
  if constexpr (std::is_same_v<T, bool>) {
    value = in.boolean();
  } else if constexpr (std::is_integral_v<T>) {
    const std::int64_t number = in.integer();
    value = static_cast<T>(number);
    if (value != number) throw base::JsonError("a number of a compiled schema is too large");
  } else if constexpr (std::is_enum_v<T>) {
    value = known(base::find_value<T>(words_of(value), in.string()));
  } else {
    in.begin_object();
    while (auto name = in.next_key()) {
      Reader reader(in, *name);
      describe(reader, value);
      if (!reader.is_known()) in.skip();
    }
  }
}

}  // namespace

Json to_json(const Schema& schema) { return encode(schema); }

Schema from_json(std::string_view bytes) {
  base::JsonReader in(bytes);
  Schema schema;
  decode(in, schema);
  in.end();
  return schema;
}

}  // namespace minqing::schema
