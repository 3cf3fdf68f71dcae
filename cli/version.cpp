// SPDX-License-Identifier: MIT
#include "cli/version.hpp"

namespace minqing::cli {

std::string_view program_version() { return MINQING_VERSION; }

}  // namespace minqing::cli
