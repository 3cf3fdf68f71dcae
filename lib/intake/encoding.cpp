// SPDX-License-Identifier: MIT
// Finding the encoding: names, marks, and the pass over the bytes.

#include "lib/intake/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "lib/base/utf8.hpp"
#include "lib/intake/gb18030_judge.hpp"

namespace minqing::intake {
namespace {

using base::text;

constexpr std::size_t kPiece = 1 << 20;
/// After so many faults among few good characters the bytes are no UTF-8.
constexpr std::int64_t kEnoughFaults = 1000;

struct Name {
  std::string_view name;
  Encoding encoding;
};
constexpr std::array kNames = {
    Name{"utf-8", Encoding::utf8},       Name{"utf8", Encoding::utf8},
    Name{"utf-16le", Encoding::utf16le}, Name{"utf-16", Encoding::utf16le},
    Name{"utf-16be", Encoding::utf16be}, Name{"gb18030", Encoding::gb18030},
    Name{"gbk", Encoding::gb18030},      Name{"gb2312", Encoding::gb18030},
    Name{"cp936", Encoding::gb18030},
};

EncodingFound by_mark(std::string_view start) {
  if (start.starts_with("\xEF\xBB\xBF")) return {Encoding::utf8, 3};
  if (start.starts_with("\xFF\xFE")) return {Encoding::utf16le, 2};
  if (start.starts_with("\xFE\xFF")) return {Encoding::utf16be, 2};
  return {Encoding::utf8, 0};
}

/// Bytes at the end that begin a character which goes on after them.
std::size_t unfinished_tail(std::string_view bytes) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
    auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
    if (byte < 0x80) return 0;
    std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 0;
    if (length > 0) return length > back ? back : 0;
  }
  return 0;
}

std::int64_t count_multibyte(std::string_view valid) {
  return std::count_if(valid.begin(), valid.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0xC2; });
}

/// Whether the bytes that pass are UTF-8, and if not, how nearly.
class Utf8Judge {
 public:
  void pass(std::string_view piece) {
    rest_.append(piece);
    judge(std::string_view(rest_).substr(0, rest_.size() - unfinished_tail(rest_)));
  }
  void finish() { judge(rest_); }

  bool is_valid() const { return faults_ == 0; }
  bool is_hopeless() const { return faults_ >= kEnoughFaults && !is_damaged(); }
  /// Faults, but far too many well-formed characters for another encoding.
  bool is_damaged() const { return faults_ > 0 && good_ >= 10 && good_ >= 10 * faults_; }
  std::int64_t fault_offset() const { return fault_offset_; }

 private:
  void judge(std::string_view bytes) {
    std::size_t size = bytes.size();
    // Counting costs a pass of its own, so it is done where it can matter: at the start of the file
    // and beside faults.
    bool count = offset_ == 0;
    for (std::size_t bad = 0; !base::is_valid_utf8(bytes, &bad); bytes.remove_prefix(bad + 1)) {
      count = true;
      good_ += count_multibyte(bytes.substr(0, bad));
      note_fault(bytes.data() - rest_.data() + static_cast<std::ptrdiff_t>(bad));
    }
    if (count) good_ += count_multibyte(bytes);
    offset_ += static_cast<std::int64_t>(size);
    rest_.erase(0, size);
  }

  void note_fault(std::ptrdiff_t at) {
    if (faults_++ == 0) fault_offset_ = offset_ + at;
  }

  std::string rest_;
  std::int64_t offset_ = 0;  ///< of the first byte of rest_
  std::int64_t good_ = 0;
  std::int64_t faults_ = 0;
  std::int64_t fault_offset_ = 0;
};

/// Only a fault asks for its line, so lines are counted when there is one.
std::int64_t line_at(ByteSource& source, std::int64_t offset) {
  LineCounter lines;
  std::string piece(kPiece, '\0');
  source.rewind();
  while (offset > 0) {
    auto wanted = static_cast<std::size_t>(std::min<std::int64_t>(offset, kPiece));
    std::size_t got = source.read(piece.data(), wanted);
    if (got == 0) break;
    lines.pass({piece.data(), got});
    offset -= static_cast<std::int64_t>(got);
  }
  return lines.line();
}

[[noreturn]] void reject(ByteSource& source, std::int64_t offset, base::Text reason,
                         base::Text way_out) {
  throw base::Rejected({{{source.name(), {}, {}, line_at(source, offset), 0},
                         {},
                         std::move(reason),
                         std::move(way_out)}});
}

