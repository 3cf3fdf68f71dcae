// SPDX-License-Identifier: MIT
#include "cli/resources.hpp"

#include "lib/base/file.hpp"

#include <unistd.h>

#include <climits>
#include <cstdlib>

namespace minqing::cli {

namespace {

std::string program_directory() {
  char path[PATH_MAX];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  const std::string program(path, length > 0 ? static_cast<std::size_t>(length) : 0);
  return program.substr(0, program.rfind('/'));
}

}  // namespace

std::string schemas_directory() {
  if (const char* given = std::getenv("MINQING_SCHEMAS"); given && *given) return given;
  // From bin/, and from libexec/minqing/.
  for (const char* place : {"/../share/minqing/schemas", "/../../share/minqing/schemas"}) {
    if (std::string installed = program_directory() + place; base::file_exists(installed)) {
      return installed;
    }
  }
  return MINQING_SOURCE_SCHEMAS;
}

std::string office_program() {
  const std::string installed = program_directory() + "/../libexec/minqing/minqing-office";
  return base::file_exists(installed) ? installed : program_directory() + "/minqing-office";
}

}  // namespace minqing::cli
