// SPDX-License-Identifier: MIT
#include "cli/office.hpp"

namespace minqing::cli {

int run_import(Context&, const Arguments&) { return 1; }

}  // namespace minqing::cli
