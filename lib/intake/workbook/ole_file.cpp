// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ole_file.hpp"

#include <algorithm>
#include <utility>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/little_endian.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kHeaderFatSectors = 109;
constexpr std::size_t kEntryBytes = 128;
constexpr std::uint32_t kMiniBytes = 64;
/// Numbers from here on are no sectors but marks: end of a chain, free.
constexpr std::uint32_t kFirstMark = 0xFFFFFFFA;
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr std::uint8_t kStreamEntry = 2;

[[noreturn]] void fail(const ByteSource& source) {
  reject_file(source.name(), {"旧格式文件的容器（OLE2）损坏或不完整",
                              "the container of this old file (OLE2) is damaged or cut off"});
}

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string key_of(std::string_view name) {
  std::string key(name);
  std::transform(key.begin(), key.end(), key.begin(), lower_letter);
  return key;
}

std::string key_of_entry(std::string_view entry) {
  std::string key;
  std::size_t bytes = std::min<std::size_t>(u16_at(entry, 64), 64);
  for (std::size_t at = 0; at + 3 < bytes; at += 2) {  // the last character is a NUL
    std::uint16_t unit = u16_at(entry, at);
    key += unit < 0x80 ? lower_letter(static_cast<char>(unit)) : '?';
  }
  return key;
}

}  // namespace

OleStream::OleStream(ByteSource& source)
    : source_(&source),
      places_{0},
      chunk_(std::max<std::uint64_t>(source.size(), 1)),
      size_(source.size()) {}

OleStream::OleStream(ByteSource& source, std::vector<std::uint32_t> places, std::uint32_t chunk,
                     std::uint64_t size)
    : source_(&source),
      places_(std::move(places)),
      chunk_(chunk),
      size_(std::min<std::uint64_t>(size, places_.size() * std::uint64_t{chunk})) {}

std::size_t OleStream::read_at(std::uint64_t offset, char* buffer, std::size_t size) const {
  if (offset >= size_) return 0;
  size = static_cast<std::size_t>(std::min<std::uint64_t>(size, size_ - offset));
  std::size_t done = 0;
  while (done < size) {
    auto first = static_cast<std::size_t>((offset + done) / chunk_);
    std::uint64_t within = (offset + done) % chunk_;
    // Chunks that follow each other in the file are one read.
    std::size_t last = first;
    std::uint64_t bytes = chunk_ - within;
    while (bytes < size - done && places_[last + 1] == places_[last] + chunk_) {
      ++last;
      bytes += chunk_;
    }
    auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, size - done));
    std::size_t got = source_->read_at(places_[first] + within, buffer + done, wanted);
    done += got;
    if (got < wanted) break;
  }
  return done;
}

OleFile::OleFile(ByteSource& source) : source_(source) {
  std::string header(kHeaderBytes, '\0');
  header.resize(source.read_at(0, header.data(), header.size()));
  const std::uint16_t shift = u16_at(header, 30);
  if (header.size() < kHeaderBytes || (shift != 9 && shift != 12)) fail(source_);
  sector_bytes_ = 1u << shift;
  sectors_ = static_cast<std::uint32_t>((source.size() + sector_bytes_ - 1) / sector_bytes_);
  mini_limit_ = u32_at(header, 56);
  read_fat(header);
  read_directory(u32_at(header, 48));
  mini_first_ = u32_at(header, 60);
}

std::uint32_t OleFile::place_of(std::uint32_t sector) const {
  return static_cast<std::uint32_t>((std::uint64_t{sector} + 1) * sector_bytes_);
}

std::string OleFile::read_sector(std::uint32_t sector) const {
  if (sector >= sectors_) fail(source_);
  std::string bytes(sector_bytes_, '\0');
  bytes.resize(source_.read_at(place_of(sector), bytes.data(), bytes.size()));
  return bytes;
}

/// A piece of an allocation table: for each sector the next one of its chain.
void OleFile::append_table(std::vector<std::uint32_t>& table, std::uint32_t sector) const {
  const std::string bytes = read_sector(sector);
  for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) table.push_back(u32_at(bytes, at));
}

