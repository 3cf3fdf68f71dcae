// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/shared_strings.hpp"

#include <cstring>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ooxml_text.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kBlock = 1 << 20;
constexpr std::size_t kMaxLengthBytes = 3;

/// A length as 7-bit groups: one byte for most texts.
std::size_t put_length(char* to, std::size_t length) {
  std::size_t count = 0;
  for (; length >= 0x80; length >>= 7) to[count++] = static_cast<char>(length | 0x80);
  to[count++] = static_cast<char>(length);
  return count;
}

std::string_view text_at(const char* from) {
  std::size_t length = 0;
  for (int shift = 0;; shift += 7) {
    auto byte = static_cast<unsigned char>(*from++);
    length |= static_cast<std::size_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return {from, length};
  }
}

class SharedStringsReader : public XmlHandler {
 public:
  explicit SharedStringsReader(const std::string& file) : file_(file) {}

  void start(std::string_view name, const XmlAttributes&, int depth) override {
    if (depth == 2 && name == "si") item_.begin();
    if (depth > 2) item_.start(name);
  }

  void end(std::string_view name, int depth) override {
    if (depth > 2) item_.end(name);
    if (depth == 2 && name == "si" && !strings.add(item_.finish())) {
      reject_file(file_, base::text("共享文本太多或太长（第 {} 条）",
                                    "too many shared texts, or one is too long (number {})",
                                    strings.size() + 1));
    }
  }

  void text(std::string_view piece) override {
    if (item_.size() <= kMaxTextBytes) item_.text(piece);
  }

  SharedStrings strings;

 private:
  const std::string& file_;
  StringItem item_;
};

}  // namespace

bool SharedStrings::add(std::string_view text) {
  if (text.size() > kMaxTextBytes || places_.size() == kMaxSharedStrings) return false;
  std::size_t room = text.size() + kMaxLengthBytes;
  if (blocks_.empty() || used_ + room > kBlock) {
    if (blocks_.size() == kMaxSharedBytes / kBlock) return false;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlock));
    used_ = 0;
  }
  char* to = blocks_.back().get() + used_;
  places_.push_back(static_cast<std::uint32_t>((blocks_.size() - 1) * kBlock + used_));
  std::size_t length = put_length(to, text.size());
  std::memcpy(to + length, text.data(), text.size());
  used_ += length + text.size();
  return true;
}

std::string_view SharedStrings::at(std::size_t index) const {
  std::uint32_t place = places_[index];
  return text_at(blocks_[place / kBlock].get() + place % kBlock);
}

SharedStrings read_shared_strings(ZipArchive& archive, std::string_view part) {
  SharedStringsReader handler(archive.name());
  parse_part(archive, part, handler);
  return std::move(handler.strings);
}

}  // namespace minqing::intake
