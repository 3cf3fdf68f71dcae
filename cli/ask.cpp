// SPDX-License-Identifier: MIT
#include "cli/ask.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace minqing::cli {

namespace {

/// Echo off while it lives, also when the question is interrupted by an exception.
class Hidden {
 public:
  Hidden() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios now = before_;
    now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &now) == 0;
  }
  ~Hidden() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Hidden(const Hidden&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

}  // namespace

std::string ask_without_echo(const std::string& label) {
  std::cerr << label << ": " << std::flush;
  std::string answer;
  {
    Hidden hidden;
    std::getline(std::cin, answer);
  }
  std::cerr << '\n';
  return answer;
}

bool confirm(const base::Text& question, base::Lang lang) {
  std::cerr << question.in(lang) << " [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "是" || answer == "yes";
}

}  // namespace minqing::cli
