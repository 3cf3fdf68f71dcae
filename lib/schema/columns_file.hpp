// SPDX-License-Identifier: MIT
// How the columns of a sheet are read, kept in a file: `import --save-profile` writes it, `import
// --profile FILE` reads it. A village's sheet looks the same every month.
//
//   columns:
//     - {heading: "事由", field: content}
//     - {heading: "经办意见"}          # left out
//   set: {village: "热水村"}           # for all rows
//   unknown_category: other           # where rows without a known category go

#pragma once

#include <map>
#include <string>
#include <vector>

namespace minqing::schema {

struct ColumnsFile {
  struct Column {
    std::string heading;
    std::string field;  ///< empty: left out

    bool operator==(const Column&) const = default;
  };
  std::vector<Column> columns;
  std::map<std::string, std::string> set;  ///< by field
  std::string unknown_category;            ///< empty: nowhere

  bool operator==(const ColumnsFile&) const = default;
};

std::string to_yaml(const ColumnsFile& file);
/// Throws Error when the file cannot be opened, Rejected with every mistake at file:line:column.
/// Whether there are such fields is for the caller to say.
ColumnsFile read_columns_file(const std::string& path);

}  // namespace minqing::schema
