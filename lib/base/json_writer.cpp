// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "lib/base/json_stream.hpp"

namespace minqing::base {

void JsonWriter::separate() {
  if (!is_first_) out_ += ',';
  is_first_ = false;
}

void JsonWriter::begin_object() {
  separate();
  out_ += '{';
  is_first_ = true;
  keys_.emplace_back();
}

void JsonWriter::end_object() {
  out_ += '}';
  is_first_ = false;
  keys_.pop_back();
}

void JsonWriter::begin_array() {
  separate();
  out_ += '[';
  is_first_ = true;
}

void JsonWriter::end_array() {
  out_ += ']';
  is_first_ = false;
}

void JsonWriter::key(std::string_view key) {
  const bool ascends = is_first_ || keys_.back() < key;
  if (!ascends) throw JsonError(fmt::format("key '{}' is out of order", key));
  keys_.back() = key;
  separate();
  append_json_string(out_, key);
  out_ += ':';
  is_first_ = true;
}

void JsonWriter::string(std::string_view value) {
  separate();
  append_json_string(out_, value);
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  const fmt::format_int digits(value);
  out_.append(digits.data(), digits.size());
}

void JsonWriter::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
}

}  // namespace minqing::base
