// SPDX-License-Identifier: MIT
// Canonical JSON (json.hpp) without the tree: events are written and read in the order of their
// keys, so that nothing has to be held, sorted or looked up.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/json.hpp"

namespace minqing::base {

/// Appends values to a text. Keys come in ascending order; anything else throws JsonError, as text
/// that is no valid UTF-8 does.
class JsonWriter {
 public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  /// Is kept until the object ends.
  void key(std::string_view key);
  void string(std::string_view value);
  void integer(std::int64_t value);
  void boolean(bool value);

  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
  bool is_first_ = true;  ///< nothing stands yet where the next value goes
  std::vector<std::string_view> keys_;
};

/// Reads values of known shape from canonical bytes. Whatever stands there instead throws
/// JsonError: another type, other order, a form that is not canonical.
class JsonReader {
 public:
  explicit JsonReader(std::string_view bytes);

  void begin_object();
  /// True, and its value comes next, when the object goes on with this key. Ask in ascending order;
  /// keys hold no character that is escaped.
  bool take_key(std::string_view key);
  /// The next key of an object of any keys, ascending; nothing at the end of the object.
  std::optional<std::string> next_key();
  /// The bytes of the next key, which is not taken; nothing at the end of the object.
  std::string_view peek_key() const;
  void end_object();
  void begin_array();
  /// False at the end of the array, which is then behind.
  bool next_item();
  bool at_string() const { return at_ < bytes_.size() && bytes_[at_] == '"'; }
  bool take_null();
  std::string string();
  std::int64_t integer();
  bool boolean();
  /// Passes over one value and returns its bytes, which are read later.
  std::string_view skip();
  /// Nothing follows.
  void end() const;

 private:
  [[noreturn]] void fail(std::string_view what) const;
  void need(char wanted);
  bool take(char wanted);
  void read_escape(std::string& text);
  void skip_string();

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_first_ = true;
};

/// Appends the text as a JSON string.
void append_json_string(std::string& out, std::string_view text);

}  // namespace minqing::base
