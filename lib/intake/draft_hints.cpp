// SPDX-License-Identifier: MIT
#include "lib/intake/draft_hints.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kMostOffered = 5;
constexpr std::size_t kMostNamed = 30;

void add(std::vector<Spelling>& spellings, const std::string& word, const base::Text& shown) {
  if (!word.empty()) spellings.push_back({word, shown});
}

/// Works for everything with id, label and also.
template <class T>
std::vector<Spelling> labelled(const std::vector<T>& things) {
  std::vector<Spelling> out;
  for (const T& thing : things) {
    add(out, thing.id, thing.label);
    add(out, thing.label.zh, thing.label);
    add(out, thing.label.en, thing.label);
    for (const std::string& word : thing.also) add(out, word, thing.label);
  }
  return out;
}

/// Works for everything with name and also.
template <class T>
void add_named(std::vector<Spelling>& out, const T& thing, const std::string& shown) {
  add(out, thing.name, base::same(shown));
  for (const std::string& word : thing.also) add(out, word, base::same(shown));
}

bool contains(std::string_view whole, std::string_view part) {
  return base::length(part) >= 2 && whole.find(part) != std::string_view::npos;
}

void offer(std::vector<base::Text>& offered, const base::Text& shown) {
  const bool is_new = std::find(offered.begin(), offered.end(), shown) == offered.end();
  if (is_new && offered.size() < kMostOffered) offered.push_back(shown);
}

std::vector<base::Text> likely(std::string_view word, const std::vector<Spelling>& known) {
  std::vector<base::Text> offered;
  std::vector<std::string> words;
  for (const Spelling& spelling : known) words.push_back(spelling.word);
  const std::string nearest = base::nearest(word, words);
  const std::string key = base::fold(word);
  for (const Spelling& spelling : known) {
    if (!nearest.empty() && spelling.word == nearest) offer(offered, spelling.shown);
  }
  for (const Spelling& spelling : known) {
    const std::string other = base::fold(spelling.word);
    if (contains(key, other) || contains(other, key)) offer(offered, spelling.shown);
  }
  return offered;
}

/// `“供水”、“供电”` / `'Water', 'Power'`
base::Text quoted(const std::vector<base::Text>& offered) {
  std::vector<std::string> zh, en;
  for (const base::Text& one : offered) {
    zh.push_back("“" + one.zh + "”");
    en.push_back("'" + one.en + "'");
  }
  return {base::join(zh, "、"), base::join(en, ", ")};
}

template <class T, class Keep>
base::Text labels(const std::vector<T>& things, Keep keep) {
  std::vector<std::string> zh, en;
  for (const T& thing : things) {
    if (!keep(thing)) continue;
    const bool full = zh.size() == kMostNamed;
    zh.push_back(full ? "…" : thing.label.zh);
    en.push_back(full ? "…" : thing.label.en);
    if (full) break;
  }
  return {base::join(zh, "、"), base::join(en, ", ")};
}

}  // namespace

std::vector<Spelling> spellings_of(const std::vector<schema::Category>& categories) {
  return labelled(categories);
}
std::vector<Spelling> spellings_of(const std::vector<schema::Choice>& choices) {
  return labelled(choices);
}

std::vector<Spelling> spellings_of(std::span<const base::Word> words) {
  std::vector<Spelling> out;
  for (const base::Word& word : words) {
    const base::Text shown{std::string(word.zh), std::string(word.en)};
    for (std::string_view spelling : {word.id, word.zh, word.en}) {
      add(out, std::string(spelling), shown);
    }
    for (std::string_view spelling : base::split(word.also, '|')) {
      add(out, std::string(spelling), shown);
    }
  }
  return out;
}

std::vector<Spelling> spellings_of_units(const casework::Roster& roster) {
  std::vector<Spelling> out;
  for (const casework::Unit& unit : roster.units()) add_named(out, unit, unit.name);
  return out;
}

std::vector<Spelling> spellings_of_people(const casework::Roster& roster) {
  std::vector<Spelling> out;
  for (const casework::Person& person : roster.people()) add_named(out, person, person.name);
  return out;
}

std::vector<Spelling> spellings_of_areas(const casework::Roster& roster) {
  std::vector<Spelling> out;
  // A village first: `热水存` is as near to 热水镇.
  for (const bool village : {true, false}) {
    for (const casework::Area& area : roster.areas()) {
      if ((area.level == "village") == village) add_named(out, area, full_area_name(roster, area));
    }
  }
  return out;
}

std::string full_area_name(const casework::Roster& roster, const casework::Area& area) {
  const casework::Area* parent = area.parent ? roster.area(*area.parent) : nullptr;
  const bool below_township = parent != nullptr && parent->level == "township";
  return below_township ? parent->name + area.name : area.name;
}

base::Text suggestion(std::string_view word, const std::vector<Spelling>& known) {
  const std::vector<base::Text> offered = likely(word, known);
  if (offered.empty()) return {};
  return base::text("是不是{}？", "did you mean {}?", quoted(offered));
}

base::Text list_of(const std::vector<schema::Choice>& choices) {
  return labels(choices, [](const schema::Choice&) { return true; });
}

base::Text list_of(const std::vector<schema::Category>& categories) {
  return labels(categories, [](const schema::Category& one) { return one.parent.empty(); });
}

base::Text accepted(const base::Text& list) {
  if (list.empty()) return {};
  return base::text("可用的有：{}", "accepted: {}", list);
}

}  // namespace minqing::intake
