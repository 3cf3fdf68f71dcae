// SPDX-License-Identifier: MIT
#include "cli/ask.hpp"
#include "cli/calendar_years.hpp"
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/init_questions.hpp"
#include "cli/options.hpp"
#include "cli/practice.hpp"
#include "cli/resources.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/create.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

using Kind = Option::Kind;
constexpr Option kInitOptions[] = {
    {"schema", "规则", "", Kind::value, "PRESET|FILE", "规则：预设名或 YAML 文件；默认 township",
     "rules: a preset or a YAML file; default township"},
    {"site", "前缀", "", Kind::value, "CODE", "编号前缀，如 RS", "prefix of numbers, such as RS"},
    {"name", "名称", "", Kind::value, "NAME", "台账名称，如 热水镇民情台账", "name of the ledger"},
    {"sample", "练习", "", Kind::flag, "",
     "开一本练习用的台账：带虚构的名册和各个环节的诉求，文书上印“演练”",
     "a ledger to practise with: an invented roster and issues at every step; papers say 演练"},
    {"calendar", "日历", "", Kind::value, "FILE", "节假日表；默认用自带的",
     "holiday table; default the shipped one"},
};

OpeningWords typed_words(const Arguments& arguments) {
  return {arguments.value("schema").value_or(""), arguments.value("site").value_or(""),
          arguments.value("name").value_or("")};
}

void check_given(const std::string& value, const Option& option) {
  if (!value.empty()) return;
  throw Error(Exit::usage,
              text("开账要写 {}（{}）", "init needs {} ({})", dashed(option),
                   base::Text{std::string(option.help_zh), std::string(option.help_en)}),
              text("例如：minqing 开账 -L 台账.db --前缀 RS --名称 热水镇民情台账",
                   "for example: minqing init -L ledger.db --site RS --name 'Reshui Town'"));
}

/// What was typed, completed by questions where somebody can answer.
OpeningWords opening_words(Context& context, const Arguments& arguments,
                           const ledger::Location& location) {
  OpeningWords words = typed_words(arguments);
  if (arguments.has("sample")) {
    if (words.site.empty()) words.site = "LX";
    if (words.name.empty()) words.name = "练习台账";
  }
  const bool is_complete = !words.site.empty() && !words.name.empty();
  if (!is_complete && !context.json() && is_on_a_terminal()) {
    ledger::check_free(location);
    return ask_for_opening(context, location.path, std::move(words));
  }
  check_given(words.site, kInitOptions[1]);
  check_given(words.name, kInitOptions[2]);
  // It stands in titles and on papers.
  if (base::visible(words.name) != words.name) {
    throw Error(Exit::usage,
                text("台账名称里有控制字符", "the ledger's name has control characters"),
                text("名称只写文字，如 热水镇民情台账", "write words only"));
  }
  if (words.schema.empty()) words.schema = "township";
  return words;
}

/// `created`: null in a dry run.
int print_json(Context& context, const ledger::Opening& opening, const std::string& path,
               const ledger::Created* created) {
  base::Json out = base::Json::object();
  out.set("v", 1);
  out.set("ledger", path);
  out.set("name", opening.name);
  out.set("site", opening.site);
  out.set("schema", opening.schema_name);
  out.set("dry_run", created == nullptr);
  if (created) {
    out.set("ledger_id", created->ledger_id);
    out.set("key_file", created->key_file);
  }
  context.out().json(out);
  return 0;
}

int run_init(Context& context, const Arguments& arguments) {
  ledger::Location location = context.location();
  location.key_file = arguments.value("key-file").value_or(context.settings().key_file);
  ledger::Opening opening;
  const OpeningWords words = opening_words(context, arguments, location);
  opening.site = words.site;
  opening.name = words.name;
  const auto loaded = schema::load_schema(words.schema, schemas_directory());
  opening.schema_name = loaded.schema.id;
  opening.schema_text = loaded.text;
  opening.practice = arguments.has("sample");
  const std::string sample = opening.practice ? sample_folder(words.schema) : std::string();
  const std::string calendar =
      arguments.value("calendar").value_or(schemas_directory() + "/calendar/cn-holidays.csv");
  opening.calendar_text = base::read_file(calendar, kMaxCalendar);
  opening.os = context.os_identity();
  opening.actor = "os:" + opening.os.login;
  calendar::Calendar::parse(opening.calendar_text, calendar);
  check_opening(location, opening);
  if (context.dry_run()) {
    if (context.json()) return print_json(context, opening, location.path, nullptr);
    context.out().line(text("试运行：规则和日历都能用，没有新建",
                            "dry run: schema and calendar are usable; "
                            "nothing was created"));
    return 0;
  }
  const auto created = create_ledger(location, opening, context.clock());
  if (opening.practice) fill_practice_ledger(context, sample);
  if (context.json()) return print_json(context, opening, location.path, &created);
  Output& out = context.out();
  if (out.quiet) return 0;
  out.line(text("已开账：{}（{}）", "opened {} ({})", opening.name, location.path));
  out.line(text("密钥文件：{}", "key file: {}", created.key_file));
  out.line(
      text("没有密钥就看不到姓名、电话和内容：请另存一份在安全的地方，不要与台账放在一起",
           "without the key, names, phones and texts cannot be read: keep a copy in a safe place, "
           "away from the ledger"));
  if (opening.practice) {
    out.line(text(
        "练习台账，人和事都是虚构的，您在里面是{1}；看看：minqing 今日 -L {0}，minqing 列表 -L {0}",
        "for practice, invented from end to end; in it you are {1}. Look: minqing today -L "
        "{0}, minqing list -L {0}",
        location.path, kPractisesAs));
    return 0;
  }
  out.line(text("接着：minqing roster import 名册.csv 导入人员",
                "next: minqing roster import people.csv"));
  return 0;
}

}  // namespace

Command init_command() {
  return {.name = "init",
          .zh = "开账",
          .group = "ledger",
          .summary_zh = "新开一本台账；没写的在终端询问",
          .summary_en = "open a new ledger; what is not typed is asked for on a terminal",
          .nature = Nature::creates,
          .options = {kInitOptions},
          .example = "开账 -L 台账.db --前缀 RS --名称 热水镇民情台账",
          .example_en = "init -L ledger.db --site RS --name 'Reshui Town'",
          .run = run_init};
}

}  // namespace minqing::cli
