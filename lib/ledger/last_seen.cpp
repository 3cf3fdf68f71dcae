// SPDX-License-Identifier: MIT
#include "lib/ledger/last_seen.hpp"

#include "lib/base/descriptor.hpp"
#include "lib/base/error.hpp"
#include "lib/base/file.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <string_view>

namespace minqing::ledger {

namespace {

using base::Descriptor;

// `0000000000000000007 link in hex digest in hex`: one line of the same length always, so that it
// is written over the last one, which costs a tenth of a new file. The digest tells a line that is
// being written, or that a crash cut, from a whole one.
constexpr std::size_t kSeqLength = 19;
constexpr std::size_t kLinkLength = 64;
constexpr std::size_t kDigestLength = 16;
constexpr std::size_t kBodyLength = kSeqLength + 1 + kLinkLength + 1;
constexpr std::size_t kLineLength = kBodyLength + kDigestLength + 1;

std::string digest_of(std::string_view body) {
  return base::to_hex(base::bytes_of(base::sha256({body}))).substr(0, kDigestLength);
}

std::string line_of(const Head& head) {
  const std::string seq = std::to_string(head.seq);
  const std::string body = std::string(kSeqLength - seq.size(), '0') + seq + " " +
                           base::to_hex(base::bytes_of(head.link)) + " ";
  return body + digest_of(body) + "\n";
}

std::optional<Head> head_in(std::string_view line) {
  const std::string_view body = line.substr(0, kBodyLength);
  if (line.size() != kLineLength || line.substr(kBodyLength, kDigestLength) != digest_of(body)) {
    return std::nullopt;
  }
  Head head;
  std::from_chars(body.data(), body.data() + kSeqLength, head.seq);
  const auto link = base::from_hex(body.substr(kSeqLength + 1, kLinkLength));
  head.link = base::digest_from(link.value_or("")).value_or(base::Digest{});
  return head;
}

std::optional<Head> read_from(const Descriptor& file) {
  std::array<char, kLineLength> line;
  const ssize_t size = pread(file.get(), line.data(), line.size(), 0);
  return size < 0 ? std::nullopt : head_in({line.data(), static_cast<std::size_t>(size)});
}

int open_file(const std::string& path, int flags) {
  return open(path.c_str(), flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
}

}  // namespace

std::optional<Head> LastSeen::read() const {
  const Descriptor file(open_file(file_, O_RDONLY));
  return file.open() ? read_from(file) : std::nullopt;
}

void LastSeen::remember(const Head& head) const {
  int fd = open_file(file_, O_RDWR | O_CREAT);
  if (fd < 0 && errno == ENOENT) {
    try {
      base::make_directories(folder_, 0700);
    } catch (const base::Error&) {
      return;  // a user without a home must still be able to record
    }
    fd = open_file(file_, O_RDWR | O_CREAT);
  }
  const Descriptor file(fd);
  // One at a time, and compared again: who comes late must not take it back.
  if (!file.open() || flock(file.get(), LOCK_EX | LOCK_NB) != 0) return;
  const std::optional<Head> seen = read_from(file);
  if (seen && seen->seq >= head.seq) return;
  const std::string line = line_of(head);
  (void)!pwrite(file.get(), line.data(), line.size(), 0);
}

}  // namespace minqing::ledger
