// SPDX-License-Identifier: MIT
#include "lib/intake/query.hpp"

#include <algorithm>
#include <set>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/draft_hints.hpp"
#include "lib/intake/draft_keys.hpp"
#include "lib/intake/query_values.hpp"

namespace minqing::intake {
namespace {

/// Terms are separated by blanks of any width.
std::vector<std::string> terms_of(std::string_view words) {
  std::vector<std::string> terms(1);
  for (std::size_t at = 0; at < words.size();) {
    const auto [point, size] = base::decode(words, at);
    if (!base::is_blank(point)) {
      terms.back() += words.substr(at, size);
    } else if (!terms.back().empty()) {
      terms.emplace_back();
    }
    at += size;
  }
  if (terms.back().empty()) terms.pop_back();
  return terms;
}

/// The values between commas, each trimmed; `，` and `、` are commas too.
std::vector<std::string> values_of(std::string_view value) {
  std::string plain(value);
  for (std::string_view comma : {"，", "、"}) {
    for (std::size_t at; (at = plain.find(comma)) != std::string::npos;) {
      plain.replace(at, comma.size(), ",");
    }
  }
  std::vector<std::string> values;
  for (std::string_view part : base::split(plain, ',')) values.emplace_back(base::trim(part));
  return values;
}

/// Takes a minus (also `－`) off the beginning.
bool take_minus(std::string& value) {
  for (std::string_view minus : {"-", "－"}) {
    if (!value.starts_with(minus)) continue;
    value.erase(0, minus.size());
    return true;
  }
  return false;
}

[[noreturn]] void fail_empty(std::string_view key) {
  fail_query(base::text("“{}:”没有值", "'{}:' has no value", key),
             {"值紧跟在冒号后面，中间不空格；值里有空格或特殊符号时整项加引号：'状态:办理中'",
              "the value follows the colon without a blank; quote the whole term when the value "
              "has blanks or signs: 'state:in_progress'"});
}

[[noreturn]] void fail_minus_in_front(std::string_view term) {
  fail_query(base::text("“{}”：“非”写在值前面", "'{}': 'not' stands before the value", term),
             {"例如 状态:-已销号", "for example state:-closed"});
}

bool is_asked_for(casework::Criterion criterion, const schema::Field* extra,
                  const std::vector<std::string>& values) {
  const bool personal = criterion == casework::Criterion::resident_name ||
                        criterion == casework::Criterion::resident_phone ||
                        (extra != nullptr && extra->personal != schema::Personal::none);
  return personal && values.size() == 1 && base::to_half_width(values.front()) == "-";
}

/// Takes the minus off the values; true when they are excluded.
bool take_negation(std::string_view key, std::vector<std::string>& values) {
  const bool negated = take_minus(values.front());
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (!take_minus(values[i]) || negated) continue;
    fail_query(
        base::text("“{}”里有的值带“-”，有的不带", "'{}' mixes values with and without '-'", key),
        {"分成两项写", "write two terms"});
  }
  return negated;
}

/// What looks like a key but is a time of day or an address of the network.
bool is_plain_text(const KeyAndValue& parts) {
  const std::u32string points = base::to_code_points(parts.key);
  const bool letters = std::all_of(points.begin(), points.end(), [](char32_t point) {
    const char32_t small = point | 0x20;
    return base::is_ideograph(point) || point == U'_' || point == U'-' ||
           (small >= U'a' && small <= U'z');
  });
  return !letters || points.empty() || parts.value.starts_with("//");
}

[[noreturn]] void fail_unknown_key(std::string_view key, const schema::Schema& schema) {
  std::vector<std::string> names;
  for (const base::Word& word : query_keys()) {
    for (const std::string_view name : {word.id, word.zh, word.en}) names.emplace_back(name);
    for (const std::string_view also : base::split(word.also, '|')) names.emplace_back(also);
  }
  for (const schema::Field& field : schema.fields) {
    if (!field.extra) continue;
    names.push_back(field.id);
    names.insert(names.end(), field.headings.begin(), field.headings.end());
  }
  const std::string nearest = base::nearest(key, names);
  fail_query(base::text("没有查询项“{}”", "there is no key '{}'", key),
             nearest.empty() ? accepted(base::list_of(query_keys()))
                             : base::text("是不是“{}”？", "did you mean '{}'?", nearest));
}

class QueryReader {
 public:
  explicit QueryReader(const QueryContext& context) : context_(context) {}

