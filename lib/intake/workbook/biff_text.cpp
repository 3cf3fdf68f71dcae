// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/biff_text.hpp"

#include <iconv.h>

#include <algorithm>
#include <utility>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

constexpr std::uint8_t kWide = 0x01;
constexpr std::uint8_t kExtended = 0x04;
constexpr std::uint8_t kRich = 0x08;

std::string converter_name(std::uint16_t number) {
  switch (number) {
    case 367:
      return "ASCII";
    case 936:
      return "GB18030";  // includes it
    case 1200:
      return "UTF-16LE";
    case 10000:
    case 32768:
      return "MACINTOSH";
    case 32769:
      return "CP1252";
    case 65001:
      return "UTF-8";
    default:
      return "CP" + std::to_string(number);
  }
}

void* open_converter(std::uint16_t number) {
  iconv_t handle = ::iconv_open("UTF-8", converter_name(number).c_str());
  return handle == reinterpret_cast<iconv_t>(-1) ? nullptr : handle;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::optional<std::string> to_utf8(std::u16string_view units) {
  std::string out;
  for (std::size_t at = 0; at < units.size(); ++at) {
    char32_t unit = units[at];
    if (unit >= 0xD800 && unit <= 0xDFFF) {
      char32_t low = at + 1 < units.size() ? units[at + 1] : 0;
      if (unit >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) return std::nullopt;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      ++at;
    }
    base::append_utf8(out, unit);
  }
  return out;
}

std::u16string read_wide_text(ContinuedRecord& record, std::size_t count) {
  const std::uint8_t flags = record.u8();
  const std::uint64_t runs = (flags & kRich) != 0 ? record.u16() : 0;
  const std::uint64_t extension = (flags & kExtended) != 0 ? record.u32() : 0;
  std::u16string text;
  record.append_characters(text, count, (flags & kWide) != 0);
  record.skip(runs * 4 + extension);
  return text;
}

CodePage::CodePage(std::uint16_t number) : number_(number), converter_(open_converter(number)) {}

CodePage::~CodePage() {
  if (converter_ != nullptr) ::iconv_close(converter_);
}

CodePage::CodePage(CodePage&& other) noexcept
    : number_(other.number_), converter_(std::exchange(other.converter_, nullptr)) {}

CodePage& CodePage::operator=(CodePage&& other) noexcept {
  std::swap(number_, other.number_);
  std::swap(converter_, other.converter_);
  return *this;
}

std::optional<std::string> CodePage::decode(std::string_view bytes) const {
  if (is_ascii(bytes) && number_ != 1200) return std::string(bytes);
  if (converter_ == nullptr) return std::nullopt;
  ::iconv(converter_, nullptr, nullptr, nullptr, nullptr);
  // No character of a code page becomes more than four bytes.
  std::string out(4 * bytes.size() + 16, '\0');
  char* in = const_cast<char*>(bytes.data());  // iconv only reads it
  std::size_t left = bytes.size();
  char* to = out.data();
  std::size_t room = out.size();
  if (::iconv(converter_, &in, &left, &to, &room) == static_cast<std::size_t>(-1)) {
    return std::nullopt;
  }
  out.resize(out.size() - room);
  return out;
}

}  // namespace minqing::intake
