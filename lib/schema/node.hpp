// SPDX-License-Identifier: MIT
// What stands in a file, before it means anything: maps with their keys in order, lists, and words
// as they were typed. YAML files and CSV tables both become such trees, so that one reader serves
// both. Nothing is typed here: `no`, `010` and `2026-11-22` are the letters that stand there.

#pragma once

#include "lib/schema/problems.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

struct Entry;

struct Node {
  enum class Kind { null, scalar, list, map };

  Kind kind = Kind::null;
  bool quoted = false;  ///< in quotes or a block of text, so certainly meant as text
  Position at;
  std::string text;            ///< of a scalar
  std::vector<Node> items;     ///< of a list
  std::vector<Entry> entries;  ///< of a map, in order, keys unique

  bool is_map() const { return kind == Kind::map; }
  bool is_list() const { return kind == Kind::list; }
  bool is_scalar() const { return kind == Kind::scalar; }
  /// The value of a key, or null.
  const Node* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Position at;
  Node value;
};

/// What a file may hold at most: far more than a schema needs, little enough for any machine.
constexpr std::size_t kMaxFileBytes = 4U << 20U;
constexpr std::size_t kMaxNodes = 100'000;
constexpr int kMaxDepth = 64;

}  // namespace minqing::schema