[[noreturn]] void reject_utf8(ByteSource& source, const Utf8Judge& judge) {
  reject(
      source, judge.fault_offset(),
      text("第 {} 个字节不是有效的 UTF-8", "byte {} is not valid UTF-8", judge.fault_offset() + 1),
      {"文件受损：请从原来的程序重新导出；导入时也可以用 --编码 指明编码",
       "the file is damaged: export it again; an import can be told the encoding (--encoding)"});
}

void refuse_nul(ByteSource& source, std::string_view piece, std::int64_t offset) {
  const void* nul = piece.empty() ? nullptr : std::memchr(piece.data(), 0, piece.size());
  if (nul == nullptr) return;
  std::int64_t at = offset + (static_cast<const char*>(nul) - piece.data());
  reject(
      source, at,
      text("第 {} 个字节是空字节（NUL），这不是文本文件", "byte {} is NUL; this is not a text file",
           at + 1),
      {"若是“Unicode 文本”，请另存为带标记的 UTF-16 或 UTF-8；若是工作簿，请用原来的扩展名",
       "save 'Unicode text' with its byte order mark or as UTF-8; give a workbook its own name"});
}

[[noreturn]] void reject_unclear(const ByteSource& source) {
  base::Place whole_file{source.name(), {}, {}, 0, 0};
  throw base::Rejected({{std::move(whole_file),
                         {},
                         {"认不出是哪种编码：不是 UTF-8，按 GB18030 读又大半是生僻字",
                          "its encoding is not clear: no UTF-8, and mostly rare characters if it "
                          "is read as GB18030"},
                         {"请另存为 UTF-8 再读；确实是 GB18030 的，导入时用 --编码 GB18030 写明",
                          "save it as UTF-8; if it is GB18030 after all, say so with --encoding "
                          "GB18030"}}});
}

EncodingFound judge_bytes(ByteSource& source, std::optional<Encoding> wanted) {
  Utf8Judge judge;
  Gb18030Judge gb18030;
  std::int64_t offset = 0;
  std::string piece(kPiece, '\0');
  while (std::size_t got = source.read(piece.data(), piece.size())) {
    std::string_view bytes(piece.data(), got);
    refuse_nul(source, bytes, offset);
    offset += static_cast<std::int64_t>(got);
    if (!judge.is_hopeless()) judge.pass(bytes);
    if (!judge.is_valid()) gb18030.pass(bytes);
  }
  judge.finish();
  if (judge.is_valid()) return {Encoding::utf8, 0};
  if (judge.is_damaged() || wanted == Encoding::utf8) reject_utf8(source, judge);
  if (!gb18030.is_likely()) reject_unclear(source);
  return {Encoding::gb18030, 0};
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  constexpr std::array<std::string_view, 4> kShown = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"};
  return kShown[static_cast<std::size_t>(encoding)];
}

std::optional<Encoding> parse_encoding(std::string_view name) {
  std::string key = base::fold(name);
  for (const Name& known : kNames) {
    if (known.name == key) return known.encoding;
  }
  return std::nullopt;
}

EncodingFound find_encoding(ByteSource& source, std::optional<Encoding> wanted) {
  std::array<char, 4> start = {};
  std::size_t got = source.read(start.data(), start.size());
  EncodingFound found = by_mark({start.data(), got});
  source.rewind();
  if (wanted && *wanted != found.encoding) found = {*wanted, 0};
  if (found.encoding != Encoding::utf8 && (found.mark_bytes > 0 || wanted)) return found;

  EncodingFound judged = judge_bytes(source, found.mark_bytes > 0 ? Encoding::utf8 : wanted);
  source.rewind();
  judged.mark_bytes = found.mark_bytes;
  return judged;
}

void LineCounter::pass(std::string_view bytes) {
  if (bytes.empty()) return;
  bool rest_of_break = after_cr_ && bytes.front() == '\n';
  after_cr_ = bytes.back() == '\r';
  if (rest_of_break) bytes.remove_prefix(1);
  line_ += std::count(bytes.begin(), bytes.end(), '\n');
  for (std::size_t at = 0; (at = bytes.find('\r', at)) != std::string_view::npos; ++at) {
    if (at + 1 == bytes.size() || bytes[at + 1] != '\n') ++line_;
  }
}

}  // namespace minqing::intake
