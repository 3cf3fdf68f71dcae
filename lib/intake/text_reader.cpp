// SPDX-License-Identifier: MIT
// Decoding piece by piece. glibc's iconv is the fastest converter at hand and needs no locale.

#include <iconv.h>

#include <cerrno>

#include "lib/base/file.hpp"
#include "lib/base/text.hpp"
#include "lib/intake/encoding.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kChunk = 1 << 20;

/// Appends up to a megabyte of raw bytes; how many.
std::size_t append_bytes(ByteSource& source, std::string& out) {
  std::size_t old = out.size();
  out.resize(old + kChunk);
  std::size_t got = source.read(out.data() + old, kChunk);
  out.resize(old + got);
  return got;
}

void skip_mark(ByteSource& source, int bytes) {
  char ignored[4];
  source.rewind();
  if (bytes > 0) source.read(ignored, static_cast<std::size_t>(bytes));
}

}  // namespace

class TextReader::Converter {
 public:
  Converter(const ByteSource& source, EncodingFound found)
      : source_(source), encoding_(found.encoding), offset_(found.mark_bytes) {
    handle_ = ::iconv_open("UTF-8", std::string(name_of(encoding_)).c_str());
    if (handle_ == reinterpret_cast<iconv_t>(-1)) {
      throw base::Error(
          base::Exit::other,
          base::text("本机不能转换 {} 编码", "this machine cannot convert {}", name_of(encoding_)),
          {"请另存为 UTF-8 后再读", "save the file as UTF-8 and read it again"});
    }
  }
  ~Converter() { ::iconv_close(handle_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Converts `bytes`; what begins a character that goes on later is kept for the next call.
  void convert(std::string& bytes, std::string& out, bool last) {
    std::size_t old = out.size();
    char* in = bytes.data();
    std::size_t left = bytes.size();
    while (left > 0 && step(in, left, out)) {
    }
    if (left > 0 && (last || bad_)) refuse(old, out, bytes.size() - left);
    refuse_nul(old, out);
    lines_.pass(std::string_view(out).substr(old));
    offset_ += static_cast<std::int64_t>(bytes.size() - left);
    bytes.erase(0, bytes.size() - left);
  }

 private:
  /// False when the rest is the beginning of a character, or cannot be decoded at all.
  bool step(char*& in, std::size_t& left, std::string& out) {
    std::size_t used = out.size();
    // No character of these encodings becomes more than half as long again in UTF-8.
    out.resize(used + left + left / 2 + 16);
    char* to = out.data() + used;
    std::size_t room = out.size() - used;
    std::size_t done = ::iconv(handle_, &in, &left, &to, &room);
    int error = errno;
    out.resize(out.size() - room);
    if (done != static_cast<std::size_t>(-1) || error == E2BIG) return true;
    bad_ = error == EILSEQ;
    return false;
  }

  [[noreturn]] void refuse(std::size_t old, const std::string& out, std::size_t at) {
    lines_.pass(std::string_view(out).substr(old));
    reject(base::text("第 {} 个字节不能按 {} 解读", "byte {} cannot be read as {}",
                      offset_ + static_cast<std::int64_t>(at) + 1, name_of(encoding_)));
  }

  void refuse_nul(std::size_t old, const std::string& out) {
    std::size_t nul = out.find('\0', old);
    if (nul == std::string::npos) return;
    lines_.pass(std::string_view(out).substr(old, nul - old));
    reject({"含有空字符（NUL）", "a NUL character"});
  }

  [[noreturn]] void reject(base::Text reason) {
    throw base::Rejected(
        {{{source_.name(), {}, {}, lines_.line(), 0},
          {},
          std::move(reason),
          {"请从原来的程序重新导出；导入时也可以用 --编码 "
           "指明编码（UTF-8、GB18030、UTF-16LE、UTF-16BE）",
           "export it again; an import can be told the encoding with --encoding (UTF-8, GB18030, "
           "UTF-16LE, UTF-16BE)"}}});
  }

  const ByteSource& source_;
  Encoding encoding_;
  iconv_t handle_;
  bool bad_ = false;
  std::int64_t offset_;  ///< of the first byte not yet converted
  LineCounter lines_;
};

TextReader::TextReader(ByteSource& source, EncodingFound found) : source_(source) {
  skip_mark(source, found.mark_bytes);
  if (found.encoding != Encoding::utf8) converter_ = std::make_unique<Converter>(source, found);
}

TextReader::~TextReader() = default;

bool TextReader::append_to(std::string& out) {
  if (!converter_) return append_bytes(source_, out) > 0;
  std::size_t got = append_bytes(source_, buffer_);
  if (got == 0 && buffer_.empty()) return false;
  converter_->convert(buffer_, out, got == 0);
  return true;
}

std::string read_text_file(const std::string& path, std::uint64_t max_bytes) {
  const std::string typed = path == "-" ? base::read_stdin(max_bytes) : std::string();
  const auto source = path == "-" ? open_bytes(typed, path) : open_file(path, max_bytes);
  TextReader reader(*source, find_encoding(*source));
  std::string out;
  while (reader.append_to(out)) {
  }
  return out;
}

}  // namespace minqing::intake
