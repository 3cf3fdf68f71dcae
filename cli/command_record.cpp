// SPDX-License-Identifier: MIT
#include "cli/ask.hpp"
#include "cli/command.hpp"
#include "cli/likely_duplicates.hpp"
#include "cli/recording.hpp"
#include "cli/writing.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/intake/draft.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::uint64_t kMaxBatch = 512u << 20;

using Kind = Option::Kind;
/// Each option is a field of the schema; its id is in `kOptionFields`, in the same order.
constexpr Option kRecordOptions[] = {
    {"village", "村", "", Kind::value, "AREA", "所属村（社区）", "village or neighbourhood"},
    {"category", "类别", "c", Kind::value, "CATEGORY", "诉求类别", "category"},
    {"nature", "性质", "", Kind::value, "NATURE", "咨询、求助、投诉、举报、建议",
     "inquiry, help, complaint, accusation, suggestion"},
    {"name", "姓名", "", Kind::value, "NAME", "诉求人；- 从标准输入或提问读取",
     "resident; - asks or reads standard input"},
    {"phone", "电话", "", Kind::value, "PHONE", "联系电话；- 同上", "telephone; - as above"},
    {"address", "住址", "", Kind::value, "ADDRESS", "住址；- 同上", "address; - as above"},
    {"channel", "渠道", "", Kind::value, "CHANNEL", "来源渠道，如 走访、来电",
     "how it arrived: visit, call …"},
    {"urgency", "紧急程度", "", Kind::value, "URGENCY", "一般、紧急、特急",
     "normal, urgent, critical"},
    {"title", "标题", "", Kind::value, "TEXT", "标题", "title"},
    {"location", "地点", "", Kind::value, "TEXT", "发生地点", "where the matter is"},
    {"people", "人数", "", Kind::value, "N", "涉及人数", "residents who raise it together"},
    {"source", "来件单位", "", Kind::value, "BODY", "谁转来的，如 12345", "who sent it down"},
    {"source-no", "来件编号", "", Kind::value, "NUMBER", "来件的编号", "the sender's number"},
    {"source-due", "来件时限", "", Kind::value, "DATE", "来件要求的时限", "the sender's deadline"},
    {"card", "联系卡", "", Kind::value, "NO", "联系卡号", "number of the contact card"},
    {"text", "内容", "m", Kind::value, "TEXT", "反映内容；- 从标准输入读取",
     "what was said; - reads standard input"},
    {"note", "备注", "", Kind::value, "TEXT", "备注", "remark"},
    {"answered", "当场答复", "", Kind::value, "TEXT", "当场已答复：登记、办结、告知一次记下",
     "answered on the spot: registered, resolved and told at once"},
    {"batch", "批量", "", Kind::value, "FILE", "每行一个 JSON 的文件；- 为标准输入",
     "a file with one JSON object per line; - is standard input"},
    {"edit", "编辑", "e", Kind::flag, "", "在编辑器里填一张表单，存盘退出即登记",
     "fill in a form in the editor; saving and leaving registers it"},
    {"from", "来自", "", Kind::value, "FILE", "登记文件里的一件：YAML，或没登记成的表单",
     "register the one issue of a file: YAML, or a form that was kept"},
};
constexpr std::string_view kOptionFields[] = {
    "village",   "category",      "nature", "resident", "phone",        "address",
    "channel",   "urgency",       "title",  "location", "people_count", "source",
    "source_no", "source_due_on", "card",   "content",  "remark"};

/// Options as words, so that there is one way from words to a command.
std::vector<std::string> option_words(Context& context, const Arguments& arguments) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::size(kOptionFields); ++i) {
    if (const auto value = arguments.value(kRecordOptions[i].name); value && !value->empty()) {
      out.push_back(std::string(kOptionFields[i]) + ":" +
                    context.words(std::string(kRecordOptions[i].name), *value));
    }
  }
  return out;
}

