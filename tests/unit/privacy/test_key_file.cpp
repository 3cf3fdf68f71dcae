// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/privacy/key_file.hpp"

namespace minqing::privacy {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::Exit;

constexpr std::string_view kLedger = "0192f000-0000-7000-8000-000000000001";
constexpr std::string_view kOther = "0192f000-0000-7000-8000-000000000002";

/// A configuration directory of the test's own, in the environment while the test runs.
class Home {
 public:
  Home() {
    std::string pattern = fs::temp_directory_path() / "minqing-key-XXXXXX";
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
    ::setenv("XDG_CONFIG_HOME", path_.c_str(), 1);
  }
  ~Home() {
    ::unsetenv("XDG_CONFIG_HOME");
    fs::remove_all(path_);
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

Error failure(const std::string& named, std::string_view ledger = kLedger) {
  try {
    load_key(ledger, named);
  } catch (const Error& error) {
    return error;
  }
  FAIL("the key was loaded");
  return {Exit::done, {}};
}

unsigned mode_of(const std::string& path) {
  struct stat info;
  REQUIRE(::stat(path.c_str(), &info) == 0);
  return info.st_mode & 07777u;
}

}  // namespace

TEST_CASE("a key file is created for its owner alone and loaded again") {
  Home home;
  Key key = Key::random();
  std::string path = default_key_path(kLedger);
  CHECK(path == home / ("minqing/keys/" + std::string(kLedger) + ".key"));
  mode_t before = ::umask(0);
  create_key_file(path, kLedger, key);
  ::umask(before);
  CHECK(mode_of(path) == 0600);
  CHECK(mode_of(home / "minqing/keys") == 0700);
  CHECK(mode_of(home / "minqing") == 0700);
  CHECK(load_key(kLedger, "").bytes() == key.bytes());
  CHECK(load_key(kLedger, path).bytes() == key.bytes());

  std::string line = base::read_file(path, 1000);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.starts_with("minqing-key-v1 " + std::string(kLedger) + " "));
}

TEST_CASE("a key file is never overwritten") {
  Home home;
  Key first = Key::random();
  create_key_file(home / "k", kLedger, first);
  try {
    create_key_file(home / "k", kLedger, Key::random());
    FAIL("the key file was overwritten");
  } catch (const Error& error) {
    CHECK(error.exit() == Exit::conflict);
  }
  CHECK(load_key(kLedger, home / "k").bytes() == first.bytes());
}

TEST_CASE("a file that is named is the one that is meant") {
  Home home;
  Key named = Key::random();
  Key usual = Key::random();
  create_key_file(default_key_path(kLedger), kLedger, usual);
  create_key_file(home / "named.key", kLedger, named);
  CHECK(load_key(kLedger, home / "named.key").bytes() == named.bytes());
  CHECK(load_key(kLedger, "").bytes() == usual.bytes());

  const Error error = failure(home / "missing.key");
  CHECK(error.exit() == Exit::permission);
  CHECK(error.message().zh.find(home / "missing.key") != std::string::npos);
  CHECK(error.way_out().en.find(default_key_path(kLedger)) != std::string::npos);
}

TEST_CASE("a missing key names every place that was searched") {
  Home home;
  Error error = failure("");
  CHECK(error.exit() == Exit::permission);
  for (const std::string& place :
       {default_key_path(kLedger), "/etc/minqing/keys/" + std::string(kLedger) + ".key"}) {
    CHECK(error.message().zh.find(place) != std::string::npos);
    CHECK(error.message().en.find(place) != std::string::npos);
  }
  CHECK(error.way_out().en.find("--key-file") != std::string::npos);
}

TEST_CASE("a key of another ledger is refused") {
  Home home;
  create_key_file(home / "k", kOther, Key::random());
  Error error = failure(home / "k");
  CHECK(error.exit() == Exit::permission);
  CHECK(error.message().en.find("another ledger") != std::string::npos);
}

TEST_CASE("a key file that others may read is refused") {
  Home home;
  create_key_file(home / "k", kLedger, Key::random());
  for (unsigned mode : {0640u, 0604u, 0620u, 0666u, 0610u}) {
    REQUIRE(::chmod((home / "k").c_str(), mode) == 0);
    Error error = failure(home / "k");
    CHECK(error.exit() == Exit::permission);
    CHECK(error.way_out().en.find("chmod 600") != std::string::npos);
  }
  REQUIRE(::chmod((home / "k").c_str(), 0400) == 0);
  CHECK(load_key(kLedger, home / "k").bytes().size() == 32);
}

TEST_CASE("a damaged key file is told from a wrong one") {
  Home home;
  create_key_file(home / "good", kLedger, Key::random());
  std::string good = base::read_file(home / "good", 1000);
  std::size_t key_at = good.find(' ', good.find(' ') + 1) + 1;
  std::string flipped = good;
  flipped[key_at] = flipped[key_at] == 'A' ? 'B' : 'A';
  std::string other_id = good;
  other_id[good.find(' ') + 36] = '2';
  const std::string damaged[] = {
      "",          "\n",       good.substr(0, good.size() / 2), flipped, other_id,
      good + good, "x" + good, std::string(5000, 'x')};
  for (const std::string& line : damaged) {
    base::write_file_atomically(home / "k", line, 0600, base::IfExists::replace);
    Error error = failure(home / "k");
    CHECK(error.exit() == Exit::permission);
  }
  base::write_file_atomically(home / "k", flipped, 0600, base::IfExists::replace);
  CHECK(failure(home / "k").message().en.find("damaged") != std::string::npos);
  CHECK(failure(home / "").exit() == Exit::permission);
}

TEST_CASE("messages never carry the key") {
  Home home;
  create_key_file(home / "k", kLedger, Key::random());
  std::string line = base::read_file(home / "k", 1000);
  std::string secret = line.substr(line.find(' ', line.find(' ') + 1) + 1, 40);
  Error error = failure(home / "k", kOther);
  CHECK(error.message().en.find(secret) == std::string::npos);
  CHECK(error.message().zh.find(secret) == std::string::npos);
}

TEST_CASE("a ledger id that is no file name is refused") {
  for (const char* id : {"", "../../etc/x", "a/b", "a b", "台账", "a.b"}) {
    CHECK_THROWS_AS(default_key_path(id), Error);
  }
}

TEST_CASE("the usual place follows the environment") {
  std::string home = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
  ::setenv("XDG_CONFIG_HOME", "relative", 1);
  ::setenv("HOME", "/srv/clerk", 1);
  CHECK(default_key_path("abc") == "/srv/clerk/.config/minqing/keys/abc.key");
  ::unsetenv("XDG_CONFIG_HOME");
  CHECK(default_key_path("abc") == "/srv/clerk/.config/minqing/keys/abc.key");
  home.empty() ? ::unsetenv("HOME") : ::setenv("HOME", home.c_str(), 1);
}

}  // namespace minqing::privacy
