// SPDX-License-Identifier: MIT
// Columns kept in a file: what is written is read again, whatever the headings hold.

#include "lib/schema/columns_file.hpp"

#include "lib/base/file.hpp"
#include "tests/unit/schema/samples.hpp"

#include <cstdlib>
#include <filesystem>

namespace minqing::schema {
namespace {

std::string written(const std::string& text) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("minqing-columns-" + std::to_string(getpid()) + ".yaml");
  std::filesystem::remove(path);
  base::write_file_atomically(path.string(), text);
  return path.string();
}

std::vector<std::string> mistakes(const std::string& text) {
  const std::string path = written(text);
  try {
    read_columns_file(path);
  } catch (const base::Rejected& error) {
    auto problems = error.problems();
    for (base::Problem& problem : problems) problem.place.file = "f";
    return lines_of(problems);
  }
  return {};
}

}  // namespace

TEST_CASE("columns come out of a file as they went in") {
  const ColumnsFile file{{{"事由", "content"},
                          {"诉求人/\"姓名\" \\ #1", "resident"},
                          {"true", ""},
                          {"2026: 备注 {}", ""}},
                         {{"village", "热水村"}, {"channel", "no"}},
                         "other"};
  CHECK(read_columns_file(written(to_yaml(file))) == file);
  const ColumnsFile none;
  CHECK(to_yaml(none) == "columns:\n");
}

TEST_CASE("mistakes in a file of columns stand at their place") {
  CHECK(mistakes("columns:\n  - {hading: 事由}\nsett: {}\n") ==
        std::vector<std::string>{"f:2:5: heading: this key is missing",
                                 "f:2:6: hading: there is no such key -> did you mean 'heading'?",
                                 "f:3:1: sett: there is no such key -> did you mean 'set'?"});
  CHECK(mistakes("columns: 事由\n").size() == 1);
  CHECK(mistakes("columns: [\n").size() == 1);
  CHECK(mistakes("columns: []\n").empty());
}

}  // namespace minqing::schema
