// SPDX-License-Identifier: MIT
#include "lib/report/papers/render_papers.hpp"

#include "lib/report/html_parts.hpp"
#include "lib/report/papers/paper_style.hpp"

namespace minqing::report {

namespace {

using html::compose;
using html::escape;
using html::Escaped;
using html::operator""_html;

Escaped sheet_of(const Papers& all, const Paper& paper) {
  Escaped out;
  if (paper.again) {
    const base::Text again = base::text("补打（副本）", "printed again (copy)");
    out += compose("<p class=\"again\">{}</p>\n", escape(again.in(all.language)));
  }
  out += html::fill(all.form, paper.values);
  return compose("<main>\n{}</main>\n", out);
}

}  // namespace

std::string render_papers(const Papers& all) {
  Escaped body;
  if (!all.banner.empty()) body += compose("<p class=\"banner\">{}</p>\n", escape(all.banner));
  if (all.together) {
    Escaped cards;
    for (const Paper& paper : all.papers) cards += html::fill(all.form, paper.values);
    body += compose("<main class=\"cards\">\n{}</main>\n", cards);
  } else {
    for (const Paper& paper : all.papers) body += sheet_of(all, paper);
  }
  const Escaped language = all.language == base::Lang::zh ? "zh-CN"_html : "en"_html;
  const Escaped page = compose(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n<body>\n{}</body>\n</html>\n",
      language, escape(all.form.label.in(all.language)), html::fonts(), html::paper_style(), body);
  return page.bytes();
}

}  // namespace minqing::report