[[noreturn]] void refuse_words_beside_file() {
  throw Error(Exit::usage,
              text("--来自 里写全这一件，不能再写别的词和选项",
                   "--from holds the whole issue; no other words or options go with it"),
              text("写进文件里；要在表单里接着改，加 --编辑",
                   "put them into the file; to go on in the editor, add --edit"));
}

int record_one(Context& context, const Arguments& arguments) {
  std::vector<std::string> words = fill_dashes(context, arguments.words);
  const auto from_options = option_words(context, arguments);
  words.insert(words.end(), from_options.begin(), from_options.end());
  if (arguments.has("from") && !words.empty()) refuse_words_beside_file();
  if (arguments.has("edit")) {
    return record_edited(context, arguments, words, arguments.value("from").value_or(""));
  }
  if (const auto file = arguments.value("from")) {
    return record_from_file(context, arguments, *file);
  }
  if (words.empty() && is_on_a_terminal()) return record_asked(context, arguments);
  if (words.empty()) {
    throw Error(
        Exit::usage, text("没有写要登记什么", "there is nothing to record"),
        text("例如：minqing 登记 村:热水村 类别:供水 自来水浑浊三天了",
             "for example: minqing record village:热水村 category:供水 the tap water is muddy"));
  }
  return record_typed(context, arguments, [&](const schema::Schema& schema) {
    return intake::read_words(schema, words);
  });
}

int record_batch(Context& context, const Arguments& arguments, const std::string& file) {
  const bool has_words =
      !arguments.words.empty() || arguments.has("edit") || arguments.has("from") ||
      std::any_of(std::begin(kOptionFields), std::end(kOptionFields), [&](const auto& field) {
        return arguments.has(kRecordOptions[&field - kOptionFields].name);
      });
  if (has_words) {
    throw Error(
        Exit::usage,
        text("--批量 里写全每一件，不能再写别的词和选项",
             "--batch holds whole issues; no other words or options go with it"),
        text("写进每一行的 JSON 里，如 {{\"村\":\"热水村\",\"类别\":\"供水\",\"内容\":\"停水\"}}",
             "put them into the JSON of each line: {{\"village\":\"…\",\"category\":\"…\",...}}"));
  }
  const std::string content =
      file == "-" ? base::read_stdin(kMaxBatch) : base::read_file(file, kMaxBatch);
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  std::vector<base::Problem> problems;
  std::vector<casework::Command> commands;
  base::Place place{.file = file, .line = 0};
  for (std::string_view line : base::split(content, '\n')) {
    // What Windows programs put before UTF-8.
    if (place.line++ == 0 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
    if (base::trim(line).empty()) continue;
    auto command = registration(context, ledger,
                                intake::read_json_line(ledger.schema(), line, place), problems);
    command.origin = place;
    commands.push_back(std::move(command));
  }
  if (!problems.empty()) throw base::Rejected(std::move(problems));
  if (commands.empty()) {
    throw Error(Exit::rejected, text("{} 里没有事项", "{} holds no issue", file));
  }
  guard_number(
      context, commands.size(),
      text("要登记 {} 件", "{} would be registered", base::counted(commands.size(), "issue")));
  write_registrations(context, ledger, std::move(commands));
  return 0;
}

}  // namespace

Command record_command() {
  return {.name = "record",
          .zh = "登记",
          .group = "everyday",
          .summary_zh = "登记一件诉求，打印编号",
          .summary_en = "register an issue and print its number",
          .nature = Nature::writes,
          .arguments = "[key:value…] [TEXT…]",
          .max_words = Command::kAnyNumber,
          .options = {kRecordOptions},
          .example = "登记 村:热水村 类别:供水 姓名:张某 电话:- 自来水浑浊三天了",
          .example_en =
              "record village:热水村 category:water_supply name:'Zhang M.' phone:- 'the tap water "
              "is muddy'",
          .run = [](Context& context, const Arguments& arguments) {
            if (const auto file = arguments.value("batch"))
              return record_batch(context, arguments, *file);
            return record_one(context, arguments);
          }};
}

}  // namespace minqing::cli
