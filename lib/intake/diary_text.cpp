// SPDX-License-Identifier: MIT
#include "lib/intake/diary_text.hpp"

#include <algorithm>

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/base/word.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/draft_keys.hpp"
#include "lib/intake/encoding.hpp"

namespace minqing::intake {
namespace {

using base::Word;

constexpr std::uint64_t kMaxDiary = 4 << 20;
constexpr int kShownKeyColumns = 40;

constexpr Word kHeadKeys[] = {
    {"day", "日期", "date", "走访日期|走访时间|时间"},
    {"official", "走访人", "official", "走访人员|走访干部|记录人|who"},
    {"weather", "天气", "weather"},
    {"village", "村", "village", "社区|走访村|所在村|area"},
};
constexpr Word kVisitKeys[] = {
    {"household", "户", "household", "户号|联系户|走访户|走访对象|对象|house"},
    {"village", "村", "village", "社区|所在村|area"},
    {"location", "地点", "place", "走访地点|location"},
    {"method", "方式", "method", "走访方式|how"},
};
constexpr Word kLineKeys[] = {
    {"issue", "诉求", "issue", "群众诉求"},
    {"answered", "当场答复", "answered", "现场答复|当场办结"},
    {"about", "关联", "about", "关联诉求|关联编号"},
};
constexpr Word kAnswerKey[] = {{"answer", "答复", "answer", "reply"}};
constexpr Word kSections[] = {
    {"visit", "走访", "visit", "入户|入户走访"},
    {"remark", "体会", "notes",
     "走访体会|小结|总结|计划|工作计划|后续工作计划|下步打算|背景|走访背景|remark"},
};

/// Folded for comparison; empty without a key.
struct Keyed {
  std::string_view key;
  std::string_view value;
};
std::optional<Keyed> keyed(std::string_view line) {
  const auto parts = split_key(line);
  if (!parts || parts->key.empty()) return std::nullopt;
  return Keyed{parts->key, base::trim(parts->value)};
}

bool begins_with_blank(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("　");
}

/// Where a word of the text is `答复:`, so that what follows is the answer.
std::size_t answer_at(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto parts = split_key(words[i]);
    if (parts && base::find_word(kAnswerKey, parts->key)) return i;
  }
  return words.size();
}

class DiaryReader {
 public:
  DiaryReader(const schema::Schema& schema, const std::string& file) : schema_(schema) {
    place_.file = file;
    out_.words.place.file = file;
  }

  DiaryText read(std::string_view text) {
    for (std::string_view line : base::split(text, '\n')) {
      ++place_.line;
      if (base::ends_with(line, "\r")) line.remove_suffix(1);
      take(line);
    }
    for (DiaryWords::Visit& visit : out_.words.visits) visit.said = base::trim(visit.said);
    out_.words.remark = base::trim(out_.words.remark);
    return std::move(out_);
  }

 private:
  enum class Part { head, visit, remark, unknown };

  void take(std::string_view line) {
    if (line.starts_with("##")) return take_heading(base::trim(line.substr(2)));
    if (line.starts_with('#')) return;
    if (part_ == Part::head) return take_head(line);
    if (part_ == Part::visit) return take_in_visit(line);
    if (part_ == Part::remark) add_line(out_.words.remark, line);
  }

  void add(std::string_view field, base::Text reason, base::Text way_out) {
    out_.problems.push_back({place_, base::fit(base::visible(field), kShownKeyColumns),
                             std::move(reason), std::move(way_out)});
  }
  static void add_line(std::string& text, std::string_view line) {
    text += line;
    text += '\n';
  }

  void take_heading(std::string_view heading) {
    open_ = nullptr;
    const std::size_t end = heading.find_first_of(" \t");
    std::string_view name = heading.substr(0, end);
    std::string_view rest = end == std::string_view::npos ? "" : heading.substr(end);
    if (const std::size_t wide = name.find("　"); wide != std::string_view::npos) {
      rest = heading.substr(wide);
      name = name.substr(0, wide);
    }
    const auto known = base::find_word(kSections, base::heading_key(name));
    if (!known) {
      part_ = Part::unknown;
      return add(name, {"不认识这一段", "is no section of a diary"},
                 {"走访写“## 走访 户:… 方式:…”，体会和打算写“## 体会”",
                  "a visit is '## visit household:… method:…', the rest '## notes'"});
    }
    if (*known == 1) {
      part_ = Part::remark;
      if (!out_.words.remark.empty()) out_.words.remark += '\n';
      return;
    }
    part_ = Part::visit;
    out_.words.visits.push_back({.place = place_});
    take_visit_keys(rest);
  }

