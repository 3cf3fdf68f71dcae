// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <locale>
#include <set>
#include <string>
#include <vector>

#include "lib/base/utf8.hpp"
#include "lib/report/html.hpp"
#include "lib/report/render_html.hpp"
#include "tests/unit/report/hostile_texts.hpp"
#include "tests/unit/report/sample_bulletin.hpp"

using namespace minqing;
using namespace minqing::report;
using html::operator""_html;

namespace {

struct Attribute {
  std::string name;
  std::string value;
};
struct Tag {
  std::string name;  ///< `/p` for an end tag
  std::vector<Attribute> attributes;
};

/// Reads the markup of a page as a browser does: a tag begins at `<`, attribute values stand in
/// double quotes. Fails on anything the renderer does not write.
class Reader {
 public:
  explicit Reader(std::string_view page) : rest_(page) {}

  std::vector<Tag> tags() {
    std::vector<Tag> tags;
    for (auto at = rest_.find('<'); at != std::string_view::npos; at = rest_.find('<')) {
      text_ += rest_.substr(0, at);
      rest_.remove_prefix(at + 1);
      tags.push_back(tag());
      if (tags.back().name == "style") skip_to("</style");
    }
    text_ += rest_;
    return tags;
  }

  /// Everything outside of tags and style sheet.
  const std::string& text() const { return text_; }

