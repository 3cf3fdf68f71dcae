// SPDX-License-Identifier: MIT
#include "cli/init_questions.hpp"

#include "cli/ask.hpp"
#include "cli/resources.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/create.hpp"
#include "lib/schema/schema.hpp"

#include <functional>
#include <iostream>

namespace minqing::cli {

namespace {

using base::Text;
using base::text;

constexpr std::string_view kUsualSchema = "township";

class InitQuestions {
 public:
  explicit InitQuestions(Context& context) : context_(context) {}

  /// Asks until `check` lets an answer pass; an empty one stands for `usual`.
  std::string ask(const Text& question, std::string_view usual,
                  const std::function<void(const std::string&)>& check) {
    while (true) {
      const std::string answer = answer_to(question, usual);
      try {
        check(answer);
        return answer;
      } catch (const base::Rejected& rejected) {
        for (const base::Problem& problem : rejected.problems()) {
          say_line("  " + base::to_line(problem, context_.lang()));
        }
      } catch (const base::Error& error) {
        say(text("  {}", "  {}", error.message()));
        if (!error.way_out().empty()) say(text("  {}", "  {}", error.way_out()));
      }
    }
  }

  void say(const Text& words) { say_line(context_.in_lang(words)); }

 private:
  std::string answer_to(const Text& question, std::string_view usual) {
    const std::string answer = ask_line(text("{}:", "{}:", question), context_.lang());
    if (std::cin.eof()) {
      throw base::Error(base::Exit::conflict,
                        text("没有填完，什么也没有写入", "not finished; nothing was written"));
    }
    if (!base::is_valid_utf8(answer)) return {};
    const std::string_view trimmed = base::trim(answer);
    return std::string(trimmed.empty() ? usual : trimmed);
  }

  static void say_line(const std::string& line) { std::cerr << base::visible(line) << '\n'; }

  Context& context_;
};

void check_schema(const std::string& answer) { schema::load_schema(answer, schemas_directory()); }

void check_name(const std::string& answer) {
  if (!answer.empty()) return;
  throw base::Error(base::Exit::usage, text("这一项要写", "this one is needed"));
}

}  // namespace

OpeningWords ask_for_opening(Context& context, const std::string& path, OpeningWords words) {
  InitQuestions questions(context);
  questions.say(text("新开一本台账：{}。一项一项填写，Ctrl-C 取消。",
                     "A new ledger: {}. One question after the other, Ctrl-C to cancel.", path));
  if (words.name.empty()) {
    words.name = questions.ask(text("台账名称，如 热水镇民情台账", "Its name, such as Reshui Town"),
                               "", check_name);
  }
  if (words.site.empty()) {
    words.site = questions.ask(text("编号前缀，2 至 6 个大写字母，如 RS",
                                    "Prefix of its numbers, 2 to 6 capital letters, such as RS"),
                               "", ledger::check_site);
  }
  if (words.schema.empty()) {
    words.schema =
        questions.ask(text("规则：预设名或 YAML 文件；直接按回车是 {}",
                           "Rules: a preset or a YAML file; press Enter for {}", kUsualSchema),
                      kUsualSchema, check_schema);
  }
  questions.say(text("  {}，编号如 {}{}-00001，规则 {}", "  {}, numbers like {}{}-00001, rules {}",
                     words.name, words.site, base::year_of(context.today()), words.schema));
  if (!confirm(text("开账吗？", "Open it?"), context.lang())) {
    throw base::Error(base::Exit::conflict,
                      text("没有确认，什么也没有写入", "not confirmed; nothing was written"));
  }
  return words;
}

}  // namespace minqing::cli