  /// `户:RS-03-012 村:热水村 方式: 上门`: a value goes on until the next key.
  void take_visit_keys(std::string_view line) {
    std::optional<DiaryWords::Value>* current = nullptr;
    for (const std::string& word : words_of_line(line)) {
      const auto parts = keyed(word);
      if (!parts) {
        if (current == nullptr) {
          add(word, {"看不出是户、村还是地点", "household, village or place?"},
              {"写成 户:… 村:… 地点:… 方式:…", "write household:… village:… place:… method:…"});
          continue;
        }
        std::string& value = (*current)->words;
        value += (value.empty() ? "" : " ") + word;
        continue;
      }
      current = value_of(parts->key);
      if (current == nullptr) {
        unknown_key(parts->key, kVisitKeys);
        return;
      }
      *current = DiaryWords::Value{std::string(parts->value), place_};
    }
    for (auto* value : {&visit().household, &visit().village, &visit().location, &visit().method}) {
      if (*value && (*value)->words.empty()) value->reset();
    }
  }
  std::optional<DiaryWords::Value>* value_of(std::string_view key) {
    const auto index = base::find_word(kVisitKeys, key);
    if (!index) return nullptr;
    std::optional<DiaryWords::Value>* values[] = {&visit().household, &visit().village,
                                                  &visit().location, &visit().method};
    return values[*index];
  }

  void unknown_key(std::string_view key, std::span<const Word> known) {
    const std::string nearest = base::nearest_word(known, key);
    add(key, {"没有这一项", "is no key here"},
        nearest.empty() ? base::text("可用的有：{}", "accepted: {}", base::list_of(known))
                        : base::text("是不是“{}”？", "did you mean '{}'?", nearest));
  }

  void take_head(std::string_view line) {
    if (base::trim(line).empty()) return;
    const auto parts = keyed(line);
    const auto index = parts ? base::find_word(kHeadKeys, parts->key) : std::nullopt;
    if (index) {
      std::optional<DiaryWords::Value>* values[] = {&out_.words.day, &out_.words.official,
                                                    &out_.words.weather, &out_.words.village};
      auto& value = *values[*index];
      if (value) return add(parts->key, {"写了两次", "is given twice"}, {"只留一行", "keep one"});
      if (!parts->value.empty()) value = DiaryWords::Value{std::string(parts->value), place_};
      return;
    }
    if (take_written_day(line)) return;
    if (parts) return unknown_key(parts->key, kHeadKeys);
    add(line, {"走访的内容要写在“## 走访”下面", "what was said belongs below '## visit'"},
        {"前面只写 日期、走访人、天气；每次走访用一行“## 走访 户:… 方式:…”开头",
         "the head holds date, official, weather; each visit begins with '## visit household:…'"});
  }

  /// `3月15日 星期二 天气 晴`
  bool take_written_day(std::string_view line) {
    if (out_.words.day) return false;
    const std::size_t weather = line.find("天气");
    const std::string_view before = line.substr(0, weather);
    if (!parse_date(base::trim(before), {base::Date{}, true}).is_moment()) return false;
    out_.words.day = DiaryWords::Value{std::string(base::trim(before)), place_};
    if (weather == std::string_view::npos) return true;
    std::string_view rest = base::trim(line.substr(weather + std::string_view("天气").size()));
    for (std::string_view colon : {":", "："}) {
      if (rest.starts_with(colon)) rest = base::trim(rest.substr(colon.size()));
    }
    if (!rest.empty()) out_.words.weather = DiaryWords::Value{std::string(rest), place_};
    return true;
  }

  void take_in_visit(std::string_view line) {
    const bool goes_on = open_ != nullptr && begins_with_blank(line) && !base::trim(line).empty();
    if (goes_on) return continue_issue(line);
    open_ = nullptr;
    const auto parts = keyed(line);
    const auto index = parts ? base::find_word(kLineKeys, parts->key) : std::nullopt;
    if (!index) {
      if (parts && is_slip(parts->key)) return;
      return add_line(visit().said, line);
    }
    // An empty line of the form, or one that says that nothing came up.
    if (parts->value.empty() || says_none(parts->value)) return;
    if (*index == 0) return take_issue(parts->value);
    if (*index == 1) return take_answered(parts->value);
    visit().about = DiaryWords::Value{
        (visit().about ? visit().about->words + " " : std::string()) + std::string(parts->value),
        place_};
  }

