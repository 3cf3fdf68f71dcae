// SPDX-License-Identifier: MIT
#include "lib/base/os_user.hpp"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>

namespace minqing::base {

namespace {

struct Entry {
  std::string login, home;
};

std::optional<Entry> find_in(std::FILE* list, uid_t uid) {
  passwd entry{};
  passwd* found = nullptr;
  std::array<char, 1 << 14> buffer;
  while (fgetpwent_r(list, &entry, buffer.data(), buffer.size(), &found) == 0) {
    if (found->pw_uid == uid) return Entry{found->pw_name, found->pw_dir};
  }
  return std::nullopt;
}

struct Closes {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// From the local list of users. Most are there, and to ask all name services of a system takes
/// longer than to open a ledger.
std::optional<Entry> find_here(uid_t uid) {
  const std::unique_ptr<std::FILE, Closes> list(std::fopen("/etc/passwd", "re"));
  return list ? find_in(list.get(), uid) : std::nullopt;
}

struct Ends {
  void operator()(std::FILE* file) const { pclose(file); }
};

/// A program of its own asks the name services: a program that carries its C library cannot load
/// what they need. By its full name, because it says who somebody is.
std::optional<Entry> ask_name_services(uid_t uid) {
  const std::string question = "/usr/bin/getent passwd " + std::to_string(uid) + " 2>/dev/null";
  const std::unique_ptr<std::FILE, Ends> answer(popen(question.c_str(), "re"));
  return answer ? find_in(answer.get(), uid) : std::nullopt;
}

std::optional<Entry> find(uid_t uid) {
  auto found = find_here(uid);
  return found ? found : ask_name_services(uid);
}

}  // namespace

std::string login_name() {
  const uid_t uid = geteuid();
  auto entry = find(uid);
  return entry ? std::move(entry->login) : std::to_string(uid);
}

std::string home_directory() {
  if (const char* home = std::getenv("HOME"); home && *home) return home;
  auto entry = find(getuid());
  return entry ? std::move(entry->home) : "/";
}

}  // namespace minqing::base
