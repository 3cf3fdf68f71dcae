// SPDX-License-Identifier: MIT
#include "lib/schema/files.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/source_text.hpp"
#include "lib/schema/table.hpp"
#include "lib/schema/yaml.hpp"

#include <algorithm>
#include <utility>

namespace minqing::schema {
namespace {

/// Stands before each file's name; no line of a file may begin like this.
constexpr std::string_view kSeparator = "--- ";

bool is_table(std::string_view name) { return name.ends_with(".csv"); }

/// Only files beside schema.yaml: a schema from elsewhere must not read what it likes.
bool stays_inside(std::string_view name) {
  if (name.find_first_of("\r\n") != std::string_view::npos || base::trim(name) != name)
    return false;
  const auto parts = base::split(name, '/');
  return std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

bool refuse_separators(const SourceText& source, Problems& problems) {
  for (std::size_t i = 0; i < source.line_count(); ++i) {
    if (!source.line(i).starts_with(kSeparator)) continue;
    problems.add({source.file(), static_cast<int>(i) + 1, 1}, {},
                 {"一行不能以“--- ”开头", "a line must not begin with '--- '"},
                 {"“---”单独成行，或删掉", "let '---' stand alone on its line, or delete it"});
    return false;
  }
  return true;
}

}  // namespace

bool names_file(std::string_view word) {
  return word.ends_with(".yaml") || word.ends_with(".yml") || is_table(word);
}

Files::Files(Read read, Show show, Problems& problems)
    : read_(std::move(read)), show_(std::move(show)), problems_(problems) {}

bool Files::may_open(const std::string& name, Position asked_at) {
  if (!stays_inside(name)) {
    problems_.add(asked_at, name, {"只能引用同一文件夹里的文件", "only files of the same folder"});
    return false;
  }
  if (std::find(opened_.begin(), opened_.end(), name) != opened_.end()) {
    problems_.add(asked_at, name, {"这个文件已经用过", "this file is used already"});
    return false;
  }
  return true;
}

std::optional<std::string> Files::read(const std::string& name, Position asked_at) {
  try {
    return read_(name);
  } catch (const base::Error& error) {
    problems_.add(asked_at, name, error.message(), error.way_out());
    return std::nullopt;
  }
}

std::optional<Files::Plain> Files::take(const std::string& name, Position asked_at) {
  if (!may_open(name, asked_at)) return std::nullopt;
  std::optional<std::string> text = read(name, asked_at);
  if (!text) return std::nullopt;
  opened_.push_back(name);
  Plain plain{*std::move(text), problems_.add_file(show_(name))};
  if (!refuse_separators(SourceText(plain.text, plain.file), problems_)) return std::nullopt;
  text_ += join_texts({{name, plain.text}});
  return plain;
}

std::optional<Node> Files::open(const std::string& name, Position asked_at) {
  const std::optional<Plain> plain = take(name, asked_at);
  if (!plain) return std::nullopt;
  const SourceText source(plain->text, plain->file);
  return is_table(name) ? parse_table(source, problems_) : parse_yaml(source, problems_);
}

std::optional<Files::Plain> Files::open_plain(const std::string& name, Position asked_at) {
  std::optional<Plain> plain = take(name, asked_at);
  if (plain && !SourceText(plain->text, plain->file).check(problems_)) return std::nullopt;
  return plain;
}

std::string join_texts(const std::vector<NamedText>& files) {
  std::string text;
  for (const NamedText& file : files) {
    text.append(kSeparator).append(file.name).append("\n").append(file.text);
    if (!text.ends_with('\n')) text += '\n';
  }
  return text;
}

std::vector<NamedText> split_text(std::string_view text) {
  std::vector<NamedText> files;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (line.starts_with(kSeparator)) {
      const std::string_view name = base::trim(line.substr(kSeparator.size()));
      files.push_back({std::string(name), {}});
    } else if (files.empty()) {
      return {};
    } else {
      files.back().text += line;
    }
    text.remove_prefix(end);
  }
  return files;
}

}  // namespace minqing::schema