  /// `需求:` would be lost among what was said.
  bool is_slip(std::string_view key) {
    std::vector<std::string> known;
    for (const Word& word : kLineKeys) known.emplace_back(word.zh);
    const std::string nearest = base::nearest(key, known);
    if (nearest.empty()) return false;
    add(key, {"没有这一项", "is no key here"},
        base::text("是不是“{}”？如果是正文，请把冒号换成逗号",
                   "did you mean '{}'? If it is text, put a comma for the colon", nearest));
    return true;
  }

  void take_issue(std::string_view value) {
    visit().issues.push_back({words_of_line(value), place_, {}});
    open_ = &visit().issues.back().words;
  }

  void take_answered(std::string_view value) {
    std::vector<std::string> words = words_of_line(value);
    if (!has_category(words)) return answer_last(value);
    const std::size_t at = answer_at(words);
    DiaryWords::Issue issue{{words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at)},
                            place_,
                            DiaryWords::Value{{}, place_}};
    if (at < words.size()) {
      const auto parts = split_key(words[at]);
      issue.answered->words = base::trim(parts->value);
      for (std::size_t i = at + 1; i < words.size(); ++i) {
        issue.answered->words += (issue.answered->words.empty() ? "" : " ") + words[i];
      }
    } else {
      issue.answered->words = text_of(issue.words);
    }
    visit().issues.push_back(std::move(issue));
  }

  void answer_last(std::string_view value) {
    auto& issues = visit().issues;
    if (!issues.empty() && !issues.back().answered) {
      issues.back().answered = DiaryWords::Value{std::string(value), place_};
      return;
    }
    add("当场答复", {"上面没有等着答复的诉求", "answers no matter above it"},
        {"先写一行“诉求: …”；或在这一行写上 类别: 作为当场办结的一件",
         "put an 'issue:' line above it, or give a category to make it a matter of its own"});
  }

  bool has_category(const std::vector<std::string>& words) const {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      const auto parts = split_key(word);
      return parts && find_draft_key(schema_, parts->key).field == "category";
    });
  }
  /// The words that have no key.
  std::string text_of(const std::vector<std::string>& words) const {
    std::string out;
    for (const std::string& word : words) {
      const auto parts = split_key(word);
      if (parts && !find_draft_key(schema_, parts->key).field.empty()) continue;
      out += (out.empty() ? "" : " ") + word;
    }
    return out;
  }

  void continue_issue(std::string_view line) {
    for (std::string& word : words_of_line(line)) open_->push_back(std::move(word));
  }

  DiaryWords::Visit& visit() { return out_.words.visits.back(); }

  const schema::Schema& schema_;
  DiaryText out_;
  base::Place place_;
  Part part_ = Part::head;
  std::vector<std::string>* open_ = nullptr;  ///< words of the 诉求 that the next line may continue
};

}  // namespace

std::vector<std::string> words_of_line(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false;
  const auto end_word = [&] {
    if (!word.empty()) out.push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < line.size(); ++i) {
    const std::string_view rest = line.substr(i);
    const bool may_open = word.empty() || base::ends_with(word, ":") || base::ends_with(word, "：");
    if (line[i] == '"' && (quoted || may_open)) {
      quoted = !quoted;
    } else if (!quoted && (line[i] == ' ' || line[i] == '\t')) {
      end_word();
    } else if (!quoted && rest.starts_with("　")) {
      end_word();
      i += std::string_view("　").size() - 1;
    } else {
      word += line[i];
    }
  }
  end_word();
  return out;
}

DiaryText read_diary_text(const schema::Schema& schema, std::string_view text,
                          const std::string& file) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  if (base::is_valid_utf8(text)) return DiaryReader(schema, file).read(text);
  DiaryText out;
  out.problems.push_back(
      {{.file = file}, {}, {"不是有效的 UTF-8 文字", "is not valid UTF-8 text"}, {}});
  return out;
}

std::string read_diary_file(const std::string& path) { return read_text_file(path, kMaxDiary); }

}  // namespace minqing::intake
