// SPDX-License-Identifier: MIT
// Canonical JSON, the form in which events are hashed and stored: ASCII keys sorted bytewise, int64
// integers, no floats, text as typed (valid UTF-8, only `"` `\` and controls escaped), no white
// space. The same value always gives the same bytes.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace minqing::base {

class Json {
 public:
  using Array = std::vector<Json>;
  using Object = std::map<std::string, Json, std::less<>>;

  Json() : value_(nullptr) {}
  Json(std::nullptr_t) : value_(nullptr) {}
  Json(bool value) : value_(value) {}
  Json(int value) : value_(std::int64_t{value}) {}
  Json(std::int64_t value) : value_(value) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  static Json array() { return Json(Array{}); }
  static Json object() { return Json(Object{}); }

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
  bool is_bool() const { return std::holds_alternative<bool>(value_); }
  bool is_int() const { return std::holds_alternative<std::int64_t>(value_); }
  bool is_string() const { return std::holds_alternative<std::string>(value_); }
  bool is_array() const { return std::holds_alternative<Array>(value_); }
  bool is_object() const { return std::holds_alternative<Object>(value_); }

  /// Each throws JsonError when the value has another type.
  bool as_bool() const;
  std::int64_t as_int() const;
  const std::string& as_string() const;
  const Array& as_array() const;
  Array& as_array();
  const Object& as_object() const;
  Object& as_object();

  /// Object access: `find` gives null for a missing key, `at` throws JsonError, `set` adds or
  /// replaces and returns the object itself.
  const Json* find(std::string_view key) const;
  const Json& at(std::string_view key) const;
  Json& set(std::string key, Json value);
  void push(Json value);

  bool operator==(const Json&) const = default;

  /// The canonical bytes. Throws JsonError for what could not be read again: text that is no valid
  /// UTF-8, more than 64 levels.
  std::string dump() const;

 private:
  std::variant<std::nullptr_t, bool, std::int64_t, std::string, Array, Object> value_;
};

class JsonError : public std::exception {
 public:
  explicit JsonError(std::string what) : what_(std::move(what)) {}
  const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::string what_;
};

/// Reads one JSON value and nothing after it. Refuses duplicate keys, floats, integers beyond
/// int64, invalid UTF-8, lone surrogates, more than 64 levels. Throws JsonError with the byte
/// offset.
Json parse_json(std::string_view bytes);

/// As parse_json, and the bytes must be the canonical form of the value.
Json parse_canonical_json(std::string_view bytes);

}  // namespace minqing::base
