// SPDX-License-Identifier: MIT
#include "cli/doctor.hpp"
#include "cli/resources.hpp"
#include "cli/version.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/load.hpp"
#include "lib/privacy/key_file.hpp"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace minqing::cli {

namespace {

using base::text;

constexpr std::uint64_t kMegabyte = 1 << 20;
/// Below this a commit may fail; below the other, or below three ledgers (itself, its journal, a
/// backup beside it), there is time to make room.
constexpr std::uint64_t kDiskFull = 20 * kMegabyte;
constexpr std::uint64_t kDiskLow = 200 * kMegabyte;
/// Clocks of colleagues' machines differ by that much.
constexpr std::int64_t kClockTolerance = std::int64_t{5} * 60 * 1'000'000;

std::filesystem::path folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

void examine_program(Examination& out) {
  if (!base::file_exists(office_program())) {
    out.push_back({"program", Verdict::fault,
                   text("缺 {}：导入、导出、打印做不了",
                        "{} is missing: no import, export, printing", office_program()),
                   text("重新安装 minqing", "install minqing again")});
    return;
  }
  out.push_back({"program", Verdict::fine,
                 text("minqing {}，台账格式 {}", "minqing {}, ledger format {}", program_version(),
                      ledger::kStoreVersion)});
}

/// Whoever is neither the owner nor of the group has no business with these files.
void examine_access(const ledger::Location& location, Examination& out) {
  std::vector<std::string> open_to_others;
  for (const char* suffix : {"", ".lock", ".files"}) {
    struct stat info {};
    const std::string path = location.path + suffix;
    if (stat(path.c_str(), &info) == 0 && (info.st_mode & 0007) != 0) {
      open_to_others.push_back("'" + path + "'");
    }
  }
  if (!open_to_others.empty()) {
    const std::string files = base::join(open_to_others, " ");
    out.push_back({"access", Verdict::fault,
                   text("别的账号也能读或写：{}", "open to every account: {}", files),
                   text("chmod -R o= {}", "chmod -R o= {}", files)});
  } else if (access(location.path.c_str(), W_OK) != 0) {
    out.push_back({"access", Verdict::notice,
                   text("您的账号只能看，不能写", "this account can read and not write"),
                   text("要写台账的人加进文件的组", "add who shall write to the file's group")});
  } else {
    out.push_back({"access", Verdict::fine,
                   text("只有本人和同组能读写", "for the owner and the group alone")});
  }
}

void examine_key(const ledger::Location& location, ledger::Ledger& ledger, Examination& out) {
  try {
    // Unwraps the index key, which only the right file key does.
    ledger.keys().digest("doctor", "");
  } catch (const base::Error& error) {
    out.push_back({"key", Verdict::fault, error.message(), error.way_out()});
    return;
  }
  const std::string file =
      location.key_file.empty() ? privacy::default_key_path(ledger.id()) : location.key_file;
  std::error_code ignored;
  if (base::file_exists(file) &&
      std::filesystem::equivalent(folder_of(file), folder_of(ledger.path()), ignored)) {
    out.push_back({"key", Verdict::notice,
                   text("密钥和台账放在一个文件夹里：拿走文件夹就能读",
                        "the key lies beside the ledger: who takes the folder can read it"),
                   text("移到 ~/.config/minqing/keys/ 或 /etc/minqing/keys/",
                        "move it to ~/.config/minqing/keys/ or /etc/minqing/keys/")});
    return;
  }
  out.push_back({"key", Verdict::fine, text("找得到，合得上", "found, and it fits")});
}

void examine_disk(const ledger::Location& location, Examination& out) {
  struct statvfs disk {};
  struct stat info {};
  if (statvfs(folder_of(location.path).c_str(), &disk) != 0) return;
  const std::uint64_t size =
      stat(location.path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_size) : 0;
  const std::uint64_t free = disk.f_bavail * disk.f_frsize;
  Examined one{"disk", Verdict::fine,
               text("空闲 {} MB，台账 {} MB", "{} MB free, the ledger has {} MB", free / kMegabyte,
                    size / kMegabyte)};
  if (free < std::max(kDiskLow, 3 * size)) {
    one.verdict = free < kDiskFull ? Verdict::fault : Verdict::notice;
    one.way_out = text("腾出空间，或把台账移到大一些的盘", "make room, or move the ledger");
  }
  out.push_back(std::move(one));
}

void examine_clock(Context& context, ledger::Ledger& ledger, Examination& out) {
  const auto last = ledger::event_at(ledger.db(), ledger.head().seq);
  const base::Moment now = context.now();
  if (last && last->event.recorded_at.micros > context.clock()().micros + kClockTolerance) {
    const auto seen = base::local_moment(last->event.recorded_at, ledger.utc_offset_minutes());
    out.push_back({"clock", Verdict::fault,
                   text("本机时钟 {}，台账最后一条却记于 {}",
                        "this machine says {}, and the last event was recorded at {}",
                        to_display(now), to_display(seen)),
                   text("校准时钟后再写", "set the clock before anything is written")});
    return;
  }
  out.push_back({"clock", Verdict::fine, base::same(to_display(now))});
}

void examine_head(const ledger::Location& location, ledger::Ledger& ledger, Examination& out) {
  // Opening it compared the two and remembered this one.
  const bool is_remembered = !location.state_dir.empty() &&
                             ledger::LastSeen(location.state_dir, ledger.id()).read().has_value();
  if (is_remembered) {
    out.push_back({"head", Verdict::fine,
                   text("第 {} 条，与上次见到的相接", "event {}, follows on what was seen last",
                        ledger.head().seq)});
    return;
  }
  out.push_back({"head", Verdict::notice,
                 text("链头没有记住：台账被旧副本替换时看不出来",
                      "the head is not remembered: an older copy would not be noticed"),
                 text("这个账号要有能写的家目录（~/.local/state/minqing）",
                      "the account needs a home it can write (~/.local/state/minqing)")});
}

}  // namespace

std::span<const base::Word> doctor_checks() {
  static constexpr base::Word kChecks[] = {
      {"program", "程序", "program"},
      {"ledger", "台账", "ledger"},
      {"access", "权限", "file modes"},
      {"disk", "磁盘", "disk"},
      {"key", "密钥", "key"},
      {"clock", "时钟", "clock"},
      {"head", "链头", "head"},
      {"calendar", "日历", "calendar"},
      {"caller", "录入人", "who types"},
      {"people", "人员", "people"},
      {"units", "单位", "units"},
      {"telephones", "单位电话", "telephones"},
      {"issues", "在办诉求", "open issues"},
      {"files", "附件", "files"},
      {"bulletin", "周报", "bulletin"},
  };
  return kChecks;
}

void examine_machine(Context& context, const ledger::Location& location, ledger::Ledger* ledger,
                     Examination& out) {
  examine_program(out);
  if (ledger) {
    out.push_back(
        {"ledger", Verdict::fine, base::same(ledger->fact("name") + "（" + ledger->path() + "）")});
  }
  if (base::file_exists(location.path)) examine_access(location, out);
  if (!location.path.empty()) examine_disk(location, out);
  if (!ledger) return;
  examine_key(location, *ledger, out);
  examine_clock(context, *ledger, out);
  examine_head(location, *ledger, out);
}

}  // namespace minqing::cli
