// SPDX-License-Identifier: MIT
// What a telephone reads from a card, and how the picture stands in the page.

#include "lib/base/error.hpp"
#include "lib/report/papers/fill.hpp"
#include "lib/report/papers/qr_code.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace minqing::report {

namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("a contact is written as telephones read it, without what is not known") {
  CHECK(vcard({.name = "王庆生", .phone = "13800000021"}) ==
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:王庆生\r\nTEL;TYPE=WORK:13800000021\r\nEND:VCARD\r\n");
  const std::string whole =
      vcard({"王庆生", "水务站", "站长", "1", "2", "振兴路 12 号, 2 楼", "卡;1"});
  CHECK(whole.find("ADR;TYPE=WORK:;;振兴路 12 号\\, 2 楼;;;;\r\n") != std::string::npos);
  CHECK(whole.find("NOTE:卡\\;1\r\n") != std::string::npos);
}

TEST_CASE("a code has its finder patterns within a quiet zone") {
  const std::string svg = qr_code("HELLO").bytes();
  // Version 1: 21 modules and 4 on either side.
  CHECK(svg.find("viewBox=\"0 0 29 29\"") != std::string::npos);
  // The upper row of the two upper finder patterns, and of the lower one.
  CHECK(svg.find("M4 4h7v1h-7z") != std::string::npos);
  CHECK(svg.find("M18 4h7v1h-7z") != std::string::npos);
  CHECK(svg.find("M4 18h7v1h-7z") != std::string::npos);
  CHECK(qr_code("HELLO").bytes() == svg);
  CHECK(qr_code("HELLP").bytes() != svg);
}

TEST_CASE("what is too long for one code is refused") {
  CHECK_THROWS_AS(qr_code(std::string(4000, 'x')), base::Error);
}

TEST_CASE("a picture is put in as it is, everything else is escaped") {
  schema::Form form;
  form.markup = "<p>{{official}}</p>{{#qr_code}}<div>{{qr_code}}</div>{{/qr_code}}";
  PaperValues values;
  values.texts["official"] = "<b>{{{qr_code}}}</b>";
  CHECK(html::fill(form, values).bytes() == "<p>&lt;b&gt;{{{qr_code}}}&lt;/b&gt;</p>");
  values.pictures["qr_code"] = qr_code("HELLO");
  const std::string page = html::fill(form, values).bytes();
  CHECK(count_of(page, "<svg ") == 1);
  CHECK(count_of(page, "&lt;b&gt;") == 1);
}

}  // namespace minqing::report
