// SPDX-License-Identifier: MIT
#include "cli/editor.hpp"

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

std::string environment(std::initializer_list<const char*> names, const char* otherwise) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return otherwise;
}

std::string make_private_folder() {
  std::string pattern = environment({"XDG_RUNTIME_DIR", "TMPDIR"}, "/tmp") + "/minqing-XXXXXX";
  if (mkdtemp(pattern.data()) != nullptr) return pattern;  // mode 0700
  throw Error(Exit::io, text("不能建立临时文件夹 {}", "cannot make the folder {}", pattern),
              text("设 TMPDIR 为可以写的文件夹", "let TMPDIR name a folder that can be written"));
}

/// Ctrl-C while the editor runs is meant for the editor.
class LeftToTheEditor {
 public:
  LeftToTheEditor() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignore, &interrupt_);
    sigaction(SIGQUIT, &ignore, &quit_);
  }
  ~LeftToTheEditor() { restore(); }
  LeftToTheEditor(const LeftToTheEditor&) = delete;
  LeftToTheEditor& operator=(const LeftToTheEditor&) = delete;
  void restore() const {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  struct sigaction interrupt_ {};
  struct sigaction quit_ {};
};

}  // namespace

PrivateFile::PrivateFile(const std::string& name, const std::string& content)
    : folder_(make_private_folder()), path_(folder_ + "/" + name) {
  base::write_file_atomically(path_, content, 0600);
}

PrivateFile::~PrivateFile() {
  if (kept_) return;
  std::error_code ignored;  // editors leave swap and backup files beside it
  std::filesystem::remove_all(folder_, ignored);
}

void run_editor(const std::string& path) {
  const std::string editor = environment({"VISUAL", "EDITOR"}, "vi");
  // Through the shell, because the variable may hold options: `code --wait`.
  const std::string line = editor + " \"$1\"";
  const LeftToTheEditor signals;
  const pid_t child = fork();
  if (child == 0) {
    signals.restore();
    execl("/bin/sh", "sh", "-c", line.c_str(), editor.c_str(), path.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  throw Error(Exit::other, text("编辑器 {} 没有正常结束", "the editor {} did not end well", editor),
              text("用 EDITOR 指定编辑器，如 EDITOR=nano",
                   "name an editor with EDITOR, such as EDITOR=nano"));
}

}  // namespace minqing::cli
