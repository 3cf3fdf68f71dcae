// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/new_file.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/report/guide.hpp"
#include "lib/report/render_html.hpp"
#include "lib/report/render_text.hpp"

namespace minqing::cli {

namespace {

using base::text;

using Kind = Option::Kind;
constexpr Option kGuideOptions[] = {
    {"output", "输出", "o", Kind::value, "FILE", "写成网页文件，可以打印张贴；已有的文件不覆盖",
     "write a web page to print and put up; never over an existing file"},
};

/// 热水镇民情台账 is the ledger of 热水镇.
std::string place_of(ledger::Ledger& ledger) {
  std::string name = ledger.fact("name");
  for (std::string_view ending : {"民情台账", "台账"}) {
    if (base::ends_with(name, ending)) name.resize(name.size() - ending.size());
  }
  return name;
}

int run_guide(Context& context, const Arguments& arguments) {
  const auto file = arguments.value("output");
  if (file) check_new_file(*file);
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const std::string wanted = base::join(arguments.words, " ");
  report::Document guide = report::make_guide({ledger.schema(), ledger.roster(), place_of(ledger),
                                               wanted, context.today(), context.lang()});
  if (ledger.is_practice()) guide.mark = text("演练", "PRACTICE").in(context.lang());
  if (guide.blocks.empty()) {
    throw base::Error(base::Exit::not_found,
                      text("导引里没有“{}”", "the guide has no '{}'", wanted),
                      text("换一个词；电话和地址用 名册 导入 补上",
                           "try another word; telephones and addresses come with 'roster import'"));
  }
  if (file) {
    base::write_file_atomically(*file, report::render_html(guide));
    if (!context.out().quiet) {
      context.out().line(text("已写入 {}", "written to {}", *file));
    }
  } else {
    context.out().raw(report::render_text(guide));
  }
  return 0;
}

}  // namespace

Command guide_command() {
  return {.name = "guide",
          .zh = "便民导引",
          .group = "looking",
          .summary_zh = "什么事找谁：单位、人员、电话、地址；文本，或可张贴的网页",
          .summary_en = "who to turn to with what: offices, people, telephones; text or a web page",
          .nature = Nature::reads,
          .arguments = "[TEXT…]",
          .min_words = 0,
          .max_words = Command::kAnyNumber,
          .options = {kGuideOptions},
          .example = "便民导引 供水",
          .example_en = "guide water",
          .run = run_guide};
}

}  // namespace minqing::cli
