// SPDX-License-Identifier: MIT
#include "lib/base/spilled_records.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "lib/base/error.hpp"

namespace minqing::base {
namespace {

constexpr std::size_t kBlock = std::size_t{256} << 10;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

/// A file without a name, which goes with its last descriptor; -1 when there is none to be had.
int unnamed_file_in(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
  if (file >= 0) return file;
  std::string name = folder + "/minqing-XXXXXX";  // not every file system knows O_TMPFILE
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

int unnamed_file() {
  const char* own = ::getenv("TMPDIR");
  for (const char* folder : {own, "/var/tmp", "/tmp"}) {
    if (folder == nullptr || *folder == '\0') continue;
    if (const int file = unnamed_file_in(folder); file >= 0) return file;
  }
  return -1;
}

/// Blocks of bytes in an unnamed file, encrypted.
class BlockFile {
 public:
  BlockFile() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
    crypto_aead_xchacha20poly1305_ietf_keygen(key_.data());
  }
  BlockFile(const BlockFile&) = delete;
  BlockFile& operator=(const BlockFile&) = delete;
  ~BlockFile() {
    sodium_memzero(key_.data(), key_.size());
    if (file_ >= 0) ::close(file_);
  }

  struct Place {
    std::uint64_t offset;
    std::size_t size;
  };
  /// Nothing when the file cannot take it.
  std::optional<Place> write(const std::string& block) {
    if (!is_open_) file_ = unnamed_file();
    is_open_ = true;
    if (file_ < 0) return std::nullopt;
    std::string sealed(kNonce + block.size() + kTag, '\0');
    randombytes_buf(sealed.data(), kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        raw(sealed) + kNonce, nullptr, reinterpret_cast<const unsigned char*>(block.data()),
        block.size(), nullptr, 0, nullptr, raw(sealed), key_.data());
    for (std::size_t done = 0; done < sealed.size();) {
      const auto put = ::pwrite(file_, sealed.data() + done, sealed.size() - done,
                                static_cast<off_t>(end_ + done));
      if (put < 0 && errno == EINTR) continue;
      if (put <= 0) return std::nullopt;
      done += static_cast<std::size_t>(put);
    }
    return Place{std::exchange(end_, end_ + sealed.size()), sealed.size()};
  }

  std::string read(Place place) const {
    std::string sealed(place.size, '\0');
    for (std::size_t done = 0; done < sealed.size();) {
      const auto got = ::pread(file_, sealed.data() + done, sealed.size() - done,
                               static_cast<off_t>(place.offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) throw unreadable();
      done += static_cast<std::size_t>(got);
    }
    std::string block(place.size - kNonce - kTag, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
        raw(block), nullptr, nullptr, raw(sealed) + kNonce, sealed.size() - kNonce, nullptr, 0,
        raw(sealed), key_.data());
    if (failed != 0) throw unreadable();
    return block;
  }

 private:
  static Error unreadable() {
    return {Exit::io, text("临时文件读不出来了", "the temporary file cannot be read any more"),
            text("换一个临时文件夹（TMPDIR=文件夹）再执行一次；已写入的不会重复",
                 "run it again with another folder, TMPDIR=FOLDER; what is written already is not "
                 "written twice")};
  }

  std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES> key_{};
  int file_ = -1;
  bool is_open_ = false;
  std::uint64_t end_ = 0;
};

}  // namespace

class SpilledRecords::Store {
 public:
  explicit Store(std::size_t in_memory) : most_(in_memory) {}
  ~Store() {
    for (Block& block : blocks_) sodium_memzero(block.bytes.data(), block.bytes.size());
    sodium_memzero(read_.data(), read_.size());
  }
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  void push_back(std::string_view record) {
    const auto size = static_cast<std::uint32_t>(record.size());
    if (size != record.size()) throw std::length_error("a record of more than 4 GB");
    const std::size_t needed = sizeof size + record.size();
    // Blocks never grow beyond what they reserved: nothing is copied, and none is held twice.
    if (blocks_.empty() || blocks_.back().bytes.size() + needed > blocks_.back().bytes.capacity()) {
      if (!blocks_.empty()) put_away(blocks_.back());
      blocks_.emplace_back().bytes.reserve(std::max(kBlock, needed));
    }
    std::string& into = blocks_.back().bytes;
    places_.push_back(
        {static_cast<std::uint32_t>(blocks_.size() - 1), static_cast<std::uint32_t>(into.size())});
    into.append(reinterpret_cast<const char*>(&size), sizeof size);
    into.append(record);
  }

  std::size_t size() const { return places_.size(); }

  std::string at(std::size_t index) {
    const Place place = places_.at(index);
    const Block& block = blocks_[place.block];
    if (!block.in_file) return record_in(block.bytes, place.offset);
    const std::lock_guard lock(reading_);
    if (read_block_ != place.block) {
      read_ = file_.read(*block.in_file);
      read_block_ = place.block;
    }
    return record_in(read_, place.offset);
  }

 private:
  struct Place {
    std::uint32_t block;
    std::uint32_t offset;
  };
  struct Block {
    std::string bytes;  ///< empty while it is in the file
    std::optional<BlockFile::Place> in_file;
  };

  static std::string record_in(const std::string& block, std::size_t offset) {
    std::uint32_t size = 0;
    std::memcpy(&size, block.data() + offset, sizeof size);
    return block.substr(offset + sizeof size, size);
  }

  void put_away(Block& block) {
    if (held_ + block.bytes.size() > most_) block.in_file = file_.write(block.bytes);
    if (!block.in_file) {
      held_ += block.bytes.size();
      return;
    }
    sodium_memzero(block.bytes.data(), block.bytes.size());
    std::string().swap(block.bytes);  // an assignment would keep its memory
  }

  const std::size_t most_;
  std::size_t held_ = 0;  ///< bytes of full blocks in memory
  std::vector<Place> places_;
  std::vector<Block> blocks_;
  BlockFile file_;
  std::mutex reading_;
  std::string read_;  ///< the block of the file that was read last
  std::optional<std::uint32_t> read_block_;
};

SpilledRecords::SpilledRecords(std::size_t in_memory)
    : store_(std::make_unique<Store>(in_memory)) {}
SpilledRecords::SpilledRecords(SpilledRecords&&) noexcept = default;
SpilledRecords& SpilledRecords::operator=(SpilledRecords&&) noexcept = default;
SpilledRecords::~SpilledRecords() = default;

void SpilledRecords::push_back(std::string_view record) { store_->push_back(record); }
std::size_t SpilledRecords::size() const { return store_->size(); }
std::string SpilledRecords::operator[](std::size_t index) const { return store_->at(index); }

}  // namespace minqing::base
