// SPDX-License-Identifier: MIT
// What ends the reading of a workbook: one problem with its place, thrown as base::Rejected. Half a
// workbook is no basis for anything.

#pragma once

#include <string>

#include "lib/base/error.hpp"

namespace minqing::intake {

/// The way out for damaged files: open and save again, which repairs most of them.
base::Text save_again();

[[noreturn]] void reject(base::Place place, base::Text reason, base::Text way_out = save_again());
[[noreturn]] void reject_file(const std::string& file, base::Text reason,
                              base::Text way_out = save_again());

}  // namespace minqing::intake
