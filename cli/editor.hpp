// SPDX-License-Identifier: MIT
// The user's own editor over a text that may hold personal data: the file is 0600 in a folder of
// its own that nobody else can enter.

#pragma once

#include <string>

namespace minqing::cli {

/// A private file that is removed with its folder when this ends, unless it is kept.
class PrivateFile {
 public:
  /// In $XDG_RUNTIME_DIR, which does not outlive the login, else in $TMPDIR or /tmp.
  PrivateFile(const std::string& name, const std::string& content);
  ~PrivateFile();
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  const std::string& path() const { return path_; }
  void keep() { kept_ = true; }

 private:
  std::string folder_;
  std::string path_;
  bool kept_ = false;
};

/// Runs $VISUAL, else $EDITOR, else vi, on the file and waits. Error(other) when it cannot be
/// started or ends with a fault.
void run_editor(const std::string& path);

}  // namespace minqing::cli
