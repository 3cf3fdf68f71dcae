// SPDX-License-Identifier: MIT
// Papers: places filled, everything escaped, a page each.

#include <catch2/catch.hpp>

#include "lib/report/papers/render_papers.hpp"
#include "tests/unit/report/hostile_texts.hpp"

using namespace minqing;
using namespace minqing::report;

namespace {

schema::Form form_with(std::string markup) {
  schema::Form form;
  form.id = "slip";
  form.label = {"交办单", "Slip"};
  form.markup = std::move(markup);
  return form;
}

std::string filled(const std::string& markup, const PaperValues& values) {
  return html::fill(form_with(markup), values).bytes();
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// Every `&` begins one of our references.
bool has_stray_ampersand(const std::string& text) {
  for (auto at = text.find('&'); at != std::string::npos; at = text.find('&', at + 1)) {
    bool known = false;
    for (const std::string name : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
      known = known || text.compare(at, name.size(), name) == 0;
    }
    if (!known) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("papers: what is absent prints nothing and turns sections") {
  const std::string markup = "{{phone}}|{{#phone}}有{{/phone}}{{^phone}}无{{/phone}}";
  CHECK(filled(markup, {.texts = {{"phone", "138"}}, .lists = {}}) == "138|有");
  CHECK(filled(markup, {.texts = {{"phone", ""}}, .lists = {}}) == "|无");
  CHECK(filled(markup, {}) == "|无");
}

TEST_CASE("papers: a list comes once for each entry, with what stands around it in sight") {
  const PaperValues values{.texts = {{"number", "RS1"}, {"words", "外"}},
                           .lists = {{"progress",
                                      {{.texts = {{"words", "一"}}, .lists = {}},
                                       {.texts = {{"words", "二"}}, .lists = {}}}}}};
  CHECK(filled("{{#progress}}[{{words}} {{number}}]{{/progress}}{{words}}", values) ==
        "[一 RS1][二 RS1]外");
  CHECK(filled("{{#progress}}x{{/progress}}{{^progress}}没有{{/progress}}", {}) == "没有");
}

TEST_CASE("papers: line breaks of a value are kept, braces in it stand for themselves") {
  CHECK(filled("<p>{{content}}</p>", {.texts = {{"content", "一\n二"}}, .lists = {}}) ==
        "<p>一<br>二</p>");
  CHECK(filled("{{content}}", {.texts = {{"content", "{{number}}{{{x}}}"}, {"number", "RS1"}},
                               .lists = {}}) == "{{number}}{{{x}}}");
}

TEST_CASE("papers: no text changes the markup of a page") {
  const schema::Form form = form_with(
      "<h1>{{form}}</h1><table><tr><td>{{content}}</td></tr></table>"
      "{{#residents}}<p>{{resident}}</p>{{/residents}}");
  const auto page_with = [&](const std::string& text) {
    Papers all{.form = form, .banner = text};
    PaperValues values{.texts = {{"form", text}, {"content", text}},
                       .lists = {{"residents", {{.texts = {{"resident", text}}, .lists = {}}}}}};
    all.papers.push_back({.values = std::move(values), .again = true});
    return render_papers(all);
  };
  const std::string plain = page_with("好");
  for (const std::string& text : hostile_texts()) {
    INFO(text);
    const std::string page = page_with(text);
    CHECK(count_of(page, "<") - count_of(page, "<br>") == count_of(plain, "<"));
    CHECK_FALSE(has_stray_ampersand(page));
    for (const char* unseen : {"\x1b", "\x07", "\xE2\x80\xAE", "\xE2\x80\x8B", "\xE2\x81\xA6"}) {
      CHECK(page.find(unseen) == std::string::npos);
    }
  }
}

TEST_CASE(
    "papers: each is a page of its own; a copy says so; the page needs and does nothing else") {
  const schema::Form form = form_with("<p>{{mark}}</p>");
  Papers all{.form = form};
  all.papers.push_back({.values = {.texts = {{"mark", "民情交〔2026〕1号"}}, .lists = {}}});
  all.papers.push_back(
      {.values = {.texts = {{"mark", "民情交〔2026〕2号"}}, .lists = {}}, .again = true});
  const std::string page = render_papers(all);
  CHECK(count_of(page, "<main>") == 2);
  CHECK(count_of(page, "补打（副本）") == 1);
  CHECK(page.find("补打（副本）") > page.find("1号"));
  CHECK(page.find("default-src 'none'") != std::string::npos);
  for (const char* act : {"<script", "http:", "https:", "url(", "@import", "src="}) {
    CHECK(page.find(act) == std::string::npos);
  }
  CHECK(page.find("class=\"banner\"") == std::string::npos);
  CHECK(render_papers(all) == page);
}
