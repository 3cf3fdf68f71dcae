// SPDX-License-Identifier: MIT
#include "lib/base/utf8.hpp"
#include "lib/schema/readers.hpp"
#include "lib/schema/starred.hpp"

namespace minqing::schema {
namespace {

constexpr std::string_view kYear = "{year}";
constexpr std::string_view kNumber = "{number}";

bool take_once(std::string& text, std::string_view part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) return false;
  text.erase(at, part.size());
  return true;
}

/// `汝政督〔{year}〕{number}号`: both places once and no other braces.
std::optional<std::string> parse_mark(std::string_view text) {
  std::string rest(text);
  const bool complete = take_once(rest, kYear) && take_once(rest, kNumber);
  const bool clean = rest.find_first_of("{}") == std::string::npos;
  return complete && clean ? std::optional(std::string(text)) : std::nullopt;
}

}  // namespace

void read_mark(MapReader& map, std::string& mark) {
  map.parsed<std::string>("mark", mark, parse_mark,
                          {"含 {year} 和 {number} 各一次，如 ×政督〔{year}〕{number}号",
                           "with {year} and {number} once each, as in ×政督〔{year}〕{number}号"});
}

Bulletin read_bulletin(const Node& node, Reading& reading) {
  Bulletin bulletin;
  MapReader map(node, reading);
  map.need("title");
  map.label("title", bulletin.title);
  read_mark(map, bulletin.mark);
  map.text("issuer", bulletin.issuer);
  map.number("week_start", 1, 7, bulletin.week_start);
  map.number("top_categories", 1, 20, bulletin.top_categories);
  map.number("fairly_weight_percent", 0, 100, bulletin.fairly_weight_percent);
  map.number("on_time_floor", 0, 100, bulletin.on_time_floor);
  map.number("satisfaction_floor", 0, 100, bulletin.satisfaction_floor);
  map.number("small_number", 0, 100, bulletin.small_number);
  map.words("next_steps", bulletin.next_steps);
  return bulletin;
}

std::vector<std::string> read_refused_headings(const Node& node, Reading& reading) {
  std::vector<std::string> refused;
  for (const PlacedText& word : read_words(node, "refused_headings", reading.problems)) {
    if (Starred(word.text).key.empty()) {
      reading.problems.add(word.at, "refused_headings",
                           base::text("“{}”没有说明哪个表头", "'{}' names no heading", word.text));
      continue;
    }
    reading.headings.refuse(word.text, word.at);
    refused.push_back(word.text);
  }
  return refused;
}

}  // namespace minqing::schema
