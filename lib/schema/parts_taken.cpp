// SPDX-License-Identifier: MIT
#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/schema/files.hpp"
#include "lib/schema/parts.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace minqing::schema {
namespace {

std::vector<std::string> parts_of(const std::string& words) {
  std::string line = base::to_half_width(words);
  for (std::string_view separator : {"、", "\n", ";", "|"}) {
    for (std::size_t at; (at = line.find(separator)) != std::string::npos;) {
      line.replace(at, separator.size(), ",");
    }
  }
  std::vector<std::string> parts;
  for (std::string_view part : base::split(line, ',')) {
    if (!base::trim(part).empty()) parts.emplace_back(base::trim(part));
  }
  return parts;
}

/// From the words of people to ids, for one set of tables.
class Reworder {
 public:
  Reworder(const Schema& schema, const std::vector<PartTable>& tables, const UnitWord& unit_id)
      : schema_(schema), unit_id_(unit_id) {
    for (const PartTable& table : tables) {
      if (table.part == Part::categories) categories_ = &table.rows;
    }
  }

  /// What the cell of a CSV file holds; nothing when its words mean nothing.
  std::optional<std::string> id_of(std::string_view column, const std::string& typed) const {
    const std::string word(base::trim(typed));
    if (word.empty()) return word;
    if (column == "parent" || column == "category") return category(word);
    if (column == "also") return base::join(parts_of(word), "|");
    if (column == "route") return route(word);
    if (column == "nature") return nature(word);
    if (column == "urgency") return known(urgency_words(), word);
    if (column == "handle") return limit(word);
    if (column == "not_below" || column == "confidential" || column == "evidence") {
      return known(yes_no_words(), word);
    }
    return word;
  }

  /// What may stand in a column.
  base::Text accepted(std::string_view column) const {
    if (column == "handle") {
      return {"写 5个工作日、3天、24小时", "write 5wd, 3d, 24h"};
    }
    if (column == "route") {
      return {"写名册里单位的名称，几个用顿号隔开；或 属地村（社区）",
              "write units of the roster, several joined by 、; or by_area"};
    }
    if (column == "urgency") return base::list_of(urgency_words());
    if (column == "nature") {
      std::vector<std::string> zh, en;
      for (const Choice& choice : schema_.natures) {
        zh.push_back(choice.label.zh);
        en.push_back(choice.label.en);
      }
      return {base::join(zh, "、"), base::join(en, ", ")};
    }
    if (column == "parent" || column == "category") {
      return {"写类别表里的名称或代码", "write a name or id of the sheet of categories"};
    }
    return {"写 是 或 否", "write yes or no"};
  }

 private:
  using Found = std::optional<std::string>;

  static Found known(std::span<const base::Word> words, const std::string& word) {
    const auto index = base::find_word(words, word);
    return index ? Found(words[*index].id) : std::nullopt;
  }

  Found nature(const std::string& word) const {
    const Choice* choice = schema_.match_nature(word);
    return choice ? Found(choice->id) : std::nullopt;
  }

  /// `5个工作日` as `5wd`.
  static Found limit(const std::string& word) {
    const auto limit = calendar::parse_limit(word);
    return limit ? Found(to_string(*limit)) : std::nullopt;
  }

  Found route(const std::string& words) const {
    if (const Found by_area = known(by_area_words(), words)) return by_area;
    std::vector<std::string> units;
    for (const std::string& part : parts_of(words)) {
      units.push_back(unit_id_(part));
      if (units.back().empty()) return std::nullopt;
    }
    return base::join(units, "|");
  }

  /// The sheet's own rows first: a new parent is known there alone.
  Found category(const std::string& word) const {
    const std::string key = base::fold(word);
    if (categories_) {
      for (const PartRow& row : *categories_) {
        if (row.size() > 1 && (base::fold(row[0]) == key || base::fold(row[1]) == key)) {
          return std::string(base::trim(row[0]));
        }
      }
      return std::nullopt;
    }
    const Category* match = schema_.match_category(word);
    return match ? Found(match->id) : std::nullopt;
  }

  const Schema& schema_;
  const UnitWord& unit_id_;
  const std::vector<PartRow>* categories_ = nullptr;
};

void append_cell(std::string& line, const std::string& value) {
  line += '"';
  for (char c : value) {
    if (c == '"') line += '"';
    line += c == '\n' || c == '\r' ? ' ' : c;
  }
  line += '"';
}

/// One table as CSV, with the cells that mean nothing told.
class CsvMaker {
 public:
  CsvMaker(const PartTable& table, const Reworder& reworder, std::vector<base::Problem>& problems)
      : table_(table), reworder_(reworder), problems_(problems) {}

