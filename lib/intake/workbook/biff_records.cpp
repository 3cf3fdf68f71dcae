// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/biff_records.hpp"

#include <algorithm>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/little_endian.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kHeader = 4;
constexpr std::size_t kWindow = 128 << 10;

}  // namespace

void BiffRecords::fail(base::Text reason) const { reject(place_, std::move(reason)); }

void BiffRecords::fail_cut_off() const {
  fail({"内容在中途断了，文件不完整", "its contents break off; the file is incomplete"});
}

std::string_view BiffRecords::window(std::size_t size) {
  bool inside = at_ >= buffer_at_ && at_ + size <= buffer_at_ + buffer_.size();
  if (!inside) {
    buffer_.resize(std::max(size, kWindow));
    buffer_.resize(stream_.read_at(at_, buffer_.data(), buffer_.size()));
    buffer_at_ = at_;
  }
  return std::string_view(buffer_).substr(static_cast<std::size_t>(at_ - buffer_at_));
}

std::uint16_t BiffRecords::peek() { return u16_at(window(kHeader), 0); }

bool BiffRecords::next(BiffRecord& record) {
  std::string_view header = window(kHeader);
  if (header.empty()) return false;
  if (header.size() < kHeader) fail_cut_off();
  const std::size_t whole = kHeader + u16_at(header, 2);
  std::string_view bytes = window(whole);
  if (bytes.size() < whole) fail_cut_off();
  record = {u16_at(bytes, 0), at_, bytes.substr(kHeader, whole - kHeader)};
  at_ += whole;
  return true;
}

bool ContinuedRecord::next_piece() {
  // Peeking may move the window that holds the piece: only once it is used up.
  BiffRecord record;
  if (records_.peek() != biff::kContinue || !records_.next(record)) return false;
  rest_ = record.data;
  return true;
}

bool ContinuedRecord::at_end() {
  while (rest_.empty()) {
    if (!next_piece()) return true;
  }
  return false;
}

std::uint8_t ContinuedRecord::u8() {
  if (at_end()) records_.fail_cut_off();
  std::uint8_t value = u8_at(rest_, 0);
  rest_.remove_prefix(1);
  return value;
}

std::uint16_t ContinuedRecord::u16() {
  std::uint16_t low = u8();
  return static_cast<std::uint16_t>(low | u8() << 8);
}

std::uint32_t ContinuedRecord::u32() {
  std::uint32_t low = u16();
  return low | static_cast<std::uint32_t>(u16()) << 16;
}

void ContinuedRecord::skip(std::uint64_t bytes) {
  while (bytes > 0) {
    if (at_end()) records_.fail_cut_off();
    auto step = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, rest_.size()));
    rest_.remove_prefix(step);
    bytes -= step;
  }
}

void ContinuedRecord::append_bytes(std::string& out, std::size_t count) {
  while (count > 0) {
    if (at_end()) records_.fail_cut_off();
    std::size_t step = std::min(count, rest_.size());
    out += rest_.substr(0, step);
    rest_.remove_prefix(step);
    count -= step;
  }
}

void ContinuedRecord::append_characters(std::u16string& out, std::size_t count, bool wide) {
  while (count > 0) {
    const std::size_t width = wide ? 2 : 1;
    std::size_t here = std::min(count, rest_.size() / width);
    for (std::size_t at = 0; at < here; ++at) {
      out += static_cast<char16_t>(wide ? u16_at(rest_, 2 * at) : u8_at(rest_, at));
    }
    rest_.remove_prefix(here * width);
    count -= here;
    if (count == 0) return;
    rest_ = {};
    if (at_end()) records_.fail_cut_off();
    wide = (u8() & 1) != 0;
  }
}

}  // namespace minqing::intake
