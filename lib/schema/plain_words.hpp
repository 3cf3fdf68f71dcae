// SPDX-License-Identifier: MIT
// Single words of a file and what may stand for text. The schema types its values, so `no` in a
// label would be the word "no" to us; other readers of YAML would call it false. What others would
// not read as text must therefore stand in quotes.

#pragma once

#include "lib/base/text.hpp"
#include "lib/schema/node.hpp"
#include "lib/schema/problems.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// A word of the file in a message: cut when it is long, unseen characters made visible.
std::string shown(std::string_view text);
/// `'12'`, `a list`: for messages that say what stands where something else should.
base::Text kind_of(const Node& node);

/// True for plain words that YAML readers take for something else than text: `no`, `on`, `~`,
/// `010`, `1e3`, `2026-11-22`.
bool is_surprising(std::string_view word);
/// `[a-z][a-z0-9_]*`, at most 64 letters.
bool is_id(std::string_view word);
/// `12` or `-3` and nothing else: `010`, `1e3`, `1_000` and `0x10` mean different things to
/// different readers.
std::optional<std::int64_t> whole_number(std::string_view text);

/// Lists are walked against each other when they are checked, so they have an end.
constexpr std::size_t kMaxItems = 1000;
/// Adds a problem when there are more than `most`.
bool check_count(std::size_t count, std::size_t most, Position at, Problems& problems);

/// Whether a text may stand without quotes although it looks like a number or a date.
enum class Bare { refused, welcome };

/// The text of a scalar without blanks at its ends. Empty after a problem: not a scalar, nothing in
/// it, or in need of quotes.
std::string read_text(const Node& node, std::string_view key, Problems& problems,
                      Bare bare = Bare::refused);

struct PlacedText {
  std::string text;
  Position at;
};
/// The texts of a list, or of one text with `|` between them; at most kMaxItems.
std::vector<PlacedText> read_words(const Node& node, std::string_view key, Problems& problems,
                                   Bare bare = Bare::refused);

}  // namespace minqing::schema
