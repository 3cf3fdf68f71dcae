// SPDX-License-Identifier: MIT
#include "lib/report/html.hpp"

#include "lib/base/utf8.hpp"

namespace minqing::report::html {

Escaped escape(std::string_view text) {
  std::string out;
  for (const char byte : base::visible(text, true)) {
    switch (byte) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += byte;
    }
  }
  return Escaped(std::move(out));
}

}  // namespace minqing::report::html
