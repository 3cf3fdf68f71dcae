// SPDX-License-Identifier: MIT
// How far a long work has come: one line on standard error, written over and gone at the end. Only
// somebody who sits before a terminal sees it: never with --quiet or --json, nor where standard
// error is a file, a pipe or the mail of cron. No colour and no control but the carriage return.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/context.hpp"
#include "lib/base/text.hpp"

namespace minqing::cli {

class Progress {
 public:
  explicit Progress(Context& context);
  Progress(const Progress&) = delete;
  /// Erases the line.
  ~Progress();

  /// Whether anybody looks on; else nobody need count.
  bool is_watched() const { return watched_; }
  /// Whether it is time to show how far it is: not within the first moment, so that a short work
  /// shows nothing, and then ten times a second at most.
  bool is_due();
  void show(const base::Text& words);

 private:
  using Clock = std::chrono::steady_clock;

  void write(const std::string& line);

  const base::Lang lang_;
  const bool watched_;
  const int width_;
  Clock::time_point next_;
  int shown_ = 0;  ///< columns of the line that stands there
};

/// 0 to 100.
int per_cent(std::uint64_t done, std::uint64_t of);

}  // namespace minqing::cli
