// SPDX-License-Identifier: MIT
// One record of a text table: where its fields lie in a buffer. The scanner knows nothing of files;
// csv.cpp feeds it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::intake {

/// A fault of the record's form, at a line counted from the record's first one (0).
struct RecordFault {
  enum class Kind : std::uint8_t {
    none,
    unclosed_quote,     ///< line: where the quote opens
    words_after_quote,  ///< line: where the closing quote stands
    field_too_large,
    record_too_large,
    too_many_fields,
  };
  Kind kind = Kind::none;
  std::int64_t line = 0;
};

class RecordScanner {
 public:
  enum class Result : std::uint8_t {
    record,  ///< `size` bytes were used, `fields` are set
    more,    ///< the record goes on after the buffer
    fault,   ///< `fault` says which
  };

  explicit RecordScanner(char separator);

  /// Reads the record at the start of `bytes` (not empty); at the end of the input (`last`) a line
  /// end is not needed. Doubled quotes are undone inside the buffer, and only for a whole record.
  Result scan(char* bytes, std::size_t count, bool last);

  const std::vector<std::string_view>& fields() const { return fields_; }
  std::size_t size() const { return size_; }
  std::int64_t lines() const { return lines_; }  ///< line ends within and after the record
  const RecordFault& fault() const { return fault_; }

 private:
  /// Where a field ends.
  enum class Stop : std::uint8_t { separator, line_end, end_of_input, more, fault };

  Stop scan_plain();
  Stop scan_quoted();
  Stop after_field();
  Stop stop_with(RecordFault::Kind kind, std::int64_t line);
  bool close_field(const char* begin, const char* end, bool doubled);
  Result finish(Stop stop);
  void count_lines(const char* begin, const char* end);
  void undouble();

  bool stops_[256] = {};
  char separator_;
  char* begin_ = nullptr;
  char* at_ = nullptr;
  char* end_ = nullptr;
  bool last_ = false;
  std::vector<std::string_view> fields_;
  std::vector<std::size_t> doubled_;  ///< indexes of fields that hold doubled quotes
  std::size_t size_ = 0;
  std::int64_t lines_ = 0;
  RecordFault fault_;
};

}  // namespace minqing::intake
