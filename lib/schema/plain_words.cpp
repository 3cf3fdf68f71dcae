// SPDX-License-Identifier: MIT
#include "lib/schema/plain_words.hpp"

#include "lib/base/ascii.hpp"
#include "lib/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace minqing::schema {
namespace {

constexpr std::size_t kMaxIdLetters = 64;
constexpr int kShownColumns = 40;

/// Words of YAML 1.1 that are no text there.
constexpr std::array<std::string_view, 12> kReservedWords = {
    "true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ".nan", ".inf"};

bool consists_of(std::string_view word, std::string_view letters) {
  return word.find_first_not_of(letters) == std::string_view::npos;
}

/// Begins like a number and is written with what numbers, dates and times are written with.
bool looks_numeric(std::string_view word) {
  if (word.find_first_of("+-.") == 0) word.remove_prefix(1);
  if (word.empty() || !base::is_digit(word.front())) return false;
  if (word.starts_with("0x")) return consists_of(word.substr(2), "0123456789abcdefABCDEF_");
  return consists_of(word, "0123456789+-.,:_eEoTZ ");
}

}  // namespace

std::string shown(std::string_view text) { return base::fit(base::visible(text), kShownColumns); }

base::Text kind_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::null:
      return {"空值", "nothing"};
    case Node::Kind::list:
      return {"列表", "a list"};
    case Node::Kind::map:
      return {"一组键", "a map"};
    case Node::Kind::scalar:
      return base::text("“{}”", "'{}'", shown(node.text));
  }
  return {};
}

bool is_surprising(std::string_view word) {
  const std::string key = base::fold(word);
  return std::find(kReservedWords.begin(), kReservedWords.end(), key) != kReservedWords.end() ||
         looks_numeric(word);
}

bool is_id(std::string_view word) {
  return !word.empty() && word.size() <= kMaxIdLetters && word.front() >= 'a' &&
         word.front() <= 'z' && consists_of(word, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  if (digits.empty() || (digits.size() > 1 && digits.front() == '0')) return std::nullopt;
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stopped_at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || stopped_at != end) return std::nullopt;
  return value;
}

bool check_count(std::size_t count, std::size_t most, Position at, Problems& problems) {
  if (count <= most) return true;
  problems.add(at, {}, base::text("内容太多：最多 {} 项", "too much: at most {} items", most));
  return false;
}

std::string read_text(const Node& node, std::string_view key, Problems& problems, Bare bare) {
  if (!node.is_scalar()) {
    problems.add(node.at, std::string(key),
                 base::text("这里应是文字，却是{}", "text belongs here, not {}", kind_of(node)));
    return {};
  }
  const std::string_view text = base::trim(node.text);
  if (text.empty()) {
    problems.add(node.at, std::string(key), {"没有内容", "it is empty"});
  } else if (!node.quoted && bare == Bare::refused && is_surprising(text)) {
    problems.add(node.at, std::string(key),
                 base::text("“{}”不加引号时不一定当作文字",
                            "'{}' is not always read as text without quotes", shown(text)),
                 base::text("写成 \"{}\"", "write \"{}\"", shown(text)));
    return {};
  }
  return std::string(text);
}

std::vector<PlacedText> read_words(const Node& node, std::string_view key, Problems& problems,
                                   Bare bare) {
  std::vector<PlacedText> words;
  if (node.is_list()) {
    if (!check_count(node.items.size(), kMaxItems, node.at, problems)) return words;
    for (const Node& item : node.items) {
      std::string word = read_text(item, key, problems, bare);
      if (!word.empty()) words.push_back({std::move(word), item.at});
    }
    return words;
  }
  const std::string text = read_text(node, key, problems, bare);
  if (text.empty()) return words;
  for (const std::string_view part : base::split(text, '|')) {
    const std::string_view word = base::trim(part);
    if (word.empty()) {
      problems.add(node.at, std::string(key), {"“|”之间没有内容", "nothing between two '|'"});
    } else {
      words.push_back({std::string(word), node.at});
    }
  }
  return words;
}

}  // namespace minqing::schema
