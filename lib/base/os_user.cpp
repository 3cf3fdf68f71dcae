// SPDX-License-Identifier: MIT
#include "lib/base/os_user.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>
#include <optional>

namespace minqing::base {

namespace {

struct Closes {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// From the local list of users. Most are there, and to ask all name services of a system takes
/// longer than to open a ledger.
std::optional<std::string> local_login(uid_t uid) {
  const std::unique_ptr<std::FILE, Closes> list(std::fopen("/etc/passwd", "re"));
  if (!list) return std::nullopt;
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 1024> buffer;
  while (fgetpwent_r(list.get(), &entry, buffer.data(), buffer.size(), &found) == 0) {
    if (found->pw_uid == uid) return found->pw_name;
  }
  return std::nullopt;
}

}  // namespace

std::string login_name() {
  const uid_t uid = geteuid();
  if (auto login = local_login(uid)) return *std::move(login);
  if (const passwd* entry = getpwuid(uid)) return entry->pw_name;
  return std::to_string(uid);
}

}  // namespace minqing::base
