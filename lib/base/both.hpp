// SPDX-License-Identifier: MIT
// Two pieces of work at the same time.

#pragma once

#include <future>
#include <system_error>
#include <utility>

namespace minqing::base {

/// Does `beside` on a second thread while `here` is done on this one; where no thread is to be had,
/// one after the other. Ends when both have ended. Throws what `here` throws, else what `beside`
/// throws.
template <class Here, class Beside>
void do_both(Here here, Beside beside) {
  std::future<void> other;
  try {
    other = std::async(std::launch::async, std::move(beside));
  } catch (const std::system_error&) {
    other = std::async(std::launch::deferred, std::move(beside));
  }
  here();
  other.get();
}

}  // namespace minqing::base
