// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <charconv>

#include "lib/base/json.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

constexpr int kMostLevels = 64;

/// Reads valid UTF-8 from front to back.
class Parser {
 public:
  explicit Parser(std::string_view bytes) : bytes_(bytes) {}

  Json parse() {
    std::size_t bad = 0;
    if (!is_valid_utf8(bytes_, &bad)) fail_at(bad, "not valid UTF-8");
    Json value = parse_value();
    skip_blanks();
    if (at_ < bytes_.size()) fail("something follows the value");
    return value;
  }

 private:
  [[noreturn]] void fail_at(std::size_t offset, std::string_view what) const {
    throw JsonError(fmt::format("byte {}: {}", offset, what));
  }
  [[noreturn]] void fail(std::string_view what) const { fail_at(at_, what); }

  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool take(char wanted) {
    if (peek() != wanted || at_ == bytes_.size()) return false;
    ++at_;
    return true;
  }

  void need(char wanted) {
    if (!take(wanted)) fail(fmt::format("'{}' is missing", wanted));
  }

  void skip_blanks() {
    while (at_ < bytes_.size() && std::string_view(" \t\n\r").find(bytes_[at_]) != kNone) ++at_;
  }

  Json parse_value() {
    skip_blanks();
    switch (peek()) {
      case '{':
        return parse_object();
      case '[':
        return parse_array();
      case '"':
        return parse_string();
      case 't':
        return parse_word("true", true);
      case 'f':
        return parse_word("false", false);
      case 'n':
        return parse_word("null", nullptr);
      default:
        return parse_integer();
    }
  }

  Json parse_word(std::string_view word, Json value) {
    if (!bytes_.substr(at_).starts_with(word)) fail("unknown word");
    at_ += word.size();
    return value;
  }

  bool is_digit() const { return peek() >= '0' && peek() <= '9'; }

  Json parse_integer() {
    std::size_t from = at_;
    take('-');
    if (!is_digit()) fail_at(from, at_ == bytes_.size() ? "the text ends here" : "no JSON value");
    bool zero = take('0');
    if (zero && is_digit()) fail_at(from, "number with a leading zero");
    while (is_digit()) ++at_;
    if (peek() == '.' || peek() == 'e' || peek() == 'E') fail_at(from, "number is no integer");
    std::int64_t number = 0;
    auto read = std::from_chars(bytes_.data() + from, bytes_.data() + at_, number);
    if (read.ec != std::errc()) fail_at(from, "integer does not fit into 64 bits");
    return number;
  }

  void enter() {
    ++at_;
    if (++depth_ > kMostLevels) fail("more than 64 levels");
    skip_blanks();
  }

  Json parse_array() {
    enter();
    Json::Array items;
    if (!take(']')) {
      do {
        items.push_back(parse_value());
        skip_blanks();
      } while (take(','));
      need(']');
    }
    --depth_;
    return items;
  }

  Json parse_object() {
    enter();
    Json::Object members;
    if (!take('}')) {
      do {
        parse_member(members);
        skip_blanks();
      } while (take(','));
      need('}');
    }
    --depth_;
    return members;
  }

  void parse_member(Json::Object& members) {
    skip_blanks();
    std::size_t from = at_;
    if (peek() != '"') fail("a key is missing");
    std::string key = parse_string();
    skip_blanks();
    need(':');
    std::size_t before = members.size();
    // Canonical bytes come in order, so the end is the right place.
    auto added = members.emplace_hint(members.end(), std::move(key), nullptr);
    if (members.size() == before) fail_at(from, "key occurs twice");
    added->second = parse_value();
  }

  std::string parse_string() {
    need('"');
    std::string text;
    for (std::size_t plain = at_;;) {
      if (at_ == bytes_.size()) fail("a string is not closed");
      auto byte = static_cast<unsigned char>(bytes_[at_]);
      if (byte < 0x20) fail("control character in a string");
      if (byte != '"' && byte != '\\') {
        ++at_;
        continue;
      }
      text.append(bytes_, plain, at_ - plain);
      ++at_;
      if (byte == '"') return text;
      parse_escape(text);
      plain = at_;
    }
  }

  void parse_escape(std::string& text) {
    static constexpr std::string_view kLetters = "\"\\/bfnrt";
    static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (take('u')) return append_utf8(text, parse_escaped_code_point());
    std::size_t letter = at_ < bytes_.size() ? kLetters.find(bytes_[at_]) : kNone;
    if (letter == kNone) fail("unknown escape");
    text += kMeanings[letter];
    ++at_;
  }

  char32_t parse_escaped_code_point() {
    std::size_t from = at_;
    char32_t first = parse_four_digits();
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first < 0xDC00 && take('\\') && take('u')) {
      char32_t second = parse_four_digits();
      if (second >= 0xDC00 && second <= 0xDFFF) {
        return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
      }
    }
    fail_at(from, "lone surrogate");
  }

  char32_t parse_four_digits() {
    std::string_view digits = bytes_.substr(at_, 4);
    unsigned value = 0;
    auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (digits.size() != 4 || read.ptr != digits.data() + 4) fail("\\u needs four hex digits");
    at_ += 4;
    return value;
  }

  static constexpr std::size_t kNone = std::string_view::npos;
  std::string_view bytes_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

Json parse_json(std::string_view bytes) { return Parser(bytes).parse(); }

Json parse_canonical_json(std::string_view bytes) {
  Json value = parse_json(bytes);
  if (value.dump() != bytes) throw JsonError("not in canonical form");
  return value;
}

}  // namespace minqing::base
