// SPDX-License-Identifier: MIT
#include "cli/progress.hpp"

#include "lib/base/utf8.hpp"

#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

namespace minqing::cli {

namespace {

constexpr std::chrono::milliseconds kBeforeFirstLine{500};
constexpr std::chrono::milliseconds kBetweenLines{100};

bool is_progress_wanted(Context& context) {
  return !context.out().quiet && !context.json() && isatty(STDERR_FILENO);
}

/// Not while somebody holds the terminal (Ctrl-S): the ledger may be locked, and others wait.
bool takes_bytes_at_once() {
  pollfd terminal{STDERR_FILENO, POLLOUT, 0};
  return poll(&terminal, 1, 0) == 1 && (terminal.revents & POLLOUT) != 0;
}

/// One less than the terminal's: a full line would wrap and could not be written over.
int columns_of_error_terminal() {
  constexpr int kUnknown = 80;
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return (known ? size.ws_col : kUnknown) - 1;
}

}  // namespace

Progress::Progress(Context& context)
    : lang_(context.lang()),
      watched_(is_progress_wanted(context)),
      width_(watched_ ? columns_of_error_terminal() : 0),
      next_(Clock::now() + kBeforeFirstLine) {}

Progress::~Progress() {
  if (shown_ > 0) write({});
}

bool Progress::is_due() {
  if (!watched_) return false;
  const Clock::time_point now = Clock::now();
  if (now < next_) return false;
  next_ = now + kBetweenLines;
  return true;
}

void Progress::show(const base::Text& words) {
  if (watched_) write(base::fit(base::visible(words.in(lang_)), width_));
}

/// Blanks take what is left of a longer line; a line that fails to be shown is no fault.
void Progress::write(const std::string& line) {
  if (!takes_bytes_at_once()) return;
  const int columns = base::display_width(line);
  const std::string rest(static_cast<std::size_t>(std::max(0, shown_ - columns)), ' ');
  std::string bytes = "\r" + line + rest;
  if (columns == 0) bytes += '\r';
  if (::write(STDERR_FILENO, bytes.data(), bytes.size()) < 0) return;
  shown_ = columns;
}

int per_cent(std::uint64_t done, std::uint64_t of) {
  return of == 0 ? 100 : static_cast<int>(std::min<std::uint64_t>(done * 100 / of, 100));
}

}  // namespace minqing::cli
