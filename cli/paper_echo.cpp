// SPDX-License-Identifier: MIT
#include "cli/paper_echo.hpp"

#include "cli/paper_values.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::cli {

namespace {

using base::Text;
using base::text;

constexpr int kMatterWidth = 48;

/// `民情交〔2026〕1号  RS2026-00001  自来水浑浊三天了（补打）`
Text line_of(const PaperIssue& paper) {
  const std::string matter = base::visible(base::fit(matter_of(paper.issue), kMatterWidth));
  return text("{}  {}  {}{}", "{}  {}  {}{}", paper.mark, paper.number, matter,
              paper.again ? text("（补打）", " (again)") : Text{});
}

}  // namespace

void PaperEcho::tell() const {
  if (context.json()) {
    say_json();
  } else if (!context.out().quiet) {
    say_lines();
  }
  say_amended();
}

void PaperEcho::say_lines() const {
  for (const PaperIssue& paper : papers) {
    if (paper.mark.empty()) continue;
    if (file || context.dry_run()) {
      context.out().line(line_of(paper));
    } else {
      context.out().remark(line_of(paper));
    }
  }
}

/// Who prints a paper again may have meant what was put right since.
void PaperEcho::say_amended() const {
  for (const PaperIssue& paper : papers) {
    if (!paper.amended) continue;
    context.out().remark(text(
        "{} 印发后有更正，补打的是原件；要按更正后的印，加 --另编",
        "{} was amended since; this is the paper as it was, --new gives another", paper.number));
  }
}

void PaperEcho::say_json() const {
  if (form.list) {
    base::Json out = json();
    out.set("count", static_cast<std::int64_t>(papers.size()));
    context.out().json(out);
    return;
  }
  for (const PaperIssue& paper : papers) {
    base::Json out = json();
    out.set("number", paper.number);
    if (!paper.mark.empty()) {
      out.set("mark", paper.mark);
      out.set("again", paper.again);
    }
    if (paper.seq > 0) out.set("issued_on", to_string(paper.issued_at.date));
    context.out().json(out);
  }
}

base::Json PaperEcho::json() const {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("form", form.id);
  if (file) out.set("file", *file);
  if (draft) out.set("draft", true);
  if (context.dry_run()) out.set("dry_run", true);
  return out;
}

}  // namespace minqing::cli
