// SPDX-License-Identifier: MIT
#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>
#include <utility>

#include "lib/base/spilled_records.hpp"

namespace minqing::base {

namespace {

std::string record(std::size_t index) {
  return "电话 " + std::to_string(index) + std::string(index % 900, 'x');
}

void fill(SpilledRecords& records, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) records.push_back(record(i));
}

bool are_in_order(const SpilledRecords& records, std::size_t count) {
  if (records.size() != count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    if (records[i] != record(i)) return false;
  }
  return true;
}

/// What the files hold that this process has open and that have no name any more.
std::string bytes_of_unnamed_files() {
  std::string all;
  DIR* open = opendir("/proc/self/fd");
  REQUIRE(open != nullptr);
  while (const dirent* entry = readdir(open)) {
    const std::string path = std::string("/proc/self/fd/") + entry->d_name;
    char target[1024];
    const auto size = readlink(path.c_str(), target, sizeof target);
    if (size < 0) continue;
    const std::string name(target, static_cast<std::size_t>(size));
    if (name.find("(deleted)") == std::string::npos) continue;
    std::ifstream file(path, std::ios::binary);
    all.append(std::istreambuf_iterator<char>(file), {});
  }
  closedir(open);
  return all;
}

/// Files of this process cannot grow meanwhile.
class NoRoom {
 public:
  NoRoom() : former_signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &former_);
    rlimit none = former_;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_FSIZE, &none);
  }
  ~NoRoom() {
    setrlimit(RLIMIT_FSIZE, &former_);
    std::signal(SIGXFSZ, former_signal_);
  }

 private:
  void (*former_signal_)(int);
  rlimit former_{};
};

}  // namespace

TEST_CASE("records come out as they went in, in memory and out of it") {
  for (const std::size_t count : {0, 1, 10, 5000}) {
    CAPTURE(count);
    SpilledRecords in_memory;
    fill(in_memory, count);
    CHECK(are_in_order(in_memory, count));
    SpilledRecords in_file(0);
    fill(in_file, count);
    CHECK(are_in_order(in_file, count));
  }
}

TEST_CASE("records are found in any order, long ones among them, and after a move") {
  SpilledRecords records(std::size_t{300} << 10);
  fill(records, 2000);
  const std::string long_one(std::size_t{3} << 20, 'l');
  records.push_back(long_one);
  records.push_back("");
  fill(records, 2000);
  const SpilledRecords moved = std::move(records);
  CHECK(moved[2000] == long_one);
  CHECK(moved[2001].empty());
  for (const std::size_t at : {1999, 0, 1500, 3, 1998}) {
    CHECK(moved[at] == record(at));
    CHECK(moved[at + 2002] == record(at));
  }
}

TEST_CASE("what is put away is in a file without a name, and not to be read there") {
  SpilledRecords records(0);
  fill(records, 3000);
  const std::string stored = bytes_of_unnamed_files();
  CHECK(stored.size() > 1'000'000);
  CHECK(stored.find("xxxxxxxx") == std::string::npos);
  CHECK(stored.find("电话") == std::string::npos);
  CHECK(are_in_order(records, 3000));
}

TEST_CASE("records stay in memory where no file can grow") {
  const NoRoom limit;
  SpilledRecords records(0);
  fill(records, 3000);
  CHECK(are_in_order(records, 3000));
}

TEST_CASE("records stay in memory or go to another folder where there is none for them") {
  const char* former = std::getenv("TMPDIR");
  const std::optional<std::string> kept =
      former ? std::optional<std::string>(former) : std::nullopt;
  setenv("TMPDIR", "/nonexistent/folder", 1);
  SpilledRecords records(0);
  fill(records, 3000);
  CHECK(are_in_order(records, 3000));
  if (kept) {
    setenv("TMPDIR", kept->c_str(), 1);
  } else {
    unsetenv("TMPDIR");
  }
}

TEST_CASE("two threads read at once") {
  SpilledRecords records(0);
  fill(records, 5000);
  bool other = false;
  std::thread second([&] { other = are_in_order(records, 5000); });
  const bool own = are_in_order(records, 5000);
  second.join();
  CHECK(own);
  CHECK(other);
}

}  // namespace minqing::base
