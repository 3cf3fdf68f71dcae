// SPDX-License-Identifier: MIT
#include "cli/remote.hpp"

#include "cli/new_file.hpp"
#include "cli/remote_words.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/error.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

constexpr int kConnectionFailed = 255;  // of ssh
constexpr int kNotStarted = 127;

/// A program with its standard input and output; -1: as they are here.
pid_t start(const Words& words, int in, int out, bool is_quiet = false) {
  const pid_t child = fork();
  if (child != 0) return child;
  if (is_quiet) dup2(open("/dev/null", O_WRONLY | O_CLOEXEC), STDERR_FILENO);
  if (in >= 0) dup2(in, STDIN_FILENO);
  if (out >= 0) dup2(out, STDOUT_FILENO);
  std::vector<char*> argv;
  for (const std::string& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  execvp(argv[0], argv.data());
  _exit(kNotStarted);
}

int wait_for(pid_t child) {
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && WIFEXITED(status)) return WEXITSTATUS(status);
  return kConnectionFailed;
}

/// Both ends are closed in programs that are started, but for what start() hands them.
struct Pipe {
  Pipe() {
    if (pipe2(ends, O_CLOEXEC) != 0) {
      throw Error(Exit::io, text("不能建立管道", "cannot make a pipe"));
    }
  }
  ~Pipe() {
    close_reading();
    close_writing();
  }
  Pipe(const Pipe&) = delete;
  void close_reading() { close_end(ends[0]); }
  void close_writing() { close_end(ends[1]); }
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  int ends[2] = {-1, -1};
};

/// Where what was written there arrives: beside its name here, so that it can take it at once.
class Arrival {
 public:
  explicit Arrival(const std::string& path) : path_(path) {
    check_new_file(path);
    fs::path folder = fs::path(path).parent_path();
    if (folder.empty()) folder = ".";
    std::string pattern = (folder / ".minqing-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
      throw Error(Exit::io, text("不能写到 {}", "cannot write to {}", folder.string()));
    }
    folder_ = pattern;
  }
  ~Arrival() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Arrival(const Arrival&) = delete;
  const std::string& folder() const { return folder_; }

  void take() const {
    const fs::path arrived = fs::path(folder_) / fs::path(path_).filename();
    if (!fs::exists(arrived)) return;  // a dry run
    check_new_file(path_);
    std::error_code fault;
    fs::rename(arrived, path_, fault);
    if (fault) throw Error(Exit::io, text("不能写到 {}", "cannot write to {}", path_));
  }

 private:
  std::string path_;
  std::string folder_;
};

Words packing(const std::vector<std::string>& files) {
  Words tar = {"tar", "cf", "-"};
  for (const std::string& file : files) {
    fs::path path = fs::path(file);
    if (!path.has_filename()) path = path.parent_path();  // `规则/`
    const fs::path folder = path.parent_path();
    const std::string name = "./" + path.filename().string();
    tar.insert(tar.end(), {"-C", fs::absolute(folder.empty() ? "." : folder).string(), name});
  }
  return tar;
}

/// Somebody sits at both ends: the command there may ask.
bool is_dialogue(const Luggage& luggage) {
  return luggage.empty() && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

Words ssh_words(const RemotePlace& place, const RemoteLine& line) {
  const char* program = std::getenv("MINQING_SSH");
  Words words = {program != nullptr && *program != '\0' ? program : "ssh"};
  if (is_dialogue(line.luggage)) words.push_back("-t");
  if (!place.port.empty()) words.insert(words.end(), {"-p", place.port});
  words.insert(words.end(), {"--", place.host, line.shell});
  return words;
}

int run_with_luggage(const Words& ssh, const Luggage& luggage) {
  std::optional<Arrival> arrival;
  if (luggage.taken) arrival.emplace(*luggage.taken);
  std::optional<Pipe> there, back;
  pid_t packer = 0, unpacker = 0;
  if (!luggage.sent.empty()) {
    there.emplace();
    packer = start(packing(luggage.sent), -1, there->ends[1]);
    there->close_writing();
  }
  if (arrival) back.emplace();
  const pid_t remote = start(ssh, there ? there->ends[0] : -1, back ? back->ends[1] : -1);
  if (there) there->close_reading();
  if (back) {
    back->close_writing();
    unpacker = start({"tar", "xmof", "-", "-C", arrival->folder()}, back->ends[0], -1, true);
    back->close_reading();
  }
  const int code = wait_for(remote);
  if (packer > 0) wait_for(packer);
  const bool is_unpacked = unpacker <= 0 || wait_for(unpacker) == 0;
  if (!arrival) return code;
  // A command that refuses some rows (exit 11) sends them back all the same.
  if (code != 0 && code != static_cast<int>(Exit::partly)) return code;
  if (!is_unpacked) {
    throw Error(Exit::io, text("送回来的文件读不出", "what came back cannot be unpacked"));
  }
  arrival->take();
  return code;
}

bool has_key(const Command* command) {
  const auto options = all_options(*command);
  return std::any_of(options.begin(), options.end(),
                     [](const Option* option) { return option->name == "key"; });
}

/// Whoever works is known here; the login there is often one for all.
void name_actor(const Context& context, Arguments& arguments) {
  const std::string& actor = context.settings().actor;
  if (!actor.empty() && !arguments.has("as")) arguments.options["as"] = {actor};
}

[[noreturn]] void fail_to_connect(const RemotePlace& place, const std::string& key) {
  if (!key.empty()) {
    throw base::OutcomeUnknown(
        text("与 {} 的连接没有建立或中断，结果未知",
             "the connection to {} failed or broke; the outcome is unknown", place.host),
        key);
  }
  throw Error(Exit::io,
              text("连不上 {}，或连接中断", "no connection to {}, or it broke", place.host),
              text("先试 ssh {}", "try ssh {} first", place.host));
}

}  // namespace

std::optional<std::string> remote_ledger(const Context& context, const CommandLine& line) {
  const std::string ledger = line.arguments.value("ledger").value_or(context.settings().ledger);
  const bool needs_it = line.command ? line.command->nature != Nature::none : !ledger.empty();
  if (line.asks_help || !needs_it || !is_remote(ledger)) return std::nullopt;
  return ledger;
}

int run_remotely(Context& context, const CommandLine& line, const std::string& ledger) {
  const RemotePlace place = parse_remote_place(ledger);
  Arguments arguments = line.arguments;
  name_actor(context, arguments);
  std::string key;
  if (line.command && has_key(line.command)) {
    // With a key of its own a command that is repeated after a broken connection writes once.
    if (!arguments.has("key")) {
      arguments.options["key"] = {base::make_uuid_v7(context.clock()().micros / 1000)};
    }
    key = *arguments.value("key");
  }
  const RemoteLine remote = remote_line(place, line.command, std::move(arguments));
  const int code = run_with_luggage(ssh_words(place, remote), remote.luggage);
  if (code == kConnectionFailed) fail_to_connect(place, key);
  if (code == kNotStarted) {
    throw Error(Exit::other,
                text("没有 ssh，或者 {} 上没有 minqing",
                     "there is no ssh here, or no minqing on {}", place.host),
                text("两台机器都要装好", "both machines need theirs"));
  }
  return code;
}

}  // namespace minqing::cli