void OleFile::read_fat(std::string_view header) {
  const auto covers_all = [&] { return fat_.size() >= sectors_; };
  for (std::size_t i = 0; i < kHeaderFatSectors && !covers_all(); ++i) {
    std::uint32_t sector = u32_at(header, 76 + 4 * i);
    if (sector < kFirstMark) append_table(fat_, sector);
  }
  // The list of the table's sectors goes on elsewhere; the last number of a piece names the next.
  std::uint32_t next = u32_at(header, 68);
  for (std::uint32_t pieces = 0; next < kFirstMark && !covers_all(); ++pieces) {
    if (pieces == sectors_) fail(source_);
    const std::string piece = read_sector(next);
    for (std::size_t at = 0; at + 8 <= sector_bytes_ && !covers_all(); at += 4) {
      std::uint32_t sector = at + 4 <= piece.size() ? u32_at(piece, at) : kNoEntry;
      if (sector < kFirstMark) append_table(fat_, sector);
    }
    next = piece.size() == sector_bytes_ ? u32_at(piece, sector_bytes_ - 4) : kNoEntry;
  }
}

std::vector<std::uint32_t> OleFile::chain(const std::vector<std::uint32_t>& table,
                                          std::uint32_t first) const {
  std::vector<std::uint32_t> sectors;
  for (std::uint32_t sector = first; sector < kFirstMark; sector = table[sector]) {
    if (sector >= table.size() || sectors.size() == table.size()) fail(source_);
    sectors.push_back(sector);
  }
  return sectors;
}

std::string OleFile::read_chain(std::uint32_t first) const {
  std::string bytes;
  for (std::uint32_t sector : chain(fat_, first)) bytes += read_sector(sector);
  return bytes;
}

void OleFile::read_directory(std::uint32_t first) {
  const std::string directory = read_chain(first);
  if (directory.size() < kEntryBytes) fail(source_);
  root_ = {{}, u32_at(directory, 116), u32_at(directory, 120)};
  // The streams of one folder are a tree of siblings; embedded workbooks are folders of their own.
  std::vector<bool> seen(directory.size() / kEntryBytes);
  std::vector<std::uint32_t> waiting = {u32_at(directory, 76)};
  while (!waiting.empty()) {
    std::uint32_t index = waiting.back();
    waiting.pop_back();
    if (index >= seen.size() || seen[index]) continue;
    seen[index] = true;
    list_entry(directory, index);
    waiting.push_back(u32_at(directory, index * kEntryBytes + 68));
    waiting.push_back(u32_at(directory, index * kEntryBytes + 72));
  }
}

void OleFile::list_entry(std::string_view directory, std::uint32_t index) {
  std::string_view entry = directory.substr(index * kEntryBytes, kEntryBytes);
  if (u8_at(entry, 66) != kStreamEntry) return;
  entries_.push_back({key_of_entry(entry), u32_at(entry, 116), u32_at(entry, 120)});
}

void OleFile::read_mini_streams(std::uint32_t first) {
  if (std::exchange(has_mini_, true)) return;
  mini_sectors_ = chain(fat_, root_.start);
  for (std::uint32_t sector : chain(fat_, first)) append_table(mini_fat_, sector);
}

const OleFile::Entry* OleFile::entry_of(std::string_view name) const {
  const std::string key = key_of(name);
  auto found = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Entry& entry) { return entry.key == key; });
  return found == entries_.end() ? nullptr : &*found;
}

std::optional<OleStream> OleFile::find(std::string_view name) {
  const Entry* entry = entry_of(name);
  if (entry == nullptr) return std::nullopt;
  std::vector<std::uint32_t> places;
  if (entry->size >= mini_limit_) {
    for (std::uint32_t sector : chain(fat_, entry->start)) {
      if (sector >= sectors_) fail(source_);
      places.push_back(place_of(sector));
    }
    return OleStream(source_, std::move(places), sector_bytes_, entry->size);
  }
  read_mini_streams(mini_first_);
  const std::uint32_t in_sector = sector_bytes_ / kMiniBytes;
  for (std::uint32_t mini : chain(mini_fat_, entry->start)) {
    if (mini / in_sector >= mini_sectors_.size()) fail(source_);
    std::uint32_t sector = mini_sectors_[mini / in_sector];
    if (sector >= sectors_) fail(source_);
    places.push_back(place_of(sector) + mini % in_sector * kMiniBytes);
  }
  return OleStream(source_, std::move(places), kMiniBytes, entry->size);
}

}  // namespace minqing::intake
