// SPDX-License-Identifier: MIT
// How a part of a schema is read: the reader states its keys, one a line, and what they accept.
//
//   MapReader map(node, reading);
//   map.yes_no("checker_not_handler", guards.checker_not_handler);
//   map.number("callback_attempts", 1, 20, guards.callback_attempts);
//
// A key that is absent leaves the value as it is; a key that is wrong adds a problem and leaves it
// too, so that reading goes on and finds the next one. Keys that nobody asked for are problems.

#pragma once

#include "lib/base/word.hpp"
#include "lib/calendar/limit.hpp"
#include "lib/schema/files.hpp"
#include "lib/schema/headings.hpp"
#include "lib/schema/names.hpp"
#include "lib/schema/node.hpp"
#include "lib/schema/plain_words.hpp"
#include "lib/schema/problems.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// What the readers of one schema share.
struct Reading {
  Files& files;
  Names& names;
  Headings& headings;
  Problems& problems;
};

class MapReader {
 public:
  /// Anything but a map is a problem and then has no keys.
  MapReader(const Node& node, Reading& reading);
  /// Adds a problem for each key that nobody asked for.
  ~MapReader();
  MapReader(const MapReader&) = delete;
  MapReader& operator=(const MapReader&) = delete;

  /// The value of a key, or null. A key without a value is a problem.
  const Node* find(std::string_view key);
  /// As find, but a missing key is a problem.
  const Node* need(std::string_view key);
  /// As find, but a word that names a file stands for what is in it.
  std::optional<Node> find_included(std::string_view key);

  void text(std::string_view key, std::string& value, Bare bare = Bare::refused);
  void id(std::string_view key, std::string& value);
  /// One text for both languages, or `{zh: …, en: …}`.
  void label(std::string_view key, base::Text& value);
  void words(std::string_view key, std::vector<std::string>& value);
  void yes_no(std::string_view key, bool& value);
  void number(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t& value);
  void number(std::string_view key, int least, int most, int& value);
  void limit(std::string_view key, calendar::Limit& value);
  void limit(std::string_view key, std::optional<calendar::Limit>& value);
  /// The id of one of the program's words.
  void word(std::string_view key, std::span<const base::Word> among, std::string& value);
  /// As word, for an enumeration in the order of the words.
  template <class E>
  void choice(std::string_view key, std::span<const base::Word> among, E& value) {
    if (const auto index = word_index(key, among)) value = static_cast<E>(*index);
  }
  /// A text that `parse` understands; `accepted` describes it.
  template <class T>
  void parsed(std::string_view key, T& value,
              const std::function<std::optional<T>(std::string_view)>& parse,
              const base::Text& accepted) {
    const Node* node = find_scalar(key);
    if (node == nullptr) return;
    if (std::optional<T> result = parse(node->text)) {
      value = *std::move(result);
    } else {
      refuse(*node, key, accepted);
    }
  }

  Position at() const { return node_.at; }
  /// Where the value of a key stands; the map itself when there is none.
  Position at(std::string_view key) const;

 private:
  const Node* find_scalar(std::string_view key);
  std::optional<std::size_t> word_index(std::string_view key, std::span<const base::Word> among);
  void refuse(const Node& node, std::string_view key, const base::Text& accepted);

  const Node& node_;
  Reading& reading_;
  std::vector<std::string> asked_;
};

/// Adds that there is no such key, with the nearest of the known ones or all.
void add_unknown_key(const Entry& entry, const std::vector<std::string>& known, Problems& problems);
/// Adds that the word cannot be used, with the nearest accepted one or all.
void add_unknown_value(Position at, std::string_view key, std::string_view word,
                       std::span<const base::Word> among, Problems& problems);

}  // namespace minqing::schema
