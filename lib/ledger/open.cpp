// SPDX-License-Identifier: MIT
#include "lib/ledger/open.hpp"

#include "lib/base/error.hpp"
#include "lib/ledger/ledger.hpp"
#include "minqing_ledger_texts.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

/// File systems on which locks or syncs cannot be relied on (statfs f_type).
constexpr std::array kNetworkFileSystems = {
    0x6969L,      // NFS
    0x517BL,      // SMB
    0xFF534D42L,  // CIFS
    0xFE534D42L,  // SMB2
    0x65735546L,  // FUSE
    0x01021997L,  // 9p
    0x564cL,      // NCP
    0x5346414FL,  // AFS
    0x00C36400L,  // Ceph
};

std::int64_t pragma(Database& db, const std::string& name) {
  Statement query = db.prepare("PRAGMA " + name);
  return query.step() ? query.integer(0) : 0;
}

[[noreturn]] void fail_version(std::int64_t version) {
  throw Error(Exit::version,
              text("台账是第 {} 版，本程序只懂第 {} 版",
                   "the ledger has version {}, this program knows {}", version, kStoreVersion),
              text("请升级 minqing", "upgrade minqing"));
}

/// The number in four bytes at `place`, the highest first.
std::int64_t be32(std::string_view bytes, std::size_t place) {
  std::int64_t value = 0;
  for (const char byte : bytes.substr(place, 4))
    value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

/// Refuses what is no ledger, or one of a later program, before anything is put beside it or
/// written into it: SQLite's signature, and at bytes 60 and 68 of the file our version and
/// application id. Read before SQLite opens it, since closing a file that this process has locked
/// would drop the lock.
void check_header(const char* resolved, const std::string& path) {
  char header[72] = "";
  const int fd = open(resolved, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return;  // permissions: SQLite says so
  const bool whole = read(fd, header, sizeof header) == static_cast<ssize_t>(sizeof header);
  close(fd);
  const std::string_view bytes(header, sizeof header);
  if (!whole || bytes.substr(0, 15) != "SQLite format 3" || be32(bytes, 68) != kApplicationId) {
    throw Error(Exit::integrity, text("{} 不是民情台账", "{} is not a minqing ledger", path),
                text("检查 -L 的文件名", "check the name given with -L"));
  }
  if (be32(bytes, 60) > kStoreVersion) fail_version(be32(bytes, 60));
}

}  // namespace

std::string check_ledger_file(const std::string& path) {
  char resolved[PATH_MAX];
  struct stat info {};
  if (!realpath(path.c_str(), resolved) || stat(resolved, &info) != 0) {
    if (errno == EACCES) {
      throw Error(
          Exit::permission,
          text("没有权限进入台账 {} 所在的目录", "no permission for the folder of {}", path),
          text("请管理员检查目录的权限", "ask an administrator for its permissions"));
    }
    if (errno == EIO) {
      throw Error(Exit::io,
                  text("读不到台账 {}（{}）", "cannot look at {} ({})", path, std::strerror(errno)),
                  text("检查磁盘和连接，再试一次", "check the disk and its connection, try again"));
    }
    throw Error(Exit::not_found, text("找不到台账 {}", "there is no ledger {}", path),
                text("用 -L 指明台账文件；新开台账用 init",
                     "name the file with -L; 'init' opens a new ledger"));
  }
  if (!S_ISREG(info.st_mode)) {
    throw Error(Exit::integrity, text("{} 不是台账文件", "{} is not a ledger file", path));
  }
  if (info.st_nlink > 1) {
    throw Error(
        Exit::integrity,
        text("{} 有 {} 个硬链接，日志会错配", "{} has {} hard links; journals would not match",
             path, static_cast<long>(info.st_nlink)),
        text("只留一个文件名", "keep one name only"));
  }
  struct statfs system {};
  if (statfs(resolved, &system) == 0) {
    for (long type : kNetworkFileSystems) {
      if (static_cast<unsigned long>(system.f_type) == static_cast<unsigned long>(type)) {
        throw Error(Exit::permission,
                    text("{} 在网络盘或同步盘上，不能保证不丢",
                         "{} lies on a network or FUSE file system, "
                         "where nothing can be promised",
                         path),
                    text("请放在本机硬盘上", "keep it on a local disk"));
      }
    }
  }
  check_header(resolved, path);
  return resolved;
}

void apply_settings(Database& db, bool writes) {
  sqlite3* handle = db.handle();
  sqlite3_busy_timeout(handle, 30'000);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  db.execute("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY");
  if (!writes) {
    use_large_cache(db);
    db.execute("PRAGMA query_only=ON");
    return;
  }
  // Most writers write one thing. The parsed forms that they read at first go through the cache
  // once: their pages serve again, since fresh memory costs more than the reading. What is written
  // stays in memory up to 16 MB, so that the file is not touched before the commit.
  db.execute("PRAGMA cache_size=20; PRAGMA cache_spill=2000");
  // Rollback journal, truncated: the one file is the ledger; FULL: acknowledged means durable.
  Statement journal = db.prepare("PRAGMA journal_mode=TRUNCATE");
  if (!journal.step() || journal.text(0) != "truncate") {
    throw Error(Exit::locked,
                text("台账被别的工具改成了 {} 日志模式",
                     "another tool set the ledger to journal mode {}", journal.string(0)),
                text("关闭正在打开它的其他程序后再试",
                     "close other programs that have it open, then try again"));
  }
  journal.reset();
  db.execute("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON");
}

void use_large_cache(Database& db) { db.execute("PRAGMA cache_size=-65536"); }

void check_version(Database& db) {
  if (pragma(db, "application_id") != kApplicationId) {
    throw Error(Exit::integrity, text("这个文件不是民情台账", "this file is not a minqing ledger"),
                text("检查 -L 的文件名", "check the name given with -L"));
  }
  const std::int64_t version = pragma(db, "user_version");
  if (version > kStoreVersion) fail_version(version);
}

void roll_back_interrupted_write(const std::string& path) {
  WriterLock lock(path);
  Database db(path, Database::Mode::read_write);
  apply_settings(db, true);
  Transaction touch(db, Transaction::Kind::write);
}

void create_tables(Database& db) {
  db.execute(std::string(kEventTables));
  db.execute(std::string(kProjectionTables));
}

void recreate_projections(Database& db) {
  std::vector<std::string> names;
  {
    Statement tables = db.prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' "
        "AND name NOT IN ('event', 'data_key') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
    while (tables.step()) names.push_back(tables.string(0));
  }
  // Those of somebody else may refer to ours or to each other.
  db.execute("PRAGMA defer_foreign_keys=ON");
  // A prepared statement is one statement, whatever the name.
  for (const std::string& name : names) db.prepare("DROP TABLE " + quoted_name(name)).run();
  db.execute(std::string(kProjectionTables));
}

}  // namespace minqing::ledger
