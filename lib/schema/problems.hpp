// SPDX-License-Identifier: MIT
// The faults of a schema, collected over all its files and reported together. Positions are small
// because every node of a file carries one; the names of the files are kept here once.

#pragma once

#include "lib/base/error.hpp"
#include "lib/base/text.hpp"

#include <string>
#include <vector>

namespace minqing::schema {

/// Where something stands: the file by its index in Problems, line and column from 1 on. Columns
/// count code points, as editors show them. A line of 0 means the file as a whole.
struct Position {
  int file = 0;
  int line = 0;
  int column = 0;

  auto operator<=>(const Position&) const = default;
};

class Problems {
 public:
  /// More are counted but not listed: the first ones explain the rest.
  static constexpr std::size_t kMax = 50;

  /// Makes a file known by the name to show; the result goes into Position::file.
  int add_file(std::string name);
  const std::string& file_name(int file) const { return files_[static_cast<std::size_t>(file)]; }

  /// `field` is the key as it stands in the file. The same fault at the same place counts once.
  void add(Position at, const std::string& field, base::Text reason, base::Text way_out = {});

  std::size_t count() const { return found_.size(); }
  bool empty() const { return found_.empty(); }
  /// In the order of the files and lines; the last one says how many are left out.
  std::vector<base::Problem> sorted() const;
  /// Throws base::Rejected when there is any.
  void throw_if_any() const;
  /// `units.csv:12:5`, for sentences that name a second place.
  std::string name_of(Position at) const;

 private:
  struct Found {
    Position at;
    base::Problem problem;
  };

  base::Place place_of(Position at) const;

  std::vector<std::string> files_;
  std::vector<Found> found_;
  std::size_t unlisted_ = 0;
};

}  // namespace minqing::schema