 private:
  std::string word() {
    const auto end = std::min(rest_.find_first_of("> =\n"), rest_.size());
    std::string out(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return out;
  }

  Tag tag() {
    Tag tag{word(), {}};
    while (base::starts_with(rest_, " ")) {
      rest_.remove_prefix(1);
      Attribute attribute{word(), ""};
      if (base::starts_with(rest_, "=\"")) {
        rest_.remove_prefix(2);
        const auto end = std::min(rest_.find('"'), rest_.size() - 1);
        attribute.value = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
      }
      tag.attributes.push_back(std::move(attribute));
    }
    if (base::starts_with(rest_, "/")) rest_.remove_prefix(1);
    if (base::starts_with(rest_, ">")) {
      rest_.remove_prefix(1);
    } else {
      FAIL_CHECK("unfinished tag " << tag.name);
    }
    return tag;
  }

  void skip_to(std::string_view end) {
    rest_.remove_prefix(std::min(rest_.find(end), rest_.size()));
  }

  std::string_view rest_;
  std::string text_;
};

/// Tags and attribute names in their order: all that markup can do.
std::string skeleton(const std::vector<Tag>& tags) {
  std::string out;
  for (const Tag& tag : tags) {
    out += "<" + tag.name;
    for (const Attribute& attribute : tag.attributes) out += " " + attribute.name;
    out += ">\n";
  }
  return out;
}

void check_tags(const std::vector<Tag>& tags) {
  static const std::set<std::string> kTags = {
      "!DOCTYPE", "html",  "head", "meta",   "title",  "style",  "body",  "main",       "p",
      "h1",       "h2",    "h3",   "h4",     "h5",     "hr",     "span",  "strong",     "ol",
      "ul",       "li",    "dl",   "dt",     "dd",     "div",    "table", "colgroup",   "col",
      "thead",    "tbody", "tr",   "th",     "td",     "figure", "svg",   "figcaption", "rect",
      "text",     "line",  "i",    "footer", "section"};
  static const std::set<std::string> kAttributes = {
      "html",  "lang", "charset", "http-equiv", "content", "name",    "class",   "style",
      "scope", "role", "height",  "aria-label", "width",   "x",       "y",       "dx",
      "dy",    "x1",   "y1",      "x2",         "y2",      "colspan", "rowspan", "tabindex"};
  for (const Tag& tag : tags) {
    const std::string name = tag.name.substr(tag.name.front() == '/' ? 1 : 0);
    if (kTags.count(name) == 0) FAIL_CHECK("tag " << tag.name);
    for (const Attribute& attribute : tag.attributes) {
      if (kAttributes.count(attribute.name) == 0) FAIL_CHECK("attribute " << attribute.name);
      const bool is_style = attribute.name == "style";
      if (is_style && attribute.value.find_first_not_of(
                          "abcdefghijklmnopqrstuvwxyz0123456789-:;%.,() ") != std::string::npos) {
        FAIL_CHECK("style " << attribute.value);
      }
    }
  }
}

/// Every & begins one of our references.
void check_references(const std::string& text) {
  for (auto at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    bool known = false;
    for (const char* name : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
      known = known || text.compare(at, std::string(name).size(), name) == 0;
    }
    if (!known) FAIL_CHECK("reference " << text.substr(at, 12));
  }
}

void check_inert(const std::string& page, const std::string& expected) {
  Reader reader(page);
  const std::vector<Tag> tags = reader.tags();
  check_tags(tags);
  check_references(reader.text());
  if (skeleton(tags) != expected) FAIL_CHECK("the text changed the markup");
  if (base::visible(page, true) != page) FAIL_CHECK("a control character is left");
}

bool contains(const std::string& page, std::string_view part) {
  const bool found = page.find(part) != std::string::npos;
  if (!found) UNSCOPED_INFO("missing: " << part);
  return found;
}

Document with(Block block, base::Lang language = base::Lang::zh) {
  Document document;
  document.language = language;
  document.title = "标题";
  document.blocks = {std::move(block)};
  return document;
}

/// A locale that would put separators into numbers, for code that asks it.
struct Grouping : std::numpunct<char> {
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\1"; }
};

}  // namespace

TEST_CASE("escape is the one way in") {
  struct Case {
    const char *text, *escaped;
  };
  const Case cases[] = {{"a<b> & \"c\" 'd'", "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"},
                        {"&amp;", "&amp;amp;"},
                        {"两\r\n行", "两\n行"},
                        {" kept ", " kept "},
                        {"\x1b[2J", "␛[2J"},
                        {"\xE2\x80\xAE", "⟦U+202E⟧"},
                        {"\xFF", "⟦0xFF⟧"},
                        {"", ""}};
  for (const Case& c : cases) CHECK(html::escape(c.text).bytes() == c.escaped);
  CHECK(html::compose("<b a=\"{}\">{}</b>", html::escape("\""), 7).bytes() ==
        "<b a=\"&quot;\">7</b>");
  CHECK_FALSE(html::Inert<std::string>);
  CHECK_FALSE(html::Inert<const char*>);
  CHECK_FALSE(html::Inert<std::string_view>);
}

TEST_CASE("a page needs nothing and can do nothing") {
  for (const base::Lang language : {base::Lang::zh, base::Lang::en}) {
    const std::string page = render_html(sample_bulletin(language));
    CHECK(contains(page,
                   language == base::Lang::zh ? "<html lang=\"zh-CN\">" : "<html lang=\"en\">"));
    CHECK(contains(page, "<meta charset=\"utf-8\">"));
    CHECK(contains(page,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; img-src data:\">"));
    for (const char* bad : {"http:", "https:", "//", "<script", "javascript", "url(", "@import",
                            "src=", "href", "onload"}) {
      INFO(bad);
      CHECK(page.find(bad) == std::string::npos);
    }
    check_tags(Reader(page).tags());
    CHECK(page.back() == '\n');
  }
}

TEST_CASE("a page has the parts of an official paper") {
  const std::string page = render_html(sample_bulletin(base::Lang::zh));
  for (const char* part : {
           "<title>关于2026年第47周群众诉求办理情况的通报</title>",
           "<p class=\"head\" style=\"font-size:min(44pt,9.1vw)\">清河镇民情督查通报</p>",
           "<p class=\"number\">〔2026〕第47期</p>",
           "<p class=\"ends\"><span>清河镇党政综合办公室</span><span>2026年11月23日</span></p>",
           "<h1>关于2026年第47周群众诉求办理情况的通报</h1>",
           "<p class=\"period\">（2026年11月16日—11月22日）</p>",
           "<p class=\"to\">各村（社区），镇直各单位：</p>",
           "<h2>一、基本情况</h2>",
           "<h3>（一）办结</h3>",
           "<h4>1.有效回访</h4>",
           "本周共受理群众诉求<strong>506件，较上周上升20.48%</strong>。",
           "<ol>\n<li>水务站于",
           "<p>附件：</p><ul>\n<li>1.各承办单位办理情况统计表</li>",
           "<div class=\"sign\"><p>清河镇人民政府</p><p>2026年11月23日</p></div>",
           "<section class=\"annex\">\n<p class=\"label\">附件1</p>",
           "<section class=\"annex wide\">\n<p class=\"label\">附件3</p>",
           "<div><dt>校验码</dt><dd>3f9c a21e ",
           "<p class=\"copies\">抄送：县政府督查室，县12345热线办</p>",
           "<span>2026年11月23日印发</span></p>\n</footer>\n</section>\n</main>",
           "@page{size:A4 portrait;margin:37mm 26mm 35mm 28mm}",
           "@page wide{size:A4 landscape;",
       }) {
    CHECK(contains(page, part));
  }
}

TEST_CASE("tables keep their headings, groups and total") {
  Table table;
  table.caption = "甲<乙";
  table.columns = {{"单位"},
                   {"应办结数", CellKind::count, "办理"},
                   {"办结率", CellKind::rate, "办理"},
                   {"备注", CellKind::text, "", Align::center}};
  table.rows = {{{"水务站", "972", "93.72%", "第一行\n第二行"}}, {{"司法所"}, true}};
  table.total = Row{{"合计", "972", "93.72%"}};
  const std::string page = render_html(with(table));
  for (const char* part :
       {"<figcaption>甲&lt;乙</figcaption>",
        "<tr><th scope=\"col\" rowspan=\"2\">单位</th><th scope=\"colgroup\" "
        "colspan=\"2\">办理</th><th scope=\"col\" rowspan=\"2\">备注</th></tr>\n"
        "<tr><th scope=\"col\">应办结数</th><th scope=\"col\">办结率</th></tr>\n</thead>",
        "<tr><td class=\"l\">水务站</td><td class=\"r\">972</td><td class=\"r\">93.72%</td>"
        "<td class=\"c\">第一行\n第二行</td></tr>",
        "<tr class=\"strong\"><td class=\"l\">司法所</td><td class=\"r\"></td>",
        "<tr class=\"strong\"><td class=\"l\">合计</td>"}) {
    CHECK(contains(page, part));
  }
  table.rows.clear();
  table.total.reset();
  CHECK(contains(render_html(with(table)), "<td class=\"c\" colspan=\"4\">（无）</td>"));
  table.landscape = true;
  CHECK(contains(render_html(with(table)), "<figure class=\"table wide\">"));
}

TEST_CASE("column widths sum to the whole") {
  const std::string page = render_html(sample_bulletin(base::Lang::zh));
  double sum = 0;
  for (const Tag& tag : Reader(page).tags()) {
    if (tag.name == "table") sum = 0;
    if (tag.name == "/colgroup") {
      CHECK(sum > 98.5);
      CHECK(sum <= 100.0);
    }
    if (tag.name == "col") sum += std::stod(tag.attributes.at(0).value.substr(6));
  }
}

TEST_CASE("a chart is drawn, labelled and told in words") {
  Chart chart;
  chart.caption = "受理量";
  chart.says = "供水最多。";
  chart.series = {"本周", "上周"};
  chart.bars = {{"供水", {{100, "100件"}, {50, "50件"}}}, {"供电", {{1, "1件"}, {0, "0件"}}}};
  std::string page = render_html(with(chart));
  for (const char* part :
       {"<figcaption>受理量</figcaption>",
        "role=\"img\" aria-label=\"受理量；供水 本周 100件，上周 50件；供电 本周 1件，上周 0件\"",
        "y=\"18\" dy=\".36em\">供水</text>",
        "<rect class=\"solid\" x=\"0.00%\" y=\"5\" width=\"100.00%\" height=\"12\"/>",
        "<rect class=\"hollow\" x=\"0.00%\" y=\"19\" width=\"50.00%\" height=\"12\"/>",
        "<text class=\"value\" x=\"50.00%\" dx=\".5em\" y=\"25\" dy=\".36em\">50件</text>",
        "<text class=\"value\" x=\"0.00%\" dx=\".5em\" y=\"62\" dy=\".36em\">0件</text>",
        "<p class=\"legend\"><span><i class=\"solid\">■</i> 本周</span><span><i "
        "class=\"hollow\">□</i> 上周</span></p>",
        "</figure>\n<p>供水最多。</p>"}) {
    CHECK(contains(page, part));
  }
  chart.layout = Chart::Layout::stacked;
  page = render_html(with(chart));
  CHECK(contains(page, "<rect class=\"hollow\" x=\"66.67%\" y=\"5\" width=\"33.33%\""));
  CHECK(contains(page, ">100件 + 50件</text>"));
  CHECK(contains(render_html(with(Chart{})), "<p class=\"none\">（无）</p>"));
}

TEST_CASE("a draft is marked on every page") {
  Document document = sample_bulletin(base::Lang::zh);
  CHECK_FALSE(contains(render_html(document), "<p class=\"mark\">"));
  document.mark = "草稿";
  CHECK(contains(render_html(document), "<p class=\"mark\">草稿</p>"));
}

TEST_CASE("the same document gives the same bytes whatever the locale") {
  const Document document = sample_bulletin(base::Lang::zh);
  const std::string page = render_html(document);
  const std::locale before = std::locale::global(std::locale(std::locale(), new Grouping));
  const std::string again = render_html(document);
  std::locale::global(before);
  CHECK((page == again));
}

TEST_CASE("residents' text never becomes markup") {
  for (const base::Lang language : {base::Lang::zh, base::Lang::en}) {
    const std::string expected = skeleton(Reader(render_html(filled_with("x", language))).tags());
    for (const std::string& text : hostile_texts()) {
      INFO("text: " << base::visible(text));
      check_inert(render_html(filled_with(text, language)), expected);
    }
  }
}
