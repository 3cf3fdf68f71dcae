// SPDX-License-Identifier: MIT
// The records of an old workbook ([MS-XLS] 2.1.4): a number, a length, and up to 65,535 bytes, one
// behind the other. What is longer goes on in CONTINUE records.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/base/error.hpp"
#include "lib/intake/workbook/ole_file.hpp"

namespace minqing::intake {

/// Numbers of records, of those that are looked at.
namespace biff {
inline constexpr std::uint16_t kFormula = 0x0006;
inline constexpr std::uint16_t kEof = 0x000A;
inline constexpr std::uint16_t kDate1904 = 0x0022;
inline constexpr std::uint16_t kFilePass = 0x002F;
inline constexpr std::uint16_t kContinue = 0x003C;
inline constexpr std::uint16_t kCodePage = 0x0042;
inline constexpr std::uint16_t kColInfo = 0x007D;
inline constexpr std::uint16_t kWsBool = 0x0081;
inline constexpr std::uint16_t kBoundSheet = 0x0085;
inline constexpr std::uint16_t kMulRk = 0x00BD;
inline constexpr std::uint16_t kRString = 0x00D6;
inline constexpr std::uint16_t kXf = 0x00E0;
inline constexpr std::uint16_t kMergeCells = 0x00E5;
inline constexpr std::uint16_t kSst = 0x00FC;
inline constexpr std::uint16_t kLabelSst = 0x00FD;
inline constexpr std::uint16_t kFormula3 = 0x0206;  ///< numbers of older versions that some
inline constexpr std::uint16_t kFormula4 = 0x0406;  ///< writers use, with the form of ours
inline constexpr std::uint16_t kNumber = 0x0203;
inline constexpr std::uint16_t kLabel = 0x0204;
inline constexpr std::uint16_t kBoolErr = 0x0205;
inline constexpr std::uint16_t kString = 0x0207;
inline constexpr std::uint16_t kRow = 0x0208;
inline constexpr std::uint16_t kArray = 0x0221;
inline constexpr std::uint16_t kTable = 0x0236;
inline constexpr std::uint16_t kRk = 0x027E;
inline constexpr std::uint16_t kFormat = 0x041E;
inline constexpr std::uint16_t kSharedFormula = 0x04BC;
inline constexpr std::uint16_t kBof = 0x0809;
}  // namespace biff

struct BiffRecord {
  std::uint16_t id = 0;
  std::uint64_t offset = 0;  ///< of the record in the stream
  std::string_view data;     ///< until the next record is read

  bool operator==(const BiffRecord&) const = default;
};

class BiffRecords {
 public:
  /// The stream must outlive it.
  explicit BiffRecords(const OleStream& stream) : stream_(stream) {}

  /// The next record begins there; messages name the sheet from now on.
  void seek(std::uint64_t offset) { at_ = offset; }
  void set_sheet(std::string name) { place_.sheet = std::move(name); }
  const base::Place& place() const { return place_; }

  /// False at the end of the stream. Throws base::Rejected when it ends within a record.
  bool next(BiffRecord& record);
  /// The number of the record that next() would give; the data of the last one are lost. CONTINUE
  /// never has the number 0, which is the answer at the end.
  std::uint16_t peek();

  /// `reason` at the sheet that is being read.
  [[noreturn]] void fail(base::Text reason) const;
  [[noreturn]] void fail_cut_off() const;

 private:
  /// The bytes of the stream from at_ on, at least `size` of them unless it ends.
  std::string_view window(std::size_t size);

  const OleStream& stream_;
  base::Place place_{stream_.file(), {}, {}, 0, 0};
  std::uint64_t at_ = 0;
  std::string buffer_;
  std::uint64_t buffer_at_ = 0;
};

/// The bytes of a record and of the CONTINUE records behind it, as they are needed.
class ContinuedRecord {
 public:
  /// `first` is the record that was read last.
  ContinuedRecord(BiffRecords& records, const BiffRecord& first)
      : records_(records), rest_(first.data) {}

  /// No more bytes, here or in a CONTINUE record.
  bool at_end();
  /// What is read beyond the end is a fault of the file.
  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  void skip(std::uint64_t bytes);
  /// Plain bytes.
  void append_bytes(std::string& out, std::size_t count);
  /// `count` characters of one byte, or two when `wide`; a CONTINUE record among them begins with a
  /// byte that says again which.
  void append_characters(std::u16string& out, std::size_t count, bool wide);

 private:
  bool next_piece();

  BiffRecords& records_;
  std::string_view rest_;
};

}  // namespace minqing::intake
