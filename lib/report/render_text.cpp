// SPDX-License-Identifier: MIT
#include "lib/report/render_text.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/report/outline.hpp"
#include "lib/report/text_page.hpp"

namespace minqing::report {

namespace {

constexpr int kLeastWidth = 40;
constexpr int kRightMargin = 8;  // 右空四字 (GB/T 9704-2012, 7.3.5.1)
constexpr int kWidestKey = 24;

/// Left and right ends of one line, below each other when they do not fit.
void put_ends(TextPage& page, const std::string& left, const std::string& right) {
  const std::string first = base::visible(left);
  const std::string second = base::visible(right);
  const int room = page.width() - base::display_width(first);
  if (base::display_width(second) < room) return page.line(first + base::pad_left(second, room));
  page.flow("", "", first);
  page.flow("", "", second);
}

void put_letterhead(TextPage& page, const Document& document) {
  if (!document.mark.empty()) page.centred("【" + document.mark + "】");
  if (!document.letterhead.empty()) page.centred(document.letterhead);
  if (!document.number.empty()) page.centred(document.number);
  if (!document.issuer.empty() || !document.issued_on.empty()) {
    put_ends(page, document.issuer, document.issued_on);
  }
  if (!document.letterhead.empty()) page.rule("━");
  page.gap();
}

void put_title(TextPage& page, const Document& document) {
  page.centred(document.title);
  if (!document.subtitle.empty()) page.centred(document.subtitle);
  page.gap();
  if (document.addressee.empty()) return;
  page.flow("", "", document.addressee + (page.language() == base::Lang::zh ? "：" : ":"));
  if (page.language() == base::Lang::en) page.gap();
}

void put_imprint(TextPage& page, const Imprint& imprint) {
  const bool zh = page.language() == base::Lang::zh;
  page.gap();
  page.rule("━");
  if (!imprint.copies_to.empty()) {
    page.flow("", "", (zh ? "抄送：" : "Copies: ") + imprint.copies_to);
    page.rule("─");
  }
  const std::string date = imprint.date.empty() ? "" : imprint.date + (zh ? "印发" : "");
  put_ends(page, imprint.office, date);
  page.rule("━");
}

/// Puts one block after the other.
class TextWriter {
 public:
  TextWriter(TextPage& page, Outline outline) : page_(page), outline_(std::move(outline)) {}

  void operator()(const Heading& heading) {
    if (heading.level <= 1 || !zh()) page_.gap();
    page_.flow(indent(), "", outline_.heading(heading));
    if (!zh()) page_.gap();
  }

  void operator()(const Paragraph& paragraph) {
    page_.flow(indent(), "", plain(paragraph.runs));
    if (!zh()) page_.gap();
  }

  void operator()(const List& list) {
    int count = 0;
    for (const Runs& item : list.items) {
      ++count;
      const std::string first = indent() + list_sign(list.numbered, count);
      page_.flow(first, std::string(columns_of(first), ' '), plain(item));
    }
    if (!zh()) page_.gap();
  }

  void operator()(const KeyValues& values) {
    page_.gap();
    int widest = 0;
    for (const KeyValue& row : values.rows) {
      widest = std::max(widest, base::display_width(key_of(row)));
    }
    widest = std::min(widest, kWidestKey);
    for (const KeyValue& row : values.rows) put_key_value(row, widest);
    page_.gap();
  }

  void operator()(const Note& note) { page_.flow(indent(), "", note.text); }
  void operator()(const Table& table) { put_table(page_, table); }
  void operator()(const Chart& chart) { put_chart(page_, chart); }

  void operator()(const Signature& signature) {
    const int room = page_.width() - kRightMargin;
    const std::string author = base::fit(base::visible(signature.author), room);
    const std::string date = base::fit(base::visible(signature.date), room);
    const int widest = std::max(base::display_width(author), base::display_width(date));
    page_.gap();
    for (const std::string& text : {author, date}) {
      const int inner = (widest - base::display_width(text)) / 2;
      page_.line(base::pad_left("", room - widest + inner) + text);
    }
    page_.gap();
  }

  void operator()(const PageBreak&) {
    page_.gap();
    page_.rule("─");
    page_.gap();
  }

  void operator()(const AttachmentList&) {
    const Outline::Names list = outline_.attachment_names();
    if (list.names.empty()) return;
    page_.gap();
    std::string first = indent() + list.word;
    const std::string rest(columns_of(first), ' ');
    for (const std::string& name : list.names) {
      page_.flow(first, rest, name);
      first = rest;
    }
    page_.gap();
  }

  void operator()(const Attachment& attachment) {
    (*this)(PageBreak{});
    page_.line(outline_.attachment());
    page_.gap();
    page_.centred(attachment.title);
    page_.gap();
  }

 private:
  bool zh() const { return page_.language() == base::Lang::zh; }
  /// Two characters in Chinese papers, none in English ones.
  std::string indent() const { return zh() ? "　　" : ""; }

  std::string list_sign(bool numbered, int count) const {
    if (!numbered) return zh() ? "· " : "- ";
    return fmt::format("{}{}", count, zh() ? "." : ". ");
  }

  static std::size_t columns_of(const std::string& text) {
    return static_cast<std::size_t>(base::display_width(text));
  }

  std::string key_of(const KeyValue& row) const {
    return base::visible(row.key) + (zh() ? "：" : ":");
  }

  void put_key_value(const KeyValue& row, int widest) {
    const std::string key = base::fit(key_of(row), widest);
    const std::string first = indent() + base::pad_right(key, widest) + (zh() ? "" : " ");
    page_.flow(first, std::string(columns_of(first), ' '), row.value);
  }

  TextPage& page_;
  Outline outline_;
};

}  // namespace

std::string render_text(const Document& document, int width) {
  TextPage page(std::max(width, kLeastWidth), document.language);
  put_letterhead(page, document);
  put_title(page, document);
  TextWriter writer(page, Outline(document));
  for (const Block& block : document.blocks) std::visit(writer, block);
  if (document.imprint) put_imprint(page, *document.imprint);
  return page.finish();
}

}  // namespace minqing::report
