// SPDX-License-Identifier: MIT
// Bytes of an input, read piece by piece, twice where needed: a text file is read once to learn its
// encoding and once for its rows, so that it never lies in memory as a whole.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace minqing::intake {

/// Largest file that is read. Ten times the largest ledger of a county is far below it.
inline constexpr std::uint64_t kMaxFileBytes = 512ull << 20;

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills `buffer` with up to `size` bytes; 0 at the end. Throws base::Error (io).
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// Back to the first byte.
  virtual void rewind() = 0;
  /// Fills `buffer` with up to `size` bytes from `offset` on, wherever read() stands; fewer at the
  /// end. Throws base::Error (io).
  virtual std::size_t read_at(std::uint64_t offset, char* buffer, std::size_t size) = 0;
  virtual std::uint64_t size() const = 0;
  /// The name to show in messages.
  const std::string& name() const { return name_; }

 protected:
  explicit ByteSource(std::string name) : name_(std::move(name)) {}

 private:
  std::string name_;
};

/// A regular file. Throws base::Error: not_found or permission when it cannot be opened, rejected
/// when it is a directory, pipe or device or above `max_bytes` (the message says how to split it).
/// A file that changes while it is read is refused (conflict) at its end.
std::unique_ptr<ByteSource> open_file(const std::string& path,
                                      std::uint64_t max_bytes = kMaxFileBytes);

/// Bytes that are in memory already (standard input); they must outlive the source.
std::unique_ptr<ByteSource> open_bytes(std::string_view bytes, std::string name);

/// Told after each piece how many bytes were read since the beginning, and of how many.
using WatchBytes = std::function<void(std::uint64_t done, std::uint64_t of)>;
/// The same bytes, with somebody looking on.
std::unique_ptr<ByteSource> watched(std::unique_ptr<ByteSource> source, WatchBytes watch);

}  // namespace minqing::intake
