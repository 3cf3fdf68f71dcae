// SPDX-License-Identifier: MIT
#include "lib/report/render_html.hpp"

#include <algorithm>
#include <variant>

#include "lib/base/utf8.hpp"
#include "lib/report/html_parts.hpp"
#include "lib/report/outline.hpp"

namespace minqing::report {

namespace {

using html::compose;
using html::escape;
using html::Escaped;
using html::operator""_html;

Escaped inline_runs(const Runs& runs) {
  Escaped out;
  for (const Run& run : runs) {
    const Escaped text = escape(run.text);
    out += run.strong ? compose("<strong>{}</strong>", text) : text;
  }
  return out;
}

/// `<p class="…">…</p>`, or nothing for an empty text.
Escaped line_of(const Escaped& kind, const std::string& text) {
  if (text.empty()) return {};
  return compose("<p class=\"{}\">{}</p>\n", kind, escape(base::trim(text)));
}

/// A red head that fills its line: the size follows from the number of characters, on paper (156 mm
/// are 442 pt) as on a phone.
Escaped letterhead(const std::string& name) {
  if (name.empty()) return {};
  const int columns = std::max(base::display_width(base::visible(name)), 1);
  const int points = std::clamp(2 * 400 / columns, 12, 44);
  const int tenths_of_vw = std::clamp(2 * 820 / columns, 20, 110);
  return compose("<p class=\"head\" style=\"font-size:min({}pt,{}.{}vw)\">{}</p>\n", points,
                 tenths_of_vw / 10, tenths_of_vw % 10, escape(name));
}

Escaped header_of(const Document& document) {
  Escaped out = line_of("mark"_html, document.mark);
  out += letterhead(document.letterhead);
  out += line_of("number"_html, document.number);
  if (!document.issuer.empty() || !document.issued_on.empty()) {
    out += compose("<p class=\"ends\"><span>{}</span><span>{}</span></p>\n",
                   escape(document.issuer), escape(document.issued_on));
  }
  if (!document.letterhead.empty()) out += "<hr class=\"red\">\n"_html;
  return out;
}

Escaped title_of(const Document& document) {
  Escaped out = compose("<h1>{}</h1>\n", escape(document.title));
  out += line_of("period"_html, document.subtitle);
  if (document.addressee.empty()) return out;
  const std::string colon = document.language == base::Lang::zh ? "：" : ":";
  out += line_of("to"_html, document.addressee + colon);
  return out;
}

Escaped imprint_of(const Imprint& imprint, base::Lang language) {
  const bool zh = language == base::Lang::zh;
  Escaped out = "<footer>\n"_html;
  if (!imprint.copies_to.empty()) {
    out += line_of("copies"_html, (zh ? "抄送：" : "Copies: ") + imprint.copies_to);
  }
  const std::string date = imprint.date.empty() ? "" : imprint.date + (zh ? "印发" : "");
  out += compose("<p class=\"ends\"><span>{}</span><span>{}</span></p>\n</footer>\n",
                 escape(imprint.office), escape(date));
  return out;
}

/// One block after the other.
class HtmlWriter {
 public:
  HtmlWriter(Outline outline, base::Lang language)
      : outline_(std::move(outline)), language_(language) {}

  Escaped operator()(const Heading& heading) {
    const int level = std::clamp(heading.level, 1, 4) + 1;
    return compose("<h{}>{}</h{}>\n", level, escape(outline_.heading(heading)), level);
  }

  Escaped operator()(const Paragraph& paragraph) const {
    return compose("<p>{}</p>\n", inline_runs(paragraph.runs));
  }

  Escaped operator()(const List& list) const {
    Escaped items;
    for (const Runs& item : list.items) items += compose("<li>{}</li>\n", inline_runs(item));
    if (list.numbered) return compose("<ol>\n{}</ol>\n", items);
    return compose("<ul>\n{}</ul>\n", items);
  }

  Escaped operator()(const KeyValues& values) const {
    Escaped rows;
    for (const KeyValue& row : values.rows) {
      rows += compose("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(row.key), escape(row.value));
    }
    return compose("<dl class=\"{}\">\n{}</dl>\n", values.boxed ? "boxed"_html : "plain"_html,
                   rows);
  }

  Escaped operator()(const Note& note) const { return line_of("note"_html, note.text); }
  Escaped operator()(const Table& table) const { return html::table_block(table, language_); }
  Escaped operator()(const Chart& chart) const { return html::chart_block(chart, language_); }

  Escaped operator()(const Signature& signature) const {
    return compose("<div class=\"sign\"><p>{}</p><p>{}</p></div>\n", escape(signature.author),
                   escape(signature.date));
  }

  Escaped operator()(const PageBreak&) const { return "<hr class=\"page\">\n"_html; }

  Escaped operator()(const AttachmentList&) const {
    const Outline::Names list = outline_.attachment_names();
    if (list.names.empty()) return {};
    Escaped names;
    for (const std::string& name : list.names) names += compose("<li>{}</li>\n", escape(name));
    return compose("<div class=\"annexes\"><p>{}</p><ul>\n{}</ul></div>\n", escape(list.word),
                   names);
  }

  Escaped operator()(const Attachment& attachment) {
    return compose("<p class=\"label\">{}</p>\n<h1>{}</h1>\n", escape(outline_.attachment()),
                   escape(attachment.title));
  }

 private:
  Outline outline_;
  base::Lang language_;
};

/// Whether the attachment that begins at `from` holds a table for a landscape page; then all of it
/// is landscape, so that title and table stay together.
bool is_wide_attachment(const std::vector<Block>& blocks, std::size_t from) {
  for (std::size_t i = from + 1; i < blocks.size(); ++i) {
    if (std::holds_alternative<Attachment>(blocks[i])) return false;
    const auto* table = std::get_if<Table>(&blocks[i]);
    if (table != nullptr && is_landscape(*table)) return true;
  }
  return false;
}

Escaped body_of(const Document& document) {
  const std::vector<Block>& blocks = document.blocks;
  Escaped out = header_of(document);
  out += title_of(document);
  HtmlWriter writer(Outline(document), document.language);
  bool in_attachment = false;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (std::holds_alternative<Attachment>(blocks[i])) {
      if (in_attachment) out += "</section>\n"_html;
      out += is_wide_attachment(blocks, i) ? "<section class=\"annex wide\">\n"_html
                                           : "<section class=\"annex\">\n"_html;
      in_attachment = true;
    }
    out += std::visit(writer, blocks[i]);
  }
  if (document.imprint) out += imprint_of(*document.imprint, document.language);
  if (in_attachment) out += "</section>\n"_html;
  return out;
}

}  // namespace

std::string render_html(const Document& document) {
  const Escaped language = document.language == base::Lang::zh ? "zh-CN"_html : "en"_html;
  const Escaped page = compose(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n"
      "</html>\n",
      language, escape(document.title), html::style_sheet(), body_of(document));
  return page.bytes();
}

}  // namespace minqing::report
