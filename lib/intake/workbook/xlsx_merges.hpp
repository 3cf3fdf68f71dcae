// SPDX-License-Identifier: MIT
// The merged ranges of a sheet. They stand behind the rows but are needed before them, so a first,
// cheap pass inflates the part and looks for `<mergeCells` without parsing what lies in front of it
// (a quarter of the cost of reading the sheet). The main pass counts the ranges again and refuses
// the sheet when the two disagree.

#pragma once

#include <string_view>
#include <vector>

#include "lib/intake/cell.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

inline constexpr std::size_t kMaxMerges = 1 << 20;

std::vector<Range> find_merges(ZipArchive& archive, std::string_view part, std::string_view sheet);

}  // namespace minqing::intake
