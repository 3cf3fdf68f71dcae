// SPDX-License-Identifier: MIT
// One document with every kind of block, in both languages: an invented town's weekly bulletin.

#pragma once

#include "lib/report/document.hpp"

namespace minqing::report {

Document sample_bulletin(base::Lang language);

}  // namespace minqing::report
