// SPDX-License-Identifier: MIT
#include "lib/report/papers/qr_code.hpp"

#include <qrencode.h>

#include <memory>

#include "lib/base/error.hpp"

namespace minqing::report {

namespace {

using html::compose;
using html::Escaped;
using html::operator""_html;

constexpr int kQuietZone = 4;

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Code = std::unique_ptr<QRcode, FreeCode>;

Code encode(std::string_view content) {
  Code code(QRcode_encodeData(static_cast<int>(content.size()),
                              reinterpret_cast<const unsigned char*>(content.data()), 0,
                              QR_ECLEVEL_M));
  if (code) return code;
  throw base::Error(base::Exit::rejected,
                    base::text("内容太长，放不进一个二维码", "too long for one QR code"),
                    base::text("缩短单位名称或地址", "shorten the unit's name or address"));
}

/// One stroke for each run of dark modules of a row.
Escaped rows_of(const QRcode& code) {
  Escaped path;
  for (int y = 0; y < code.width; ++y) {
    for (int x = 0; x < code.width; ++x) {
      const auto is_dark = [&](int column) {
        return (code.data[y * code.width + column] & 1) != 0;
      };
      if (!is_dark(x)) continue;
      int end = x + 1;
      while (end < code.width && is_dark(end)) ++end;
      path += compose("M{} {}h{}v1h-{}z", x + kQuietZone, y + kQuietZone, end - x, end - x);
      x = end;
    }
  }
  return path;
}

/// RFC 2426: commas, semicolons, backslashes and line breaks of a value are marked.
std::string value_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == ',' || c == ';' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string vcard(const ContactEntry& entry) {
  std::string out = "BEGIN:VCARD\r\nVERSION:3.0\r\n";
  const auto put = [&](std::string_view key, const std::string& text) {
    if (!text.empty()) out += std::string(key) + ":" + value_of(text) + "\r\n";
  };
  put("FN", entry.name);
  put("ORG", entry.organisation);
  put("TITLE", entry.post);
  put("TEL;TYPE=WORK", entry.phone);
  put("TEL;TYPE=WORK", entry.second_phone);
  if (!entry.address.empty()) out += "ADR;TYPE=WORK:;;" + value_of(entry.address) + ";;;;\r\n";
  put("NOTE", entry.note);
  return out + "END:VCARD\r\n";
}

html::Escaped qr_code(std::string_view content) {
  const Code code = encode(content);
  const int side = code->width + 2 * kQuietZone;
  return compose(
      "<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {} {}\" shape-rendering=\"crispEdges\">"
      "<path fill=\"#fff\" d=\"M0 0h{}v{}H0z\"/><path d=\"{}\"/></svg>",
      side, side, side, side, rows_of(*code));
}

}  // namespace minqing::report
