// SPDX-License-Identifier: MIT
#include "cli/ask.hpp"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace minqing::cli {

namespace {

/// The terminal as it was found, for whoever interrupts a question.
termios found;

void put_back_and_end(int signal_number) {
  tcsetattr(STDIN_FILENO, TCSANOW, &found);
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

/// Some ways of the terminal off while it lives; put back also when the question is interrupted by
/// an exception or by Ctrl-C.
class Without {
 public:
  explicit Without(tcflag_t ways) {
    if (tcgetattr(STDIN_FILENO, &found) != 0) return;
    before_ = signal(SIGINT, put_back_and_end);
    termios now = found;
    now.c_lflag &= ~ways;
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &now) == 0;
  }
  ~Without() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &found);
    if (before_ != SIG_ERR) signal(SIGINT, before_);
  }
  Without(const Without&) = delete;

 private:
  bool changed_ = false;
  void (*before_)(int) = SIG_ERR;
};

}  // namespace

std::string ask_without_echo(const std::string& label) {
  std::cerr << label << ": " << std::flush;
  std::string answer;
  {
    const Without echo(ECHO);
    std::getline(std::cin, answer);
  }
  std::cerr << '\n';
  return answer;
}

char ask_key(const base::Text& question, std::string_view keys, base::Lang lang) {
  std::cerr << question.in(lang) << " " << std::flush;
  char key = keys.back();
  {
    const Without lines(ECHO | ICANON);
    for (char pressed; std::cin.get(pressed);) {
      if (keys.find(pressed) == std::string_view::npos) continue;
      key = pressed;
      break;
    }
  }
  std::cerr << key << '\n';
  return key;
}

std::string ask_line(const base::Text& question, base::Lang lang) {
  // Without a terminal nobody presses Enter on the screen.
  std::cerr << question.in(lang) << (isatty(STDIN_FILENO) ? ' ' : '\n') << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer;
}

bool is_on_a_terminal() { return isatty(STDIN_FILENO) && isatty(STDERR_FILENO); }

bool confirm(const base::Text& question, base::Lang lang) {
  std::cerr << question.in(lang) << " [y/N] " << std::flush;
  std::string answer;
  std::getline(std::cin, answer);
  return answer == "y" || answer == "Y" || answer == "是" || answer == "yes";
}

}  // namespace minqing::cli
