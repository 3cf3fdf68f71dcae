// SPDX-License-Identifier: MIT
// One description of a struct's fields serves every walk over it: writing JSON, reading JSON,
// finding what has to be sealed. A struct offers
//
//   template <class Self, class Visit> static void describe(Self& self, Visit&& visit) {
//     visit("unit", self.unit);
//     …
//   }
//
// Absent ≠ empty: an std::optional that holds nothing writes no key; everything else always does.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lib/base/digest.hpp"
#include "lib/base/json.hpp"
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
inline base::Json encode(const Personal& value) {
  if (!value.is_sealed()) return value.plain;
  return value.key_id + "." + base::to_base64(value.sealed);
}
inline base::Json encode(const std::string& value) { return value; }
inline base::Json encode(bool value) { return value; }
inline base::Json encode(int value) { return value; }
inline base::Json encode(std::int64_t value) { return value; }
inline base::Json encode(const base::Date& value) { return base::to_string(value); }
inline base::Json encode(const base::Moment& value) { return base::to_string(value); }
inline base::Json encode(const calendar::Limit& value) { return calendar::to_string(value); }
inline base::Json encode(const base::Text& value) {
  base::Json out = base::Json::object();
  out.set("en", value.en);
  out.set("zh", value.zh);
  return out;
}
template <class E>
requires std::is_enum_v<E> base::Json encode(E value) { return std::string(id_of(value)); }
template <Described T>
base::Json encode(const T& value);
template <class T>
base::Json encode(const std::vector<T>& values) {
  base::Json out = base::Json::array();
  for (const T& value : values) out.push(encode(value));
  return out;
}
template <class T>
base::Json encode(const std::map<std::string, T>& values) {
  base::Json out = base::Json::object();
  for (const auto& [key, value] : values) out.set(key, encode(value));
  return out;
}

struct Encoder {
  base::Json out = base::Json::object();

  template <class T>
  void operator()(std::string_view name, const std::optional<T>& value) {
    if (value) out.set(std::string(name), encode(*value));
  }
  template <class T>
  void operator()(std::string_view name, const T& value) {
    out.set(std::string(name), encode(value));
  }
};

template <Described T>
base::Json encode(const T& value) {
  Encoder encoder;
  T::describe(value, encoder);
  return std::move(encoder.out);
}

// Reading -------------------------------------------------------------------------------------

[[noreturn]] void fail_decoding(std::string_view what);
/// For kinds, fields and words that this program does not know: they are only ever added, so a
/// newer one wrote them. Throws Error(version).
[[noreturn]] void fail_newer(std::string_view what);

void decode(const base::Json& json, Personal& out);
void decode(const base::Json& json, base::Date& out);
void decode(const base::Json& json, base::Moment& out);
void decode(const base::Json& json, calendar::Limit& out);
void decode(const base::Json& json, base::Text& out);
inline void decode(const base::Json& json, std::string& out) { out = json.as_string(); }
inline void decode(const base::Json& json, bool& out) { out = json.as_bool(); }
inline void decode(const base::Json& json, int& out) { out = static_cast<int>(json.as_int()); }
inline void decode(const base::Json& json, std::int64_t& out) { out = json.as_int(); }
template <class E>
requires std::is_enum_v<E>
void decode(const base::Json& json, E& out) {
  const auto table = words(E{});
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].id == json.as_string()) {
      out = static_cast<E>(i);
      return;
    }
  }
  fail_newer(json.as_string());
}
template <Described T>
void decode(const base::Json& json, T& out);
template <class T>
void decode(const base::Json& json, std::vector<T>& out) {
  for (const base::Json& item : json.as_array()) decode(item, out.emplace_back());
}
template <class T>
void decode(const base::Json& json, std::map<std::string, T>& out) {
  for (const auto& [key, value] : json.as_object()) decode(value, out[key]);
}

struct Decoder {
  const base::Json& in;
  std::size_t seen = 0;

  template <class T>
  void operator()(std::string_view name, std::optional<T>& value) {
    if (const base::Json* found = in.find(name)) {
      ++seen;
      decode(*found, value.emplace());
    }
  }
  template <class T>
  void operator()(std::string_view name, T& value) {
    ++seen;
    decode(in.at(name), value);
  }
};

/// A key that the struct does not describe comes from a newer program and is refused.
template <Described T>
void decode(const base::Json& json, T& out) {
  Decoder decoder{json};
  T::describe(out, decoder);
  if (decoder.seen != json.as_object().size()) fail_newer("unknown field");
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
