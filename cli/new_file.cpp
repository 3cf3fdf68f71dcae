// SPDX-License-Identifier: MIT
#include "cli/new_file.hpp"

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

#include <unistd.h>

namespace minqing::cli {

using base::Error;
using base::Exit;
using base::text;

void check_new_file(const std::string& file) {
  const std::size_t slash = file.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : file.substr(0, slash + 1);
  if (access(folder.c_str(), W_OK) != 0) {
    throw Error(base::file_exists(folder) ? Exit::permission : Exit::not_found,
                text("不能写到 {}", "cannot write to {}", file),
                text("文件夹要先建好，并且可以写", "the folder must exist and be writable"));
  }
  if (!base::file_exists(file)) return;
  throw Error(
      Exit::conflict, text("{} 已经存在", "{} exists already", file),
      text("换一个文件名；已有的文件不覆盖", "choose another name; files are never overwritten"));
}

void check_page_file(const std::string& file) {
  if (!base::ends_with(file, ".html") && !base::ends_with(file, ".htm")) {
    throw Error(Exit::usage,
                text("{}：只能写成网页 .html", "{}: papers are written as .html only", file),
                text("用浏览器打开后打印；要改文字的，用 WPS、Word 打开网页另存",
                     "print it from a browser; word processors open it too"));
  }
  check_new_file(file);
}

}  // namespace minqing::cli
