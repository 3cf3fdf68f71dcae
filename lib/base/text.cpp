// SPDX-License-Identifier: MIT
#include "lib/base/text.hpp"

namespace minqing::base {

Text same(std::string_view words) { return {std::string(words), std::string(words)}; }

}  // namespace minqing::base
