// SPDX-License-Identifier: MIT
// The cell styles of a workbook, as far as they say what a number is.

#pragma once

#include <string_view>
#include <vector>

#include "lib/intake/workbook/number_format.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

class Styles {
 public:
  /// No styles: all numbers are numbers.
  Styles() = default;
  explicit Styles(std::vector<NumberShape> shapes) : shapes_(std::move(shapes)) {}

  /// A style the workbook does not define shows plain numbers.
  NumberShape shape(std::size_t style) const {
    return style < shapes_.size() ? shapes_[style] : NumberShape::number;
  }

 private:
  std::vector<NumberShape> shapes_;  ///< by index in cellXfs
};

Styles read_styles(ZipArchive& archive, std::string_view part);

}  // namespace minqing::intake
