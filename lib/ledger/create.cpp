// SPDX-License-Identifier: MIT
#include "lib/ledger/create.hpp"

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/casework/roster_life.hpp"
#include "lib/ledger/carry_out.hpp"
#include "lib/ledger/open.hpp"
#include "lib/privacy/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace minqing::ledger {

namespace {

using base::Error;
using base::Exit;
using base::text;

[[noreturn]] void fail_creating(const std::string& path, int cause) {
  const Exit exit = cause == EEXIST                     ? Exit::conflict
                    : cause == EACCES || cause == EROFS ? Exit::permission
                    : cause == ENOENT                   ? Exit::not_found
                                                        : Exit::io;
  throw Error(
      exit,
      text("不能新建台账 {}（{}）", "cannot create the ledger {} ({})", path, std::strerror(cause)),
      text("换一个位置；已有的台账不会被覆盖",
           "choose another place; a ledger is never overwritten"));
}

/// The new file under a temporary name, with the mode that its journals inherit; gone unless kept.
class NewFile {
 public:
  explicit NewFile(const std::string& path)
      : final_(path), path_(path + ".new-" + base::to_hex(base::random_bytes(6))) {
    const int fd = open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0) fail_creating(final_, errno);
    // Colleagues of the folder's group share the ledger; the umask must not decide that.
    const bool shared = fchmod(fd, 0660) == 0;
    close(fd);
    if (!shared) fail_creating(final_, errno);
  }
  ~NewFile() {
    unlink(path_.c_str());
    unlink((path_ + "-journal").c_str());
  }
  NewFile(const NewFile&) = delete;
  const std::string& path() const { return path_; }

  /// Gives the final name, which must not exist yet.
  void publish() {
    if (link(path_.c_str(), final_.c_str()) != 0) fail_creating(final_, errno);
    unlink(path_.c_str());
    const std::size_t slash = final_.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : final_.substr(0, slash + 1);
    const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) close(fd);
    if (!synced) fail_creating(final_, errno);
  }

 private:
  std::string final_;
  std::string path_;
};

void lay_out(const std::string& path) {
  Database db(path, Database::Mode::read_write);
  db.execute("PRAGMA page_size=8192; PRAGMA application_id=" + std::to_string(kApplicationId) +
             "; PRAGMA user_version=" + std::to_string(kStoreVersion));
  apply_settings(db, true);
  Transaction transaction(db, Transaction::Kind::write);
  create_tables(db);
  transaction.commit();
}

std::string digest_of(const std::string& text) {
  return base::to_hex(base::bytes_of(base::sha256({text})));
}

Order opening_order(const Opening& opening, const std::string& ledger_id,
                    const schema::Schema& schema) {
  Order order;
  order.actor = opening.actor;
  order.os = opening.os;
  order.commands.push_back({.wish = casework::LedgerOpened{
                                ledger_id, opening.name, opening.site, schema.utc_offset_minutes,
                                "sha256", opening.practice ? std::optional(true) : std::nullopt}});
  order.commands.push_back(
      {.wish = casework::SchemaApplied{opening.schema_name, digest_of(opening.schema_text),
                                       opening.schema_text}});
  order.commands.push_back(
      {.wish = casework::CalendarApplied{digest_of(opening.calendar_text), opening.calendar_text}});
  order.commands.push_back({.wish = casework::brought_by(schema)});
  return order;
}

}  // namespace

void check_site(const std::string& site) {
  const bool capitals =
      std::all_of(site.begin(), site.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals && site.size() >= 2 && site.size() <= 6) return;
  throw Error(Exit::usage,
              text("编号前缀“{}”应为 2 至 6 个大写字母",
                   "the site '{}' must be 2 to 6 capital "
                   "letters",
                   site),
              text("例如热水镇：--前缀 RS", "for example --site RS"));
}

void check_free(const Location& location) {
  if (base::file_exists(location.path)) fail_creating(location.path, EEXIST);
}

void check_opening(const Location& location, const Opening& opening) {
  check_site(opening.site);
  check_free(location);
}

Created create_ledger(const Location& location, const Opening& opening, const base::Clock& clock) {
  check_opening(location, opening);
  const schema::Schema schema = schema::schema_from_text(opening.schema_text);
  const std::string ledger_id = base::make_uuid_v7(clock().micros / 1000);

  NewFile file(location.path);
  lay_out(file.path());
  const privacy::Key file_key = privacy::Key::random();
  const std::string key_file =
      location.key_file.empty() ? privacy::default_key_path(ledger_id) : location.key_file;
  privacy::create_key_file(key_file, ledger_id, file_key);
  try {
    Location fresh = location;
    fresh.path = file.path();
    {
      Ledger ledger(fresh, ledger_id, Ledger::New{});
      apply_settings(ledger.db(), true);
      ledger.adopt_rules(schema, calendar::Calendar::parse(opening.calendar_text, "calendar"),
                         digest_of(opening.schema_text), opening.site);
      const privacy::Key index_key = privacy::Key::random();
      ledger.keys().adopt(file_key, index_key);
      ledger.keys().store_index_key(index_key);
      carry_out(ledger, opening_order(opening, ledger_id, schema), clock);
    }
    file.publish();
  } catch (...) {
    unlink(key_file.c_str());
    throw;
  }
  return {ledger_id, key_file};
}

}  // namespace minqing::ledger
