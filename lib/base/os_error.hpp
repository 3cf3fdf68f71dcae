// SPDX-License-Identifier: MIT
// From an errno to the sentence and the exit code that a user gets: not_found for what does not
// exist, permission for what is forbidden, io for the rest.

#pragma once

#include <string>

namespace minqing::base {

/// Both throw Error; `error` is the errno of the call that failed.
[[noreturn]] void fail_reading(const std::string& path, int error);
[[noreturn]] void fail_writing(const std::string& path, int error);

}  // namespace minqing::base
