// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>

#include "lib/base/json_plain.hpp"
#include "lib/base/json_stream.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {

namespace {

/// The escapes of canonical JSON: letter, and the byte it stands for.
constexpr std::string_view kLetters = "\"\\bfnrt";
constexpr std::string_view kMeanings = "\"\\\b\f\n\r\t";

}  // namespace

JsonReader::JsonReader(std::string_view bytes) : bytes_(bytes) {
  if (!is_valid_utf8(bytes_, &at_)) fail("not valid UTF-8");
}

void JsonReader::fail(std::string_view what) const {
  throw JsonError(fmt::format("byte {}: {}", at_, what));
}

bool JsonReader::take(char wanted) {
  if (at_ == bytes_.size() || bytes_[at_] != wanted) return false;
  ++at_;
  return true;
}

void JsonReader::need(char wanted) {
  if (!take(wanted)) fail(fmt::format("'{}' is missing", wanted));
}

void JsonReader::begin_object() {
  need('{');
  is_first_ = true;
}

void JsonReader::end_object() {
  need('}');
  is_first_ = false;
}

bool JsonReader::take_key(std::string_view key) {
  const std::size_t start = at_ + (is_first_ ? 0 : 1);
  const std::size_t end = start + key.size() + 3;  // "key":
  const bool is_there = end <= bytes_.size() && (is_first_ || bytes_[at_] == ',') &&
                        bytes_[start] == '"' && bytes_[end - 2] == '"' && bytes_[end - 1] == ':' &&
                        bytes_.compare(start + 1, key.size(), key) == 0;
  if (!is_there) return false;
  at_ = end;
  is_first_ = false;
  return true;
}

std::string_view JsonReader::peek_key() const {
  const std::size_t start = at_ + (is_first_ ? 0 : 1);
  if (start >= bytes_.size() || bytes_[start] != '"') return {};
  return bytes_.substr(start + 1, bytes_.find('"', start + 1) - start - 1);
}

std::optional<std::string> JsonReader::next_key() {
  if (take('}')) {
    is_first_ = false;
    return std::nullopt;
  }
  if (!is_first_) need(',');
  std::string key = string();
  need(':');
  return key;
}

void JsonReader::begin_array() {
  need('[');
  is_first_ = true;
}

bool JsonReader::next_item() {
  if (take(']')) {
    is_first_ = false;
    return false;
  }
  if (!is_first_) need(',');
  is_first_ = false;
  return true;
}

std::string JsonReader::string() {
  need('"');
  std::string text;
  for (;; ++at_) {
    const std::size_t plain = plain_json_length(bytes_.substr(at_));
    text.append(bytes_, at_, plain);
    at_ += plain;
    if (at_ == bytes_.size()) fail("a string is not closed");
    if (bytes_[at_] == '"') break;
    if (bytes_[at_] != '\\') fail("control character in a string");
    ++at_;
    read_escape(text);
  }
  ++at_;
  is_first_ = false;
  return text;
}

/// Leaves at the last character of the escape.
void JsonReader::read_escape(std::string& text) {
  if (at_ == bytes_.size()) fail("a string is not closed");
  if (const std::size_t letter = kLetters.find(bytes_[at_]); letter != std::string_view::npos) {
    text += kMeanings[letter];
    return;
  }
  // A control character that has no letter, in four lower-case digits.
  const std::string_view digits = bytes_.substr(at_, 5);
  unsigned value = 0x20;
  if (digits.starts_with("u00") && digits.size() == 5) {
    std::from_chars(digits.data() + 3, digits.data() + 5, value, 16);
  }
  const char byte = static_cast<char>(value);
  std::string canonical;
  append_json_string(canonical, {&byte, 1});
  if (value >= 0x20 || canonical.substr(2, 5) != digits) fail("an escape is not canonical");
  text += byte;
  at_ += 4;
}

std::int64_t JsonReader::integer() {
  std::int64_t number = 0;
  const char* from = bytes_.data() + at_;
  const auto read = std::from_chars(from, bytes_.data() + bytes_.size(), number);
  if (read.ec != std::errc()) fail("no integer");
  const fmt::format_int digits(number);
  const std::string_view taken(from, static_cast<std::size_t>(read.ptr - from));
  if (taken != std::string_view(digits.data(), digits.size())) fail("an integer is not canonical");
  at_ += taken.size();
  is_first_ = false;
  return number;
}

bool JsonReader::boolean() {
  is_first_ = false;
  for (const std::string_view word : {"true", "false"}) {
    if (!bytes_.substr(at_).starts_with(word)) continue;
    at_ += word.size();
    return word == "true";
  }
  fail("neither true nor false");
}

bool JsonReader::take_null() {
  if (!bytes_.substr(at_).starts_with("null")) return false;
  at_ += 4;
  is_first_ = false;
  return true;
}

void JsonReader::skip_string() {
  for (++at_;; ++at_) {
    if (at_ < bytes_.size()) at_ += plain_json_length(bytes_.substr(at_));
    if (at_ >= bytes_.size()) fail("a string is not closed");
    if (bytes_[at_] == '"') break;
    if (bytes_[at_] == '\\') ++at_;
  }
}

std::string_view JsonReader::skip() {
  const std::size_t from = at_;
  std::size_t depth = 0;
  for (; at_ < bytes_.size(); ++at_) {
    const char byte = bytes_[at_];
    const bool closes = byte == '}' || byte == ']';
    if (depth == 0 && (closes || byte == ',')) break;
    if (byte == '"') skip_string();
    if (byte == '{' || byte == '[') ++depth;
    if (closes) --depth;
  }
  is_first_ = false;
  return bytes_.substr(from, at_ - from);
}

void JsonReader::end() const {
  if (at_ != bytes_.size()) fail("something follows the value");
}

}  // namespace minqing::base
