// SPDX-License-Identifier: MIT
// Who runs this process, as the operating system knows it.

#pragma once

#include <string>

namespace minqing::base {

/// The login of the effective user; the number when the system has no name for it.
std::string login_name();
/// `HOME`; without it the home of the real user, `/` when the system knows none.
std::string home_directory();

}  // namespace minqing::base
