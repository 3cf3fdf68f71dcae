// SPDX-License-Identifier: MIT
// `key:value` words of a command line.

#include <algorithm>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft.hpp"
#include "lib/intake/draft_keys.hpp"

namespace minqing::intake {
namespace {

DraftValue typed(std::string field, std::string_view text) {
  DraftValue value{std::move(field), {}, {}};
  value.cell.set(Cell::Type::text, text);
  return value;
}

bool is_latin_letter(char32_t point) {
  const char32_t small = point | 0x20;
  return (small >= U'a' && small <= U'z') || point == U'_';
}

/// A few characters of Chinese or an identifier; `9` of `9:30` is none.
bool looks_like_key(std::string_view key) {
  constexpr std::size_t kLongestWord = 8;
  constexpr std::size_t kLongestId = 20;
  const std::u32string points = base::to_code_points(key);
  const bool latin = std::all_of(points.begin(), points.end(), is_latin_letter);
  const bool letters = std::all_of(points.begin(), points.end(), [](char32_t point) {
    return is_latin_letter(point) || base::is_ideograph(point);
  });
  return !points.empty() && letters && points.size() <= (latin ? kLongestId : kLongestWord);
}

/// The `供水` of `类刑:供水`, but not what follows in `反映: 水管坏了` and in `http://…`.
bool looks_like_value(std::string_view value) {
  return !value.empty() && value.front() != '/' && base::trim(value).data() == value.data();
}

class WordReader {
 public:
  explicit WordReader(const schema::Schema& schema) : schema_(schema) {}

  void read(const std::string& word) {
    if (!base::is_valid_utf8(word)) return add_problem({}, not_utf8());
    const auto parts = split_key(word);
    if (!parts || parts->key.empty()) return add_content(word);
    const DraftKey key = find_draft_key(schema_, parts->key);
    if (!key.field.empty()) return add_value(key.field, *parts);
    if (!key.might_be.empty()) {
      return typed_.problems.push_back(ambiguous_key({}, parts->key, key.might_be));
    }
    if (!add_if_slip(*parts)) add_content(word);
  }

  TypedWords finish() {
    if (!content_.empty()) typed_.draft.values.push_back(typed("content", content_));
    return std::move(typed_);
  }

 private:
  static base::Text not_utf8() { return {"不是有效的 UTF-8 文字", "is not valid UTF-8 text"}; }

  void add_problem(std::string_view key, base::Text reason, base::Text way_out = {}) {
    typed_.problems.push_back({{}, std::string(key), std::move(reason), std::move(way_out)});
  }

  void add_content(std::string_view words) {
    if (!content_.empty()) content_ += ' ';
    content_ += words;
  }

  void add_value(const std::string& field, const KeyAndValue& parts) {
    const std::string_view value = base::trim(parts.value);
    if (value.empty()) {
      return add_problem(parts.key, {"冒号后面没有值", "there is no value after the colon"},
                         {"值紧跟在冒号后面；值里有空格时整项加引号",
                          "the value follows the colon at once; quote the whole word when the "
                          "value has blanks"});
    }
    if (field == "content") return add_content(value);
    typed_.draft.values.push_back(typed(field, value));
  }

  bool add_if_slip(const KeyAndValue& parts) {
    if (!looks_like_key(parts.key) || !looks_like_value(parts.value)) return false;
    const std::string nearest = nearest_draft_key(schema_, parts.key);
    if (nearest.empty()) return false;
    add_problem(parts.key, {"没有这个字段", "there is no such field"},
                base::text("是不是“{}”？如果是正文，请在冒号后面空一格并整句加引号",
                           "did you mean '{}'? If it is content, put a blank after the colon and "
                           "quote the sentence",
                           nearest));
    return true;
  }

  const schema::Schema& schema_;
  TypedWords typed_;
  std::string content_;
};

}  // namespace

TypedWords read_words(const schema::Schema& schema, const std::vector<std::string>& words) {
  WordReader reader(schema);
  for (const std::string& word : words) reader.read(word);
  return reader.finish();
}

}  // namespace minqing::intake
