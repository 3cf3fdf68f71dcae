// SPDX-License-Identifier: MIT
// `import --history`: the imports so far, and their batches for `void --batch`.

#pragma once

#include "cli/context.hpp"

namespace minqing::cli {

int print_import_history(Context& context);

}  // namespace minqing::cli
