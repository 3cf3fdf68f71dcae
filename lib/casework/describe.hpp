// SPDX-License-Identifier: MIT
// One description of a struct's fields serves every walk over it: writing JSON, reading JSON,
// finding what has to be sealed. A struct offers
//
//   template <class Self, class Visit> static void describe(Self& self, Visit&& visit) {
//     visit("unit", self.unit);
//     …
//   }
//
// with the fields in the order of their names, in which they are written and read.
// Absent ≠ empty: an std::optional that holds nothing writes no key; everything else always does.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lib/base/digest.hpp"
#include "lib/base/json_stream.hpp"
#include "lib/base/time.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/casework/personal.hpp"
#include "lib/casework/vocabulary.hpp"

namespace minqing::casework {

template <class T>
concept Described = requires(T& value) {
  T::describe(value, [](std::string_view, auto&) {});
};

// Writing -------------------------------------------------------------------------------------

/// Personal text is written sealed (`key id.base64`); while it is plain it is written as it is,
/// which only the keyed digest of a request may use.
inline void encode(base::JsonWriter& out, const Personal& value) {
  if (!value.is_sealed()) return out.string(value.plain);
  out.string(value.key_id + "." + base::to_base64(value.sealed));
}
inline void encode(base::JsonWriter& out, const std::string& value) { out.string(value); }
inline void encode(base::JsonWriter& out, bool value) { out.boolean(value); }
inline void encode(base::JsonWriter& out, int value) { out.integer(value); }
inline void encode(base::JsonWriter& out, std::int64_t value) { out.integer(value); }
inline void encode(base::JsonWriter& out, const base::Date& value) {
  out.string(base::to_string(value));
}
inline void encode(base::JsonWriter& out, const base::Moment& value) {
  out.string(base::to_string(value));
}
inline void encode(base::JsonWriter& out, const calendar::Limit& value) {
  out.string(calendar::to_string(value));
}
inline void encode(base::JsonWriter& out, const base::Text& value) {
  out.begin_object();
  out.key("en");
  out.string(value.en);
  out.key("zh");
  out.string(value.zh);
  out.end_object();
}
template <class E>
requires std::is_enum_v<E>
void encode(base::JsonWriter& out, E value) { out.string(id_of(value)); }
template <Described T>
void encode(base::JsonWriter& out, const T& value);
template <class T>
void encode(base::JsonWriter& out, const std::vector<T>& values) {
  out.begin_array();
  for (const T& value : values) encode(out, value);
  out.end_array();
}
template <class T>
void encode(base::JsonWriter& out, const std::map<std::string, T>& values) {
  out.begin_object();
  for (const auto& [key, value] : values) {
    out.key(key);
    encode(out, value);
  }
  out.end_object();
}

struct Encoder {
  base::JsonWriter& out;

  template <class T>
  void operator()(std::string_view name, const std::optional<T>& value) {
    if (value) (*this)(name, *value);
  }
  template <class T>
  void operator()(std::string_view name, const T& value) {
    out.key(name);
    encode(out, value);
  }
};

template <Described T>
void encode(base::JsonWriter& out, const T& value) {
  out.begin_object();
  T::describe(value, Encoder{out});
  out.end_object();
}

/// The canonical text.
template <class T>
std::string to_json(const T& value) {
  base::JsonWriter out;
  encode(out, value);
  return out.take();
}

// Reading -------------------------------------------------------------------------------------

[[noreturn]] void fail_decoding(std::string_view what);
/// For kinds, fields and words that this program does not know: they are only ever added, so a
/// newer one wrote them. Throws Error(version).
[[noreturn]] void fail_newer(std::string_view what);
/// A field that must be there and does not come next.
[[noreturn]] void fail_missing(const base::JsonReader& in, std::string_view name);

void decode(base::JsonReader& in, Personal& out);
void decode(base::JsonReader& in, base::Date& out);
void decode(base::JsonReader& in, base::Moment& out);
void decode(base::JsonReader& in, calendar::Limit& out);
void decode(base::JsonReader& in, base::Text& out);
inline void decode(base::JsonReader& in, std::string& out) { out = in.string(); }
inline void decode(base::JsonReader& in, bool& out) { out = in.boolean(); }
inline void decode(base::JsonReader& in, int& out) { out = static_cast<int>(in.integer()); }
inline void decode(base::JsonReader& in, std::int64_t& out) { out = in.integer(); }
template <class E>
requires std::is_enum_v<E>
void decode(base::JsonReader& in, E& out) {
  const std::string word = in.string();
  const auto table = words(E{});
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].id == word) {
      out = static_cast<E>(i);
      return;
    }
  }
  fail_newer(word);
}
template <Described T>
void decode(base::JsonReader& in, T& out);
template <class T>
void decode(base::JsonReader& in, std::vector<T>& out) {
  in.begin_array();
  while (in.next_item()) decode(in, out.emplace_back());
}
template <class T>
void decode(base::JsonReader& in, std::map<std::string, T>& out) {
  in.begin_object();
  while (auto key = in.next_key()) {
    if (!out.empty() && *key <= out.rbegin()->first) fail_decoding("keys out of order");
    decode(in, out.emplace_hint(out.end(), *std::move(key), T{})->second);
  }
}

struct Decoder {
  base::JsonReader& in;

  template <class T>
  void operator()(std::string_view name, std::optional<T>& value) {
    if (in.take_key(name)) decode(in, value.emplace());
  }
  template <class T>
  void operator()(std::string_view name, T& value) {
    if (!in.take_key(name)) fail_missing(in, name);
    decode(in, value);
  }
};

/// A key that the struct does not describe comes from a newer program and is refused.
template <Described T>
void decode(base::JsonReader& in, T& out) {
  in.begin_object();
  T::describe(out, Decoder{in});
  if (!in.peek_key().empty()) fail_newer("unknown field");
  in.end_object();
}

/// From canonical bytes.
template <class T>
void from_json(std::string_view bytes, T& out) {
  base::JsonReader in(bytes);
  decode(in, out);
  in.end();
}

// Personal text -------------------------------------------------------------------------------

/// Calls `act(field name, Personal&)` for each personal text in `value`, at any depth.
template <class Act>
struct PersonalWalk {
  Act& act;
  std::string_view instead = {};

  std::string_view renamed(std::string_view name) const { return instead.empty() ? name : instead; }

  void operator()(std::string_view name, Personal& value) { act(renamed(name), value); }
  template <Described T>
  void operator()(std::string_view, T& value) {
    // An amendment holds the text of another struct's field, sealed for that field's name.
    if constexpr (requires { value.personal_name(); }) {
      PersonalWalk<Act> walk{act, value.personal_name()};
      T::describe(value, walk);
    } else {
      T::describe(value, *this);
    }
  }
  template <class T>
  void operator()(std::string_view name, std::optional<T>& value) {
    if (value) (*this)(name, *value);
  }
  template <class T>
  void operator()(std::string_view name, std::vector<T>& values) {
    for (T& value : values) (*this)(name, value);
  }
  template <class T>
  void operator()(std::string_view, std::map<std::string, T>& values) {
    for (auto& [key, value] : values) (*this)(key, value);
  }
  template <class T>
  void operator()(std::string_view, T&) {}
};

template <Described T, class Act>
void for_each_personal(T& value, Act act) {
  PersonalWalk<Act> walk{act};
  walk({}, value);
}

}  // namespace minqing::casework