  std::string make() {
    std::string csv;
    for (const base::Word& column : columns_) {
      csv += (csv.empty() ? "" : ",") + std::string(column.id);
    }
    csv += '\n';
    // An empty row stays an empty line, so that a line has the number of its row.
    for (std::size_t row = 0; row < table_.rows.size(); ++row) csv += line_of(row) + '\n';
    return csv;
  }

 private:
  std::string line_of(std::size_t row) {
    std::string line;
    for (std::size_t i = 0; i < table_.rows[row].size(); ++i) {
      if (i > 0) line += ',';
      append_cell(line, cell(row, i));
    }
    return line;
  }

  std::string cell(std::size_t row, std::size_t column) {
    const std::string& typed = table_.rows[row][column];
    const base::Word& heading = columns_[column];
    if (auto id = reworder_.id_of(heading.id, typed)) return *std::move(id);
    problems_.push_back(
        {table_.place ? table_.place(row, column) : base::Place{}, std::string(heading.zh),
         base::text("不认得“{}”", "'{}' is not known", base::fit(base::visible(typed), 40)),
         reworder_.accepted(heading.id)});
    return {};
  }

  const PartTable& table_;
  const Reworder& reworder_;
  std::vector<base::Problem>& problems_;
  std::span<const base::Word> columns_ = part_columns(table_.part);
};

/// `categories: categories.yaml` at the margin, `  rules: limits.csv` inside `limits:`.
std::string_view key_of(Part part) { return part == Part::categories ? "categories" : "rules"; }

[[noreturn]] void refuse_inline(Part part, const std::string& main_file) {
  const std::string file = std::string(part_words()[static_cast<std::size_t>(part)].id) + ".csv";
  throw base::Error(
      base::Exit::conflict,
      base::text("“{}”直接写在 {} 里，不能换成表格",
                 "'{}' stands in {} itself and cannot be replaced by a table", key_of(part),
                 main_file),
      base::text("先用 minqing 规则 导出 得到各文件，在 {} 里改成 {}: {}，把表放在旁边，再启用一次",
                 "get the files with minqing schema export, write {1}: {2} in {0} with the table "
                 "beside it, and apply that once",
                 main_file, key_of(part), file));
}

/// The name of the file that stands behind a key of the main file, as a range of it.
std::pair<std::size_t, std::size_t> find_included(const std::string& main, std::string_view key) {
  for (std::size_t start = 0; start < main.size();) {
    const std::size_t end = std::min(main.find('\n', start), main.size());
    const std::string_view line(main.data() + start, end - start);
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    if (line.substr(first).starts_with(std::string(key) + ":")) {
      const std::size_t value = line.find_first_not_of(" \"'", first + key.size() + 1);
      const std::size_t stop =
          std::min(value == std::string_view::npos ? value : line.find_first_of(" \"'#\r", value),
                   line.size());
      if (value != std::string_view::npos && names_file(line.substr(value, stop - value))) {
        return {start + value, stop - value};
      }
    }
    start = end + 1;
  }
  return {0, 0};
}

void replace_part(std::vector<NamedText>& files, const PartTable& table, std::string csv) {
  NamedText& main = files.front();
  const auto [at, size] = find_included(main.text, key_of(table.part));
  if (size == 0) refuse_inline(table.part, main.name);
  const std::string old_name = main.text.substr(at, size);
  const std::string name =
      std::string(part_words()[static_cast<std::size_t>(table.part)].id) + ".csv";
  main.text.replace(at, size, name);
  for (NamedText& file : files) {
    if (file.name == old_name) file = {name, std::move(csv)};
  }
}

}  // namespace

std::string with_parts(const std::string& schema_text, const std::vector<PartTable>& tables,
                       const UnitWord& unit_id) {
  const Schema schema = schema_from_text(schema_text);
  const Reworder reworder(schema, tables, unit_id);
  std::vector<NamedText> files = split_text(schema_text);
  std::vector<base::Problem> problems;
  for (const PartTable& table : tables) {
    replace_part(files, table, CsvMaker(table, reworder, problems).make());
  }
  if (!problems.empty()) throw base::Rejected(std::move(problems));
  return join_texts(files);
}

}  // namespace minqing::schema
