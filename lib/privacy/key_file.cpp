// SPDX-License-Identifier: MIT
#include "lib/privacy/key_file.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "lib/base/digest.hpp"
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/os_user.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::privacy {
namespace {

using base::Error;
using base::Exit;
using base::Text;
using base::text;

// The line: `minqing-key-v1 <ledger id> <key in base64> <check>`.
constexpr std::string_view kMark = "minqing-key-v1";
constexpr std::string_view kSystemPlace = "/etc/minqing/keys/";
constexpr std::uint64_t kLongest = 4096;

/// Tells a damaged line from a wrong key.
std::string check_of(std::string_view ledger_id, const Key& key) {
  base::Digest digest = base::sha256({kMark, " ", ledger_id, " ", key.bytes()});
  return base::to_hex(base::bytes_of(digest).substr(0, 4));
}

std::string file_name(std::string_view ledger_id) { return std::string(ledger_id) + ".key"; }

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::vector<std::string> usual_places(std::string_view ledger_id) {
  return {default_key_path(ledger_id), std::string(kSystemPlace) + file_name(ledger_id)};
}

/// Whoever names a file means that one: a key from elsewhere would hide the mistake until the day
/// on which the other is gone.
[[noreturn]] void fail_named_missing(const std::string& named, std::string_view ledger_id) {
  const auto usual = usual_places(ledger_id);
  throw Error(
      Exit::permission,
      text("找不到指明的密钥文件“{}”", "the key file that was named cannot be found: '{}'", named),
      text("写对 --密钥文件（或 MINQING_KEY_FILE、设置里的 key_file）；都不写，就到 {} 找",
           "correct --key-file (or MINQING_KEY_FILE, or the setting key_file); with none of them "
           "it is looked for at {}",
           Text{base::join(usual, "、"), base::join(usual, ", ")}));
}

[[noreturn]] void fail_missing(const std::vector<std::string>& searched) {
  throw Error(Exit::permission,
              text("找不到密钥文件，已找过：{}", "no key file; searched: {}",
                   Text{base::join(searched, "、"), base::join(searched, ", ")}),
              {"把密钥文件放到其中一处，或用 --密钥文件 指明；没有它，姓名、电话和内容都读不出来",
               "put the key file at one of these places or name it with --key-file; without it "
               "names, phones and contents cannot be read"});
}

std::string find_file(std::string_view ledger_id, const std::string& named) {
  if (!named.empty()) {
    if (!base::file_exists(named)) fail_named_missing(named, ledger_id);
    return named;
  }
  const auto searched = usual_places(ledger_id);
  const auto found = std::find_if(searched.begin(), searched.end(), base::file_exists);
  if (found == searched.end()) fail_missing(searched);
  return *found;
}

[[noreturn]] void fail_damaged(const std::string& path) {
  throw Error(Exit::permission, text("密钥文件“{}”已损坏", "the key file '{}' is damaged", path),
              {"用保存的副本替换它", "replace it with the copy that was put away"});
}

/// A service account shares its key with the group; everywhere else it is the owner's alone.
void check_mode(const std::string& path) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) fail_damaged(path);
  unsigned forbidden = path.starts_with(kSystemPlace) ? 0037 : 0077;
  if ((info.st_mode & forbidden) == 0) return;
  throw Error(Exit::permission,
              text("密钥文件“{}”别人也能读", "the key file '{}' is open to others", path),
              text("执行 chmod 600 '{}'", "run chmod 600 '{}'", path));
}

std::string read_line(const std::string& path) {
  check_mode(path);
  std::string line;
  try {
    line = base::read_file(path, kLongest);
  } catch (const Error& error) {
    throw Error(Exit::permission, error.message());
  }
  return line;
}

Key parse_line(std::string_view line, std::string_view ledger_id, const std::string& path) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  auto parts = base::split(line, ' ');
  if (parts.size() != 4 || parts[0] != kMark) fail_damaged(path);
  auto bytes = base::from_base64(parts[2]);
  auto key = bytes ? Key::from_bytes(*bytes) : std::nullopt;
  if (bytes) sodium_memzero(bytes->data(), bytes->size());
  if (!key || parts[3] != check_of(parts[1], *key)) fail_damaged(path);
  if (parts[1] != ledger_id) {
    throw Error(Exit::permission,
                text("“{}”是另一本台账的密钥", "'{}' is the key of another ledger", path),
                {"用 --密钥文件 指明这本台账的密钥文件", "name this ledger's key with --key-file"});
  }
  return *key;
}

}  // namespace

void check_ledger_id(std::string_view ledger_id) {
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  };
  if (!ledger_id.empty() && std::all_of(ledger_id.begin(), ledger_id.end(), is_plain)) return;
  throw Error(Exit::integrity,
              {"台账标识含有不允许的字符", "the ledger's id has characters that are not allowed"},
              {"不要再写；请管理员用备份比对", "write nothing more; compare with a backup"});
}

std::string default_key_path(std::string_view ledger_id) {
  check_ledger_id(ledger_id);
  std::string config = environment("XDG_CONFIG_HOME");
  // A relative path there is to be ignored (XDG base directory specification).
  if (!config.starts_with('/')) config = base::home_directory() + "/.config";
  return config + "/minqing/keys/" + file_name(ledger_id);
}

void create_key_file(const std::string& path, std::string_view ledger_id, const Key& key) {
  check_ledger_id(ledger_id);
  std::string line = base::join({std::string(kMark), std::string(ledger_id),
                                 base::to_base64(key.bytes()), check_of(ledger_id, key)},
                                " ");
  line += '\n';
  std::size_t slash = path.rfind('/');
  if (slash != std::string::npos && slash > 0) base::make_directories(path.substr(0, slash), 0700);
  base::write_file_atomically(path, line, 0600, base::IfExists::refuse);
  sodium_memzero(line.data(), line.size());
}

Key load_key(std::string_view ledger_id, const std::string& named) {
  const std::string path = find_file(ledger_id, named);
  std::string line = read_line(path);
  Key key = parse_line(line, ledger_id, path);
  sodium_memzero(line.data(), line.size());
  return key;
}

}  // namespace minqing::privacy
