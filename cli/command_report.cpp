// SPDX-License-Identifier: MIT
#include "cli/bulletin.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/new_file.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/report/canonical.hpp"
#include "lib/report/render_html.hpp"
#include "lib/report/render_text.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::uint64_t kMaxWords = 1 << 20;
constexpr int kPageWidth = 100;

constexpr base::Word kReports[] = {{"weekly", "周报", "weekly"}};
constexpr base::Word kReportFormats[] = {{"text", "文本", "text", "txt"},
                                         {"html", "网页", "HTML", "htm"}};
std::span<const base::Word> report_formats() { return kReportFormats; }

using Kind = Option::Kind;
constexpr Option kReportOptions[] = {
    {"week", "周", "", Kind::value, "WEEK", "2026-W47、上周、或这一周的某天；默认本周",
     "2026-W47, last, or a day of it; default this week"},
    {"format", "格式", "f", Kind::value, "text|html", "输出格式；默认按文件名",
     "format; default by the file's name", report_formats},
    {"output", "输出", "o", Kind::value, "FILE", "写到文件；已有的文件不覆盖",
     "write to a file; never over an existing one"},
    {"as-of", "截至", "", Kind::value, "SEQ|DATE", "按台账到第几条或哪一天的样子",
     "the ledger as it was at that event or day"},
    {"with", "下步要求", "", Kind::value, "FILE", "下步要求，每行一条",
     "what is asked for next, one line each"},
    {"signed-by", "署名", "", Kind::value, "NAME", "署名单位", "who signs"},
    {"publish", "发布", "", Kind::flag, "", "编号并留痕；同一周再次发布只给出同一份",
     "number and record it; again gives the same paper, and no other"},
};

std::string format_of(const Arguments& arguments) {
  if (const auto format = arguments.value("format")) return *format;
  const std::string file = arguments.value("output").value_or("");
  return base::ends_with(file, ".html") || base::ends_with(file, ".htm") ? "html" : "text";
}

std::vector<std::string> read_next_steps(const Arguments& arguments) {
  std::vector<std::string> out;
  const auto file = arguments.value("with");
  if (!file) return out;
  const std::string content = base::read_file(*file, kMaxWords);
  if (!base::is_valid_utf8(content)) {
    throw Error(Exit::rejected, text("{} 不是 UTF-8 文本", "{} is not UTF-8 text", *file));
  }
  for (std::string_view line : base::split(content, '\n')) {
    if (!base::trim(line).empty()) out.emplace_back(base::trim(line));
  }
  return out;
}

std::string render(const report::Document& document, const std::string& format) {
  return format == "html" ? report::render_html(document)
                          : report::render_text(document, kPageWidth);
}

/// The figures with the identifiers of the glossary; zeros are left out.
void print_json(Context& context, const Bulletin& bulletin, bool publish,
                const std::optional<std::string>& file) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("report", "weekly");
  out.set("from", to_string(bulletin.week.from));
  out.set("to", to_string(bulletin.week.to - 1));
  out.set("as_of", bulletin.as_of);
  out.set("published", publish || bulletin.is_published);
  if (!bulletin.mark.empty()) out.set("mark", bulletin.mark);
  if (file) out.set("file", *file);
  out.set("figures", canonical_figures(bulletin.figures));
  out.set("figures_digest", figures_digest(bulletin.figures));
  context.out().json(out);
}

int run_report(Context& context, const Arguments& arguments) {
  if (!base::find_word(kReports, arguments.words.front())) {
    throw Error(Exit::usage, text("没有报表“{}”", "unknown report '{}'", arguments.words.front()),
                text("可以用：{}", "accepted: {}", base::list_of(kReports)));
  }
  const auto file = arguments.value("output");
  if (file) check_new_file(*file);
  const std::string format = format_of(arguments);
  BulletinRequest request{arguments.value("week").value_or("this-week"), arguments.value("as-of"),
                          read_next_steps(arguments), arguments.value("signed-by").value_or(""),
                          arguments.has("publish")};
  const bool publish = request.publish;
  ledger::Ledger& ledger = context.open(publish ? ledger::Access::write : ledger::Access::read);
  Bulletin bulletin = make_bulletin(context, ledger, request);
  ledger.end_reading();
  const std::string page = render(bulletin.document, format);
  if (publish) publish_bulletin(context, ledger, bulletin, page, format);
  // Nothing of a rehearsal stays, and its number is given to nobody.
  const bool rehearsed = publish && context.dry_run();
  if (file && !rehearsed) base::write_file_atomically(*file, page);
  if (context.json()) {
    print_json(context, bulletin, publish, file);
  } else if (!file) {
    context.out().raw(page);
  } else if (!rehearsed) {
    context.out().line(text("已写入 {}", "written to {}", *file));
  }
  return 0;
}

}  // namespace

Command report_command() {
  return {.name = "report",
          .zh = "报表",
          .group = "reports",
          .summary_zh = "督查通报（周报）：文本或网页，数字可追溯到台账",
          .summary_en = "the supervision bulletin (weekly): text or HTML, traceable to the ledger",
          .nature = Nature::reads,
          .arguments = "weekly",
          .min_words = 1,
          .max_words = 1,
          .options = {kReportOptions},
          .example = "报表 周报 --周 上周 -o 周报.html",
          .example_en = "report weekly --week last -o weekly.html",
          .run = run_report};
}

}  // namespace minqing::cli
