// SPDX-License-Identifier: MIT
// run_in_turn ROUNDS WARM_UP -- COMMAND… [-- COMMAND…]…: runs the commands in turn (A B A B …) and
// prints one line a round with `wall_us cpu_us peak_kb` for each command. What disturbs the machine
// then disturbs all alike, and a pair of neighbours can be compared. Rounds of the warm-up are not
// printed.
//
// `{}` in a word stands for the number of the run, four digits. Words NAME=VALUE before the program
// are its environment on top of ours. Standard input is empty
// and standard output thrown away; what a command says on standard error is shown when it fails,
// and that ends the run with 1.

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

extern char** environ;

namespace {

struct Command {
  std::vector<char*> environment;
  std::vector<std::string> words;
};

struct Cost {
  long long wall_us = 0;
  long long cpu_us = 0;
  long peak_kb = 0;
};

long long micros(const timeval& time) { return time.tv_sec * 1'000'000LL + time.tv_usec; }

Command read_command(char** begin, char** end) {
  Command out;
  while (begin != end && std::strchr(*begin, '=')) out.environment.push_back(*begin++);
  for (char** entry = environ; *entry; ++entry) out.environment.push_back(*entry);
  out.environment.push_back(nullptr);
  out.words.assign(begin, end);
  return out;
}

std::vector<Command> read_commands(char** begin, char** end) {
  std::vector<Command> out;
  for (char** at = begin; at != end;) {
    char** next = at + 1;
    while (next != end && std::strcmp(*next, "--") != 0) ++next;
    out.push_back(read_command(at + 1, next));
    at = next;
  }
  return out;
}

/// The three standard streams of a child.
class Streams {
 public:
  Streams() : said_(memfd_create("standard error", MFD_CLOEXEC)) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, said_, 2);
  }
  ~Streams() {
    posix_spawn_file_actions_destroy(&actions_);
    close(said_);
  }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  void forget() {
    (void)!ftruncate(said_, 0);
    lseek(said_, 0, SEEK_SET);
  }
  void show() {
    char text[4096];
    lseek(said_, 0, SEEK_SET);
    for (ssize_t size; (size = read(said_, text, sizeof text)) > 0;) {
      (void)!write(2, text, static_cast<std::size_t>(size));
    }
  }

 private:
  posix_spawn_file_actions_t actions_;
  int said_;
};

std::vector<std::string> numbered(std::vector<std::string> words, int no) {
  char number[16];
  std::snprintf(number, sizeof number, "%04d", no);
  for (std::string& word : words) {
    if (const std::size_t at = word.find("{}"); at != std::string::npos)
      word.replace(at, 2, number);
  }
  return words;
}

Cost run(const Command& command, int no, Streams& streams) {
  std::vector<std::string> words = numbered(command.words, no);
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  streams.forget();
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const int fault = posix_spawnp(&child, pointers[0], streams.actions(), nullptr, pointers.data(),
                                 command.environment.data());
  int status = 0;
  rusage used{};
  if (fault == 0) wait4(child, &status, 0, &used);
  const auto wall = std::chrono::steady_clock::now() - start;
  if (fault != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    streams.show();
    std::fprintf(stderr, "run_in_turn: %s failed (%s %d)\n", pointers[0],
                 fault != 0 ? std::strerror(fault) : "status", status);
    std::exit(1);
  }
  return {std::chrono::duration_cast<std::chrono::microseconds>(wall).count(),
          micros(used.ru_utime) + micros(used.ru_stime), used.ru_maxrss};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5 || std::strcmp(argv[3], "--") != 0) {
    std::fprintf(stderr, "usage: run_in_turn ROUNDS WARM_UP -- COMMAND… [-- COMMAND…]…\n");
    return 2;
  }
  const int rounds = std::atoi(argv[1]);
  const int warm_up = std::atoi(argv[2]);
  const std::vector<Command> commands = read_commands(argv + 3, argv + argc);
  Streams streams;
  for (int no = 0; no < warm_up + rounds; ++no) {
    std::string line;
    for (const Command& command : commands) {
      const Cost cost = run(command, no, streams);
      line += std::to_string(cost.wall_us) + ' ' + std::to_string(cost.cpu_us) + ' ' +
              std::to_string(cost.peak_kb) + ' ';
    }
    if (no >= warm_up) std::printf("%s\n", line.c_str());
  }
  return 0;
}
