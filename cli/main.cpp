// SPDX-License-Identifier: MIT
// Parse, dispatch, turn errors into text and exit codes. Built twice: as `minqing`, which hands
// commands marked `office` to the second program, and as `minqing-office`, which carries them out.

#include "cli/command_table.hpp"
#include "cli/context.hpp"
#include "cli/desk.hpp"
#include "cli/help.hpp"
#ifdef MINQING_OFFICE
#include "cli/office.hpp"
#endif
#include "cli/parse.hpp"
#include "cli/remote.hpp"
#include "cli/resources.hpp"
#include "cli/version.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::size_t kMaxProblems = 50;

/// What a process that handles residents' data does before anything else.
void settle_process() {
  // A closed standard stream must not become the ledger's file descriptor.
  for (int fd = 0; fd < 3; ++fd) {
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
      (void)!open("/dev/null", fd == 0 ? O_RDONLY : O_WRONLY);
  }
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);  // the write fails instead, and says so
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);  // no plain text in core files
  // What a short process frees it needs again at once: fetching it anew from the kernel costs more
  // than most of what is done with it.
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

class ErrorPrinter {
 public:
  ErrorPrinter(base::Lang lang, std::string name, bool writes)
      : lang_(lang), name_(std::move(name)), writes_(writes) {}

  void message(const base::Text& what) { put(name_ + ": " + what.in(lang_)); }
  void way_out(const base::Text& how) {
    if (!how.empty()) put("  " + how.in(lang_));
  }
  void problems(const std::vector<base::Problem>& all) {
    for (std::size_t i = 0; i < all.size() && i < kMaxProblems; ++i) {
      put(name_ + ": " + base::to_line(all[i], lang_));
      way_out(all[i].way_out);
    }
    if (all.size() > kMaxProblems) {
      put(text("还有 {} 处问题", "and {}", base::counted(all.size() - kMaxProblems, "more problem"))
              .in(lang_));
    }
    nothing_written();
  }
  void nothing_written() {
    if (writes_) put(text("什么也没有写入", "nothing was written").in(lang_));
  }

 private:
  void put(const std::string& line) {
    const std::string out = base::visible(line, true) + "\n";
    (void)!write(STDERR_FILENO, out.data(), out.size());
  }
  base::Lang lang_;
  std::string name_;
  bool writes_;  ///< the command would have written
};

int report_error(base::Lang lang, const std::string& name, bool writes) {
  ErrorPrinter print(lang, name, writes);
  try {
    throw;
  } catch (const base::Rejected& error) {
    print.problems(error.problems());
    return static_cast<int>(error.exit());
  } catch (const ledger::Refused& error) {
    for (const auto& item : error.items()) {
      print.message(item.refusal.reason);
      print.way_out(item.refusal.way_out);
    }
    // Who sees one number refused must know that the others were not written either.
    if (error.commands() > 1) print.nothing_written();
    return static_cast<int>(error.exit());
  } catch (const base::OutcomeUnknown& error) {
    print.message(error.message());
    print.way_out(text("用同一个键再执行一次，不会写两次：--幂等键 {}",
                       "repeat it with the same key; it is "
                       "never written twice: --key {}",
                       error.transaction()));
    print.way_out(base::same("outcome=unknown id=" + error.transaction()));
    return static_cast<int>(error.exit());
  } catch (const Error& error) {
    print.message(error.message());
    print.way_out(error.way_out());
    return static_cast<int>(error.exit());
  } catch (const base::JsonError& error) {
    print.message(text("内容不合格式：{}", "malformed content: {}", error.what()));
    return static_cast<int>(Exit::integrity);
  } catch (const std::bad_alloc&) {
    print.message(text("内存不足，什么也没有写入", "out of memory; nothing was written"));
    return static_cast<int>(Exit::other);
  } catch (const std::exception& error) {
    print.message(text("程序出错：{}", "internal error: {}", error.what()));
    return static_cast<int>(Exit::other);
  }
}

#ifdef MINQING_CARRIES_ALL
/// Somebody wants a library loaded before everything else, such as a clock that stands still.
bool wants_preloading() {
  const char* libraries = std::getenv("LD_PRELOAD");
  return libraries && *libraries;
}
#endif

#ifndef MINQING_OFFICE
[[noreturn]] void hand_to_office(char** argv) {
  const std::string program = office_program();
  execv(program.c_str(), argv);
  throw Error(Exit::other,
              text("找不到 {}（{}）", "cannot start {} ({})", program, std::strerror(errno)),
              text("重新安装 minqing", "install minqing again"));
}
#endif

int dispatch(Context& context, const CommandLine& line) {
  if (line.asks_help && line.command) {
    print_command_help(context, *line.command);
    return 0;
  }
  if (!line.command) {
    const bool at_desk = !line.asks_help && isatty(STDOUT_FILENO) && context.knows_ledger();
    return at_desk ? show_desk(context) : show_help(context, {}, false);
  }
#ifdef MINQING_OFFICE
  if (!line.command->run) return run_office_command(context, *line.command, line.arguments);
#endif
  return line.command->run(context, line.arguments);
}

int run(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  base::Lang lang = base::Lang::zh;
  std::string name = "minqing";
  bool writes = false;
  // Before the line is understood, its own words already say which language its errors take.
  for (auto it = arguments.begin(); it != arguments.end(); ++it) {
    if (*it == "--lang=en" ||
        (*it == "--lang" && std::next(it) != arguments.end() && *std::next(it) == "en")) {
      lang = base::Lang::en;
    }
  }
  try {
#ifdef MINQING_CARRIES_ALL
    if (wants_preloading() && base::file_exists(office_program())) hand_to_office(argv);
#endif
    for (const std::string& argument : arguments) {
      if (!base::is_valid_utf8(argument)) {
        throw Error(Exit::usage, text("参数不是 UTF-8", "an argument is not UTF-8"));
      }
    }
    const CommandLine line = parse_command_line(arguments);
    if (line.command) {
      writes = line.command->nature == Nature::writes || line.command->nature == Nature::creates;
    }
    // Taken apart by nobody: what the end of the process frees at once would take a short command
    // as long as the parsing of its line.
    static Context& context = *new Context(line.arguments, base::machine_now);
    lang = context.lang();
    if (line.arguments.has("version")) {
      context.out().line("minqing " + std::string(program_version()));
      return context.out().flush() ? 0 : static_cast<int>(Exit::io);
    }
    if (const auto ledger = remote_ledger(context, line)) {
      return run_remotely(context, line, *ledger);
    }
#ifndef MINQING_OFFICE
    if (line.command && line.command->office && !line.asks_help) hand_to_office(argv);
#endif
    int code = 0;
    try {
      code = dispatch(context, line);
    } catch (...) {
      lang = context.lang();
      context.close();
      context.out().flush();
      throw;
    }
    context.let_go();
    // The work is done even when nobody reads the result any more.
    if (!context.out().flush()) {
      context.out().remark(text("结果没有全部输出", "the result could not be printed in full"));
      if (!writes) return static_cast<int>(Exit::io);
    }
    return code;
  } catch (...) {
    if (const auto typed = typed_command(arguments); !typed.empty())
      name += " " + std::string(typed);
    return report_error(lang, name, writes);
  }
}

}  // namespace

}  // namespace minqing::cli

int main(int argc, char** argv) {
  minqing::cli::settle_process();
  return minqing::cli::run(argc, argv);
}
