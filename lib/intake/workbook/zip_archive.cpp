// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/zip_archive.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "lib/base/descriptor.hpp"
#include "lib/base/os_error.hpp"
#include "lib/base/text.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/workbook/fault.hpp"

namespace minqing::intake {
namespace {

using base::text;

/// A directory of this size lists far more than max_entries parts.
constexpr std::uint32_t kMaxDirectoryBytes = 1 << 20;
constexpr std::size_t kTailBytes = (64 << 10) + 22;

base::Text reason_of(int error) {
  switch (error) {
    case ZIP_ER_CRC:
      return {"校验和不符，文件受损", "a checksum is wrong, the file is damaged"};
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP:
      return {"压缩包加了密码", "the archive is protected by a password"};
    case ZIP_ER_COMPNOTSUPP:
      return {"压缩方式无法识别", "the compression method is not supported"};
    case ZIP_ER_MEMORY:
      return {"内存不足", "not enough memory"};
    default:
      return {"压缩包受损或不完整", "the archive is damaged or incomplete"};
  }
}

std::uint32_t little_endian(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size - 1; i >= 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return value;
}

[[noreturn]] void reject_entries(const std::string& name, std::int64_t most) {
  reject_file(name, text("压缩包里的部件超过 {} 个", "the archive has more than {} parts", most));
}

/// The library takes memory for every entry the directory claims, so the claim is read first: the
/// end record holds the number of entries at 10 and the size of the directory at 12.
void check_claims(const std::string& name, std::string_view tail, const ZipLimits& limits) {
  constexpr std::size_t kEndRecord = 22;
  for (std::size_t at = 0; (at = tail.find("PK\x05\x06", at)) != std::string_view::npos; ++at) {
    if (at + kEndRecord > tail.size()) return;
    bool too_many = little_endian(tail, at + 10, 2) > limits.max_entries ||
                    little_endian(tail, at + 12, 4) > kMaxDirectoryBytes;
    if (too_many) reject_entries(name, limits.max_entries);
  }
}

std::string read_tail(int fd, std::uint64_t size) {
  std::string tail(std::min<std::uint64_t>(size, kTailBytes), '\0');
  auto from = static_cast<off_t>(size - tail.size());
  ssize_t got = ::pread(fd, tail.data(), tail.size(), from);
  tail.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
  return tail;
}

/// `\` as `/`, lower case, no leading `/`: how parts refer to each other in practice.
std::string entry_key(std::string_view name) {
  std::string key(name.starts_with('/') ? name.substr(1) : name);
  for (char& c : key) {
    if (c == '\\') c = '/';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return key;
}

}  // namespace

ZipArchive ZipArchive::open_path(const std::string& path, const ZipLimits& limits) {
  open_file(path);  // refuses what is no regular file, or too large, in its own words
  base::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat info = {};
  if (!file.open() || ::fstat(file.get(), &info) != 0) base::fail_reading(path, errno);
  auto size = static_cast<std::uint64_t>(info.st_size);
  check_claims(path, read_tail(file.get(), size), limits);
  // The library takes the descriptor it is given, and leaves it when it fails.
  int own = ::dup(file.get());
  int error = 0;
  zip* handle = own < 0 ? nullptr : ::zip_fdopen(own, 0, &error);
  if (handle == nullptr && own >= 0) ::close(own);
  if (handle == nullptr) reject_file(path, reason_of(error));
  ZipArchive archive(handle, path, limits);
  archive.list_entries(size);
  return archive;
}

ZipArchive ZipArchive::open_bytes(std::string_view bytes, std::string name,
                                  const ZipLimits& limits) {
  std::size_t tail = std::min(bytes.size(), kTailBytes);
  check_claims(name, bytes.substr(bytes.size() - tail), limits);
  zip_error_t error;
  ::zip_error_init(&error);
  zip_source_t* source = ::zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip* handle = source == nullptr ? nullptr : ::zip_open_from_source(source, ZIP_RDONLY, &error);
  int code = ::zip_error_code_zip(&error);
  ::zip_error_fini(&error);
  if (handle == nullptr && source != nullptr) ::zip_source_free(source);
  if (handle == nullptr) reject_file(name, reason_of(code));
  ZipArchive archive(handle, std::move(name), limits);
  archive.list_entries(bytes.size());
  return archive;
}

ZipArchive::ZipArchive(zip* handle, std::string name, const ZipLimits& limits)
    : handle_(handle), name_(std::move(name)), limits_(limits) {}

ZipArchive::ZipArchive(ZipArchive&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      name_(std::move(other.name_)),
      limits_(other.limits_),
      entries_(std::move(other.entries_)),
      inflated_(std::move(other.inflated_)),
      total_inflated_(other.total_inflated_) {}

ZipArchive::~ZipArchive() {
  if (handle_ != nullptr) ::zip_discard(handle_);
}

void ZipArchive::list_entries(std::uint64_t file_size) {
  constexpr std::uint64_t kHeaders = 30 + 46;  // in front of the data, and in the directory
  std::int64_t count = ::zip_get_num_entries(handle_, 0);
  if (count > limits_.max_entries) reject_entries(name_, limits_.max_entries);
  std::uint64_t claimed = 0;
  for (std::uint64_t index = 0; index < static_cast<std::uint64_t>(count); ++index) {
    zip_stat_t stat;
    ::zip_stat_init(&stat);
    if (::zip_stat_index(handle_, index, ZIP_FL_ENC_RAW, &stat) != 0 || stat.name == nullptr) {
      reject_file(name_, reason_of(ZIP_ER_INCONS));
    }
    // Parts that together take more room than the file share their bytes: a way to make a bomb.
    bool known = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 && stat.comp_size <= file_size;
    claimed += kHeaders + (known ? stat.comp_size : file_size);
    if (claimed > file_size) {
      reject_file(name_, {"压缩包里的部件互相重叠", "parts of the archive overlap"});
    }
    if (!entries_.emplace(entry_key(stat.name), index).second) {
      reject_file(name_, {"压缩包里有两个同名部件", "the archive has two parts of one name"});
    }
  }
}

bool ZipArchive::has(std::string_view part) const {
  return entries_.find(entry_key(part)) != entries_.end();
}

ZipArchive::Part ZipArchive::open(std::string_view part) { return Part(*this, part); }

std::string ZipArchive::read_all(std::string_view part, std::size_t max_bytes) {
  Part reader = open(part);
  std::string bytes;
  char piece[16 << 10];
  while (std::size_t got = reader.read(piece, sizeof piece)) {
    bytes.append(piece, got);
    if (bytes.size() > max_bytes) {
      reject_file(name_, text("部件“{}”太大", "part '{}' is too large", part));
    }
  }
  return bytes;
}

void ZipArchive::count(std::uint64_t index, std::uint64_t inflated) {
  std::uint64_t& most = inflated_[index];
  if (inflated <= most) return;
  total_inflated_ += inflated - most;
  most = inflated;
  if (total_inflated_ <= limits_.max_inflated) return;
  reject_file(
      name_, text("解压后超过 {} MB", "it inflates to more than {} MB", limits_.max_inflated >> 20),
      {"请按年份或村分成几个文件", "split it by year or village"});
}

ZipArchive::Part::Part(ZipArchive& archive, std::string_view name)
    : archive_(archive), name_(name) {
  auto found = archive.entries_.find(entry_key(name));
  if (found == archive.entries_.end()) {
    reject_file(archive.name(), text("缺少部件“{}”", "part '{}' is missing", name));
  }
  index_ = found->second;
  zip_stat_t stat;
  ::zip_stat_init(&stat);
  ::zip_stat_index(archive.handle_, index_, 0, &stat);
  compressed_ = stat.comp_size;
  handle_ = ::zip_fopen_index(archive.handle_, index_, 0);
  if (handle_ == nullptr) {
    reject_file(archive.name(), reason_of(::zip_error_code_zip(::zip_get_error(archive.handle_))));
  }
}

ZipArchive::Part::~Part() { ::zip_fclose(handle_); }

std::size_t ZipArchive::Part::read(char* buffer, std::size_t size) {
  std::int64_t got = ::zip_fread(handle_, buffer, size);
  if (got < 0) {
    reject_file(archive_.name(), reason_of(::zip_error_code_zip(::zip_file_get_error(handle_))));
  }
  inflated_ += static_cast<std::uint64_t>(got);
  check_limits();
  return static_cast<std::size_t>(got);
}

void ZipArchive::Part::check_limits() {
  const ZipLimits& limits = archive_.limits_;
  archive_.count(index_, inflated_);
  if (inflated_ <= limits.ratio_grace || inflated_ / limits.max_ratio <= compressed_) return;
  reject_file(archive_.name(), text("部件“{}”解压后膨胀 {} 倍以上，像是压缩炸弹",
                                    "part '{}' inflates more than {} times, as a zip bomb does",
                                    name_, limits.max_ratio));
}

}  // namespace minqing::intake
