// SPDX-License-Identifier: MIT
#include "tests/unit/report/hostile_texts.hpp"

#include <catch2/catch.hpp>

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::report {

namespace {

std::vector<std::string> built_in() {
  std::vector<std::string> texts = {"<script>alert(1)</script>",
                                    "\"><img src=x onerror=alert(1)>",
                                    "' onmouseover='alert(1)",
                                    "</title></style></td></svg><a href=javascript:alert(1)>x</a>",
                                    "&lt;b&gt; &amp;#x3c; &#60;script&#62;",
                                    "<!--",
                                    "]]>",
                                    "{} {0} %s %n ${x} {{y}}",
                                    "\x1b[2J\x1b]0;title\x07\x1b]52;c;AAAA\x07",
                                    "\xC2\x9B"
                                    "31m red",
                                    "a\rb\r\nc\x08\x7F\x0B\x0C",
                                    "张三\xE2\x80\xAE"
                                    "gpj.exe\xE2\x81\xA6",
                                    "zero\xE2\x80\x8Bwidth\xEF\xBB\xBF",
                                    "\xE2\x80\xA8line\xE2\x80\xA9paragraph",
                                    "\xEF\xBF\xBE\xEF\xBF\xBF",
                                    "\xEE\x80\x80",
                                    "bad \xC0\xAF \xED\xA0\x80 \xF8\x88 \xFF end",
                                    "\xE4\xB8",
                                    "=cmd|' /C calc'!A0",
                                    "　全角　空白　",
                                    "䶮𬭛葛󠄀",
                                    std::string("nul\0inside", 10),
                                    std::string(3000, 'x'),
                                    std::string(200, '(')};
  std::string marks = "e";
  std::string wide;
  for (int i = 0; i < 500; ++i) {
    marks += "\xCC\x81";
    wide += "（，";
  }
  texts.push_back(marks);
  texts.push_back(wide);
  return texts;
}

/// Bytes as they come from a generator with a fixed start, so that a failure can be repeated.
std::vector<std::string> made_up() {
  std::vector<std::string> texts;
  std::uint64_t state = 20261122;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (int k = 0; k < 40; ++k) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += static_cast<char>(state >> 56);
    }
    texts.push_back(text);
  }
  return texts;
}

void add_lines(std::vector<std::string>& texts, const std::string& name) {
  const std::string path = std::string(MINQING_SOURCE_DIR) + "/../shared/data/" + name;
  if (!base::file_exists(path)) {
    WARN("not present, left out: " << name);
    return;
  }
  const std::string bytes = base::read_file(path, 1 << 20);
  for (const std::string_view line : base::split(bytes, '\n')) {
    if (!line.empty() && line.front() != '#') texts.emplace_back(line);
  }
}

Table table_of(const std::string& text) {
  Table table;
  table.caption = text;
  table.columns = {{text}, {text, CellKind::count, text}, {text, CellKind::rate, text}};
  table.rows = {{{text, text, text}}, {{text}}};
  table.total = Row{{text, text, text}};
  return table;
}

}  // namespace

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts = built_in();
  for (std::string& text : made_up()) texts.push_back(std::move(text));
  for (const char* name :
       {"text/naughty-strings/blns.txt", "text/terminal-control/terminal-escape-codes.txt",
        "text/terminal-control/NullByteRepresentations.txt", "text/utf8tests/utf8tests.bin",
        "reliability/formula-injection/payloadbox-csv-payload.txt"}) {
    add_lines(texts, name);
  }
  return texts;
}

Document filled_with(const std::string& text, base::Lang language) {
  Document document;
  document.language = language;
  document.mark = document.letterhead = document.number = text;
  document.issuer = document.issued_on = document.title = text;
  document.subtitle = document.addressee = text;
  const std::vector<Amount> amounts = {{3, text}, {1, text}};
  document.blocks = {Heading{1, text},
                     Heading{3, text, false},
                     Paragraph{{{text, true}, {text}}},
                     List{true, {{{text}}}},
                     List{false, {{{text}}}},
                     KeyValues{{{text, text}}},
                     KeyValues{{{text, text}}, true},
                     Note{text},
                     table_of(text),
                     Chart{text, text, {{text, amounts}}, {text, text}},
                     Chart{text, text, {{text, amounts}}, {text, text}, Chart::Layout::stacked},
                     AttachmentList{},
                     Signature{text, text},
                     PageBreak{},
                     Attachment{text},
                     table_of(text)};
  document.imprint = Imprint{text, text, text};
  return document;
}

}  // namespace minqing::report