  void read(std::string_view words) {
    if (!base::is_valid_utf8(words)) {
      fail_query({"查询不是有效的 UTF-8 文字", "the query is not valid UTF-8 text"});
    }
    for (const std::string& term : terms_of(words)) read_term(term);
  }

  casework::Selection finish() { return std::move(selection_); }

 private:
  void read_term(const std::string& term) {
    if (term.starts_with("@") || term.starts_with("＠")) return read_saved(term);
    if (std::string rest = term; take_minus(rest)) fail_minus_in_front(term);
    const auto parts = split_key(term);
    if (!parts) {
      selection_.words.push_back(term);
    } else if (const auto key = base::find_word(query_keys(), parts->key)) {
      add_term({query_keys()[*key], {}}, static_cast<casework::Criterion>(*key), nullptr, *parts);
    } else if (const schema::Field* field = find_extra_field(context_.schema, parts->key)) {
      const base::Word word{field->id, field->label.zh, field->label.en};
      add_term({word, {}}, casework::Criterion::extra, field, *parts);
    } else if (is_plain_text(*parts)) {
      selection_.words.push_back(term);
    } else {
      fail_unknown_key(parts->key, context_.schema);
    }
  }

  void add_term(TypedTerm typed, casework::Criterion criterion, const schema::Field* extra,
                const KeyAndValue& parts) {
    typed.values = values_of(parts.value);
    casework::Term term{.criterion = criterion, .field = extra != nullptr ? extra->id : ""};
    const auto has_empty = [&] {
      return std::any_of(typed.values.begin(), typed.values.end(),
                         [](const std::string& value) { return value.empty(); });
    };
    if (has_empty()) fail_empty(parts.key);
    if (is_asked_for(term.criterion, extra, typed.values)) {
      term.any_of = {"-"};
    } else {
      term.negated = take_negation(parts.key, typed.values);
      if (has_empty()) fail_empty(parts.key);
      if (extra != nullptr) {
        fill_extra(context_, *extra, typed, term);
      } else {
        fill_values(context_, typed, term);
      }
    }
    selection_.terms.push_back(std::move(term));
  }

  void read_saved(const std::string& term) {
    const std::string name = base::to_half_width(term).substr(1);
    // Terms are joined by "and": a query that is in already adds nothing.
    if (done_.contains(name)) return;
    if (!open_.insert(name).second) {
      fail_query(
          base::text("保存的查询“@{}”绕回了自己", "the saved query '@{}' refers to itself", name),
          {"在设置或规则里改正它", "correct it in the settings or the schema"});
    }
    read(saved_text(name));
    open_.erase(name);
    done_.insert(name);
  }

  const std::string& saved_text(const std::string& name) const {
    std::vector<std::string> names;
    for (const auto* queries : {&context_.saved, &context_.schema.queries, &shipped_queries()}) {
      const auto found = queries->find(name);
      if (found != queries->end()) return found->second;
      for (const auto& [known, text] : *queries) names.push_back(known);
    }
    const std::string nearest = name.empty() ? "" : base::nearest(name, names);
    fail_query(base::text("没有保存的查询“@{}”", "there is no saved query '@{}'", name),
               nearest.empty() ? accepted(base::same("@" + base::join(names, " @")))
                               : base::text("是不是“@{}”？", "did you mean '@{}'?", nearest));
  }

  const QueryContext& context_;
  casework::Selection selection_;
  std::set<std::string> open_;  ///< saved queries that are being read
  std::set<std::string> done_;
};

}  // namespace

casework::Selection parse_query(const QueryContext& context,
                                const std::vector<std::string>& words) {
  QueryReader reader(context);
  for (const std::string& word : words) reader.read(word);
  return reader.finish();
}

}  // namespace minqing::intake
