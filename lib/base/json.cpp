// SPDX-License-Identifier: MIT
// Values and writing; json_parse.cpp reads.

#include "lib/base/json.hpp"

#include <fmt/format.h>

#include "lib/base/json_plain.hpp"
#include "lib/base/json_stream.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

constexpr int kDeepest = 64;

template <class T, class V>
auto& get(V& value, const char* wanted) {
  auto* found = std::get_if<T>(&value);
  if (found == nullptr) throw JsonError(fmt::format("JSON value is not {}", wanted));
  return *found;
}

void append_escape(std::string& out, unsigned char byte) {
  static constexpr std::string_view kShort = "\"\"\\\\\bb\ff\nn\rr\tt";
  for (std::size_t i = 0; i < kShort.size(); i += 2) {
    if (static_cast<unsigned char>(kShort[i]) != byte) continue;
    out += '\\';
    out += kShort[i + 1];
    return;
  }
  static constexpr char kHex[] = "0123456789abcdef";
  out += "\\u00";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

void append_value(std::string& out, const Json& value, int depth);

void append_array(std::string& out, const Json::Array& items, int depth) {
  out += '[';
  for (const Json& item : items) {
    if (&item != &items.front()) out += ',';
    append_value(out, item, depth);
  }
  out += ']';
}

void append_object(std::string& out, const Json::Object& members, int depth) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : members) {
    if (!first) out += ',';
    first = false;
    append_json_string(out, key);
    out += ':';
    append_value(out, value, depth);
  }
  out += '}';
}

void append_value(std::string& out, const Json& value, int depth) {
  if (value.is_string()) return append_json_string(out, value.as_string());
  bool has_levels = value.is_object() || value.is_array();
  if (has_levels && depth == kDeepest) throw JsonError("JSON value has more than 64 levels");
  if (value.is_int()) {
    fmt::format_int digits(value.as_int());
    out.append(digits.data(), digits.size());
  } else if (value.is_object()) {
    append_object(out, value.as_object(), depth + 1);
  } else if (value.is_array()) {
    append_array(out, value.as_array(), depth + 1);
  } else if (value.is_bool()) {
    out += value.as_bool() ? "true" : "false";
  } else {
    out += "null";
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  // What could not be read again must not be written.
  if (!is_valid_utf8(text)) throw JsonError("text is not valid UTF-8");
  out += '"';
  while (!text.empty()) {
    const std::size_t plain = plain_json_length(text);
    out.append(text, 0, plain);
    if (plain == text.size()) break;
    append_escape(out, static_cast<unsigned char>(text[plain]));
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

bool Json::as_bool() const { return get<bool>(value_, "true or false"); }
std::int64_t Json::as_int() const { return get<std::int64_t>(value_, "an integer"); }
const std::string& Json::as_string() const { return get<std::string>(value_, "a string"); }
const Json::Array& Json::as_array() const { return get<Array>(value_, "an array"); }
Json::Array& Json::as_array() { return get<Array>(value_, "an array"); }
const Json::Object& Json::as_object() const { return get<Object>(value_, "an object"); }
Json::Object& Json::as_object() { return get<Object>(value_, "an object"); }

const Json* Json::find(std::string_view key) const {
  const Object& members = as_object();
  auto found = members.find(key);
  return found == members.end() ? nullptr : &found->second;
}

const Json& Json::at(std::string_view key) const {
  const Json* found = find(key);
  if (found == nullptr) throw JsonError(fmt::format("JSON object has no key '{}'", key));
  return *found;
}

Json& Json::set(std::string key, Json value) {
  as_object().insert_or_assign(std::move(key), std::move(value));
  return *this;
}

void Json::push(Json value) { as_array().push_back(std::move(value)); }

std::string Json::dump() const {
  std::string out;
  append_value(out, *this, 0);
  return out;
}

}  // namespace minqing::base
