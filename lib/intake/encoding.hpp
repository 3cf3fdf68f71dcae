// SPDX-License-Identifier: MIT
// The encoding of a text file: told by its byte order mark, else UTF-8 when every byte is valid
// UTF-8, else GB18030 (which includes GBK and GB2312). A file that is UTF-8 but for a few bytes is
// damaged UTF-8 and not GB18030: read as GB18030 it would turn into other characters without an
// error. A byte that cannot be decoded is an error with its place; U+FFFD is never put in.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lib/base/error.hpp"
#include "lib/intake/byte_source.hpp"

namespace minqing::intake {

enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, gb18030 };

/// `UTF-8`, `UTF-16LE`, `UTF-16BE`, `GB18030`
std::string_view name_of(Encoding encoding);
/// Reads those names and `GBK`, `GB2312`, `CP936`, `UTF8`, `UTF-16` (little-endian), in any case.
std::optional<Encoding> parse_encoding(std::string_view name);

struct EncodingFound {
  Encoding encoding = Encoding::utf8;
  int mark_bytes = 0;  ///< length of the byte order mark

  bool operator==(const EncodingFound&) const = default;
};

/// Reads the source to its end and rewinds it. `wanted` overrules everything but the length of a
/// mark that agrees with it. Throws base::Rejected with line and byte: a NUL byte, or a byte that
/// is not valid where the encoding is UTF-8.
EncodingFound find_encoding(ByteSource& source, std::optional<Encoding> wanted = {});

/// The text of a source as UTF-8, piece by piece.
class TextReader {
 public:
  /// Starts at the beginning of the source and skips the mark.
  TextReader(ByteSource& source, EncodingFound encoding);
  ~TextReader();
  TextReader(const TextReader&) = delete;
  TextReader& operator=(const TextReader&) = delete;

  /// Appends the next piece (about a megabyte); false at the end. Pieces of UTF-8 may end inside a
  /// character. Throws base::Rejected with line and byte at what cannot be decoded.
  bool append_to(std::string& out);

 private:
  class Converter;

  ByteSource& source_;
  std::unique_ptr<Converter> converter_;
  std::string buffer_;
};

/// The whole text of a file as UTF-8; `-` is standard input. Throws as open_file and TextReader do.
std::string read_text_file(const std::string& path, std::uint64_t max_bytes);

/// Lines passed so far, for messages: LF, CR LF and a lone CR each end one.
class LineCounter {
 public:
  void pass(std::string_view bytes);
  /// The line of the next byte, from 1.
  std::int64_t line() const { return line_; }

 private:
  std::int64_t line_ = 1;
  bool after_cr_ = false;
};

}  // namespace minqing::intake
