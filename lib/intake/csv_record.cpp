// SPDX-License-Identifier: MIT
#include "lib/intake/csv_record.hpp"

#include <algorithm>
#include <cstring>

#include "lib/intake/csv.hpp"

namespace minqing::intake {

RecordScanner::RecordScanner(char separator) : separator_(separator) {
  stops_[static_cast<unsigned char>(separator)] = true;
  stops_[static_cast<unsigned char>('\r')] = true;
  stops_[static_cast<unsigned char>('\n')] = true;
}

RecordScanner::Result RecordScanner::scan(char* bytes, std::size_t count, bool last) {
  begin_ = at_ = bytes;
  end_ = bytes + count;
  last_ = last;
  fields_.clear();
  doubled_.clear();
  lines_ = 0;
  fault_ = {};
  Stop stop = Stop::separator;
  while (stop == Stop::separator) {
    stop = at_ != end_ && *at_ == '"' ? scan_quoted() : scan_plain();
  }
  return finish(stop);
}

RecordScanner::Stop RecordScanner::scan_plain() {
  char* start = at_;
  while (at_ != end_ && !stops_[static_cast<unsigned char>(*at_)]) ++at_;
  if (at_ == end_ && !last_) return stop_with(RecordFault::Kind::none, lines_);
  if (!close_field(start, at_, false)) return Stop::fault;
  return after_field();
}

RecordScanner::Stop RecordScanner::scan_quoted() {
  std::int64_t opened = lines_;
  char* start = ++at_;
  bool doubled = false;
  for (;;) {
    char* quote = static_cast<char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
    if (quote == nullptr) {
      if (last_ || end_ - start > static_cast<std::ptrdiff_t>(kMaxFieldBytes)) {
        return stop_with(RecordFault::Kind::unclosed_quote, opened);
      }
      return stop_with(RecordFault::Kind::none, lines_);
    }
    at_ = quote + 1;
    // The byte after the quote decides, and it may not have come yet.
    if (at_ == end_ && !last_) return stop_with(RecordFault::Kind::none, lines_);
    if (at_ == end_ || *at_ != '"') break;
    doubled = true;
    ++at_;
  }
  count_lines(start, at_ - 1);
  if (!close_field(start, at_ - 1, doubled)) return Stop::fault;
  while (at_ != end_ && *at_ == ' ') ++at_;
  if (at_ == end_ && !last_) return stop_with(RecordFault::Kind::none, lines_);
  if (at_ != end_ && !stops_[static_cast<unsigned char>(*at_)]) {
    return stop_with(RecordFault::Kind::words_after_quote, lines_);
  }
  return after_field();
}

/// At a separator, a line end or the end of the input.
RecordScanner::Stop RecordScanner::after_field() {
  if (at_ == end_) return Stop::end_of_input;
  char stop = *at_;
  if (stop == separator_) {
    ++at_;
    return Stop::separator;
  }
  if (stop == '\r') {
    if (at_ + 1 == end_ && !last_) return Stop::more;
    if (at_ + 1 != end_ && at_[1] == '\n') ++at_;
  }
  ++at_;
  ++lines_;
  return Stop::line_end;
}

/// Without a fault: more bytes are needed, unless the record is too large already.
RecordScanner::Stop RecordScanner::stop_with(RecordFault::Kind kind, std::int64_t line) {
  if (kind == RecordFault::Kind::none &&
      end_ - begin_ <= static_cast<std::ptrdiff_t>(kMaxRecordBytes)) {
    return Stop::more;
  }
  fault_ = {kind == RecordFault::Kind::none ? RecordFault::Kind::record_too_large : kind, line};
  return Stop::fault;
}

bool RecordScanner::close_field(const char* begin, const char* end, bool doubled) {
  auto size = static_cast<std::size_t>(end - begin);
  if (size > kMaxFieldBytes) fault_ = {RecordFault::Kind::field_too_large, lines_};
  if (fields_.size() == kMaxColumn) fault_ = {RecordFault::Kind::too_many_fields, lines_};
  if (fault_.kind != RecordFault::Kind::none) return false;
  if (doubled) doubled_.push_back(fields_.size());
  fields_.emplace_back(begin, size);
  return true;
}

RecordScanner::Result RecordScanner::finish(Stop stop) {
  if (stop == Stop::more) return Result::more;
  if (stop == Stop::fault) return Result::fault;
  size_ = static_cast<std::size_t>(at_ - begin_);
  undouble();
  return Result::record;
}

/// Line ends inside quotes: LF, CR LF, or CR alone.
void RecordScanner::count_lines(const char* begin, const char* end) {
  for (const char* c = begin; c != end; ++c) {
    if (*c == '\n' || (*c == '\r' && (c + 1 == end || c[1] != '\n'))) ++lines_;
  }
}

void RecordScanner::undouble() {
  for (std::size_t index : doubled_) {
    std::string_view field = fields_[index];
    char* begin = begin_ + (field.data() - begin_);
    char* to = begin;
    for (const char* from = begin; from != begin + field.size(); ++from) {
      *to++ = *from;
      if (*from == '"') ++from;
    }
    fields_[index] = {begin, static_cast<std::size_t>(to - begin)};
  }
}

}  // namespace minqing::intake
