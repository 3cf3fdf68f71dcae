// SPDX-License-Identifier: MIT
// How a command is told to read spreadsheets and text tables.

#pragma once

#include "cli/command.hpp"
#include "lib/intake/csv.hpp"

namespace minqing::cli {

/// `--encoding`; Error(usage) for one that is not known.
intake::CsvOptions read_text_options(const Arguments& arguments);

}  // namespace minqing::cli
