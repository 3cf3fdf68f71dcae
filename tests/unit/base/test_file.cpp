// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"

namespace minqing::base {
namespace {

namespace fs = std::filesystem;

/// A directory of the test's own, removed at the end.
class Folder {
 public:
  Folder() {
    std::string pattern = fs::temp_directory_path() / "minqing-file-XXXXXX";
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Folder() { fs::remove_all(path_); }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  std::string path_;
};

template <class Action>
Exit exit_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    CHECK_FALSE(error.message().zh.empty());
    CHECK_FALSE(error.message().en.empty());
    return error.exit();
  }
  return Exit::done;
}

unsigned mode_of(const std::string& path) {
  struct stat info;
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777u;
}

}  // namespace

TEST_CASE("what is written is read again, byte for byte") {
  Folder folder;
  for (std::size_t size : {0, 1, 4095, 4096, 4097, 300'000}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 7);
    std::string path = folder / ("文件 " + std::to_string(size));
    write_file_atomically(path, bytes);
    CHECK(read_file(path, size) == bytes);
    if (size > 0) CHECK(exit_of([&] { read_file(path, size - 1); }) == Exit::rejected);
  }
}

TEST_CASE("the mode is what was asked for, whatever the umask") {
  Folder folder;
  for (mode_t mask : {0000u, 0027u, 0077u}) {
    mode_t before = ::umask(mask);
    std::string path = folder / std::to_string(mask);
    write_file_atomically(path, "x");
    write_file_atomically(path + "-open", "x", 0664);
    make_directories(path + "-dir/sub", 0750);
    ::umask(before);
    CHECK(mode_of(path) == 0640);
    CHECK(mode_of(path + "-open") == 0664);
    CHECK(mode_of(path + "-dir") == 0750);
    CHECK(mode_of(path + "-dir/sub") == 0750);
  }
}

TEST_CASE("a file that exists is replaced only when asked, and nothing is left over") {
  Folder folder;
  std::string path = folder / "周报.md";
  write_file_atomically(path, "old");
  CHECK(exit_of([&] { write_file_atomically(path, "new"); }) == Exit::conflict);
  CHECK(read_file(path, 10) == "old");
  write_file_atomically(path, "new", 0600, IfExists::replace);
  CHECK(read_file(path, 10) == "new");
  CHECK(mode_of(path) == 0600);
  CHECK(folder.count() == 1);
}

TEST_CASE("what is no regular file is never replaced") {
  Folder folder;
  fs::create_directory(folder / "dir");
  write_file_atomically(folder / "target", "old");
  fs::create_symlink(folder / "target", folder / "link");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  for (const char* name : {"dir", "link", "pipe"}) {
    INFO(name);
    auto write = [&] { write_file_atomically(folder / name, "x", 0640, IfExists::replace); };
    CHECK(exit_of(write) == Exit::conflict);
  }
  CHECK(read_file(folder / "link", 10) == "old");
  CHECK(folder.count() == 4);
}

TEST_CASE("a folder that is missing or full leaves nothing behind") {
  Folder folder;
  CHECK(exit_of([&] { write_file_atomically(folder / "no/such/file", "x"); }) == Exit::not_found);
  std::string long_name = folder / std::string(300, 'x');
  CHECK(exit_of([&] { write_file_atomically(long_name, "x"); }) == Exit::io);
  CHECK(folder.count() == 0);
  if (fs::exists("/dev/full") && ::geteuid() != 0) {
    fs::permissions(folder / "", fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(exit_of([&] { write_file_atomically(folder / "x", "x"); }) == Exit::permission);
    fs::permissions(folder / "", fs::perms::owner_all);
  }
}

TEST_CASE("reading names what is wrong") {
  Folder folder;
  CHECK(exit_of([&] { read_file(folder / "missing", 10); }) == Exit::not_found);
  CHECK(exit_of([&] { read_file(folder / "", 10); }) == Exit::rejected);
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(exit_of([&] { read_file(folder / "pipe", 10); }) == Exit::rejected);
  CHECK(exit_of([&] { read_file("/dev/zero", 10); }) == Exit::rejected);
}

TEST_CASE("a file whose size is not known beforehand is read to its end") {
  if (!file_exists("/proc/self/status")) return;
  CHECK(read_file("/proc/self/status", 1'000'000).find("Pid:") != std::string::npos);
  CHECK(exit_of([] { read_file("/proc/self/status", 10); }) == Exit::rejected);
}

TEST_CASE("directories are made once and kept") {
  Folder folder;
  make_directories(folder / "a/b/c/");
  CHECK(mode_of(folder / "a/b/c") == 0700);
  fs::permissions(folder / "a", fs::perms(0755));
  make_directories(folder / "a/b/c/d");
  CHECK(mode_of(folder / "a") == 0755);
  CHECK(file_exists(folder / "a/b/c/d"));
  CHECK_FALSE(file_exists(folder / "a/x"));
  write_file_atomically(folder / "file", "x");
  CHECK(exit_of([&] { make_directories(folder / "file/sub"); }) != Exit::done);
}

}  // namespace minqing::base
