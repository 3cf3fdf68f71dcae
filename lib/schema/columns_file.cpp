// SPDX-License-Identifier: MIT
#include "lib/schema/columns_file.hpp"

#include "lib/base/file.hpp"
#include "lib/schema/readers.hpp"

namespace minqing::schema {
namespace {

constexpr std::size_t kMostColumns = 1000;

/// In quotes, since a heading may hold anything.
std::string quoted(const std::string& words) {
  std::string out = "\"";
  for (char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  }
  return out + "\"";
}

ColumnsFile::Column read_column(const Node& node, Reading& reading) {
  ColumnsFile::Column column;
  MapReader map(node, reading);
  map.need("heading");
  map.text("heading", column.heading, Bare::welcome);
  map.text("field", column.field, Bare::welcome);
  return column;
}

ColumnsFile read_all(const Node& root, Reading& reading) {
  ColumnsFile file;
  MapReader map(root, reading);
  if (const Node* columns = map.need("columns")) {
    for (const Node& column : items_of(*columns, kMostColumns, reading)) {
      file.columns.push_back(read_column(column, reading));
    }
  }
  if (const Node* set = map.find("set")) {
    for (const Entry& entry : entries_of(*set, reading)) {
      file.set[entry.key] = read_text(entry.value, entry.key, reading.problems, Bare::welcome);
    }
  }
  map.text("unknown_category", file.unknown_category, Bare::welcome);
  return file;
}

}  // namespace

std::string to_yaml(const ColumnsFile& file) {
  std::string out = "columns:\n";
  for (const ColumnsFile::Column& column : file.columns) {
    out += "  - {heading: " + quoted(column.heading);
    if (!column.field.empty()) out += ", field: " + column.field;
    out += "}\n";
  }
  if (!file.unknown_category.empty()) {
    out += "unknown_category: " + quoted(file.unknown_category) + "\n";
  }
  if (file.set.empty()) return out;
  out += "set:\n";
  for (const auto& [field, value] : file.set) out += "  " + field + ": " + quoted(value) + "\n";
  return out;
}

ColumnsFile read_columns_file(const std::string& path) {
  const std::string text = base::read_file(path, kMaxFileBytes);
  Problems problems;
  Names names;
  Headings headings;
  // Whatever the file is called: its name in here has no folder, so that it may be opened.
  Files files([&](const std::string&) { return text; }, [&](const std::string&) { return path; },
              problems);
  Reading reading{files, names, headings, problems};
  ColumnsFile out;
  if (const auto root = files.open("columns.yaml", {})) out = read_all(*root, reading);
  problems.throw_if_any();
  return out;
}

}  // namespace minqing::schema
