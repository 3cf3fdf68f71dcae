// SPDX-License-Identifier: MIT
// What moves a deadline or takes an issue off somebody's hands: extension, suspension, which steps
// wait for approval, and whose.

#include "lib/schema/readers.hpp"
#include "lib/schema/starred.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

constexpr int kMostExtensions = 20;

std::vector<std::string> texts_of(MapReader& map, std::string_view key) {
  std::vector<std::string> texts;
  map.words(key, texts);
  return texts;
}

/// A post that means everybody is a slip: who may approve is then not said.
void check_posts(MapReader& map, const std::vector<std::string>& posts, Reading& reading) {
  for (const std::string& post : posts) {
    if (!Starred(post).key.empty()) continue;
    reading.problems.add(map.at("posts"), "posts",
                         base::text("“{}”没有说明哪个职务", "'{}' names no post", post));
  }
}

}  // namespace

Extension read_extension(const Node& node, Reading& reading) {
  Extension extension;
  MapReader map(node, reading);
  map.limit("most", extension.most);
  map.number("times", 0, kMostExtensions, extension.times);
  map.yes_no("before_due", extension.before_due);
  extension.not_for = read_ids(map, "not_for", urgency_words(), reading);
  if (extension.times == 0 && extension.most) {
    reading.problems.add(map.at("most"), "most",
                         {"times 为 0 就是不许延期，最长多久用不上",
                          "with 'times: 0' nothing is extended and this never applies"},
                         {"两个键只留一个", "keep one of the two keys"});
  }
  return extension;
}

Suspension read_suspension(const Node& node, Reading& reading) {
  Suspension suspension;
  MapReader map(node, reading);
  map.yes_no("review_date", suspension.review_date);
  map.limit("most", suspension.most);
  if (!suspension.review_date && suspension.most) {
    reading.problems.add(
        map.at("most"), "most",
        {"不要求复核日期，最长多久就无从算起",
         "without a review date there is nothing that this could bound"},
        {"写 review_date: true，或删掉 most", "write 'review_date: true', or delete 'most'"});
  }
  return suspension;
}

Requests read_requests(const Node& node, Reading& reading) {
  const std::vector<std::string> ids = read_ids(node, "requests", request_words(), reading);
  const auto has = [&](std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  return {.extend = has("extend"),
          .suspend = has("suspend"),
          .returned = has("return"),
          .exclude = has("exclude"),
          .amend = has("amend"),
          .close = has("close")};
}

Approvers read_approvers(const Node& node, Reading& reading) {
  Approvers approvers;
  MapReader map(node, reading);
  approvers.posts = texts_of(map, "posts");
  approvers.people = texts_of(map, "people");
  check_posts(map, approvers.posts, reading);
  if (const Node* units = map.find("units")) {
    for (PlacedText& unit : read_words(*units, "units", reading.problems)) {
      reading.names.refer(unit_scope(), unit.text, unit.at, "units");
      approvers.units.push_back(std::move(unit.text));
    }
  }
  return approvers;
}

std::vector<Source> read_sources(const Node& node, Reading& reading) {
  std::vector<Source> sources;
  const Scope scope = source_scope();
  for (const Entry& entry : entries_of(node, reading)) {
    Source source;
    source.id = entry.key;
    check_id(entry, reading);
    MapReader map(entry.value, reading);
    map.need("label");
    map.label("label", source.label);
    map.words("also", source.also);
    map.limit("reserve", source.reserve);
    reading.names.define(scope, source.id, entry.at, reading.problems);
    reading.names.spell(scope, source.id, source.label.zh, entry.at);
    reading.names.spell(scope, source.id, source.label.en, entry.at);
    for (const std::string& word : source.also) {
      reading.names.spell(scope, source.id, word, entry.at);
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace minqing::schema
