// SPDX-License-Identifier: MIT
// Fields whose values come from lists of words. A value that is not in the list is a problem which
// offers the likely ones; nothing stands in for it, not even a category called 其他.

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/registration_fields.hpp"

namespace minqing::intake {
namespace {

using schema::Category;
using schema::Choice;

template <class T>
void add_unknown(Reading& reading, const Given& given, const std::string& words,
                 const std::vector<T>& known) {
  reading.add(given,
              base::text("没有{}这一项", "there is no {} to choose", shown(given.field, words)),
              reading.context().memory.suggestion_for(
                  given.id, words, [&] { return spellings_of(known); }, accepted(list_of(known))));
}

const Choice* match_choice(const std::vector<Choice>& choices, std::string_view words) {
  for (const Choice& choice : choices) {
    if (choice.id == words || choice.label.zh == words) return &choice;
  }
  const std::string key = base::fold(words);
  const auto is_key = [&](const std::string& spelling) {
    return !spelling.empty() && base::fold(spelling) == key;
  };
  for (const Choice& choice : choices) {
    if (is_key(choice.id) || is_key(choice.label.zh) || is_key(choice.label.en)) return &choice;
    for (const std::string& also : choice.also) {
      if (is_key(also)) return &choice;
    }
  }
  return nullptr;
}

/// Two columns (一级分类, 二级分类) name a category and its parent: the narrower one counts.
/// Null when neither lies within the other.
const Category* narrower(const Category* a, const Category* b) {
  if (a == nullptr || a == b || b->parent == a->id) return b;
  return a->parent == b->id ? a : nullptr;
}

}  // namespace

std::optional<std::string> choice_of(Reading& reading, const Given& given,
                                     const std::vector<Choice>& choices) {
  const auto words = reading.single(given);
  if (!words) return std::nullopt;
  if (const Choice* choice = match_choice(choices, *words)) return choice->id;
  add_unknown(reading, given, *words, choices);
  return std::nullopt;
}

void take_channel(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return;
  const Choice* channel = reading.context().schema.match_channel(*words);
  if (channel != nullptr) {
    reading.particulars.channel = channel->id;
  } else {
    add_unknown(reading, given, *words, reading.context().schema.channels);
  }
}

void take_nature(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return;
  const Choice* nature = reading.context().schema.match_nature(*words);
  if (nature != nullptr) {
    reading.particulars.nature = nature->id;
  } else {
    add_unknown(reading, given, *words, reading.context().schema.natures);
  }
}

void take_category(Reading& reading, const Given& given) {
  const schema::Schema& schema = reading.context().schema;
  const Category* chosen = nullptr;
  for (const DraftValue* value : given.values) {
    const auto words = reading.checked(given, *value);
    if (!words) return;
    const Category* category = schema.match_category(*words);
    if (category == nullptr) return add_unknown(reading, given, *words, schema.categories);
    chosen = narrower(chosen, category);
    if (chosen == nullptr) {
      return reading.add(
          given, {"给了几个互不包含的类别", "several categories are given, none within the other"},
          {"只留一个", "leave one of them"});
    }
  }
  reading.particulars.category = chosen->id;
}

void take_urgency(Reading& reading, const Given& given) {
  const auto words = reading.single(given);
  if (!words) return;
  std::string_view word = *words;
  // The office's own words for the three degrees come first.
  if (given.field != nullptr) {
    if (const Choice* choice = match_choice(given.field->choices, *words)) word = choice->id;
  }
  if (const auto urgency = casework::parse_word<casework::Urgency>(word)) {
    reading.particulars.urgency = *urgency;
    return;
  }
  reading.add(given,
              base::text("没有{}这一项", "there is no {} to choose", shown(given.field, *words)),
              accepted(base::list_of(casework::words(casework::Urgency{}))));
}

}  // namespace minqing::intake
