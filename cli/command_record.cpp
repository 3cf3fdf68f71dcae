// SPDX-License-Identifier: MIT
#include "cli/ask.hpp"
#include "cli/command.hpp"
#include "cli/naming.hpp"
#include "cli/writing.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/vocabulary.hpp"
#include "lib/intake/draft.hpp"
#include "lib/ledger/select.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::uint64_t kMaxBatch = 512u << 20;

using Kind = Option::Kind;
/// Each option is a field of the schema; its id is in `kFields`, in the same order.
constexpr Option kOptions[] = {
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
    {"card", "联系卡", "", Kind::value, "NO", "联系卡号", "number of the liaison card"},
    {"text", "内容", "m", Kind::value, "TEXT", "反映内容；- 从标准输入读取",
     "what was said; - reads standard input"},
    {"note", "备注", "", Kind::value, "TEXT", "备注", "remark"},
    {"answered", "当场答复", "", Kind::value, "TEXT", "当场已答复：登记、办结、告知一次记下",
     "answered on the spot: registered, resolved and told at once"},
    {"batch", "批量", "", Kind::value, "FILE", "每行一个 JSON 的文件；- 为标准输入",
     "a file with one JSON object per line; - is standard input"},
};
constexpr std::string_view kFields[] = {
    "village",   "category",      "nature", "resident", "phone",        "address",
    "channel",   "urgency",       "title",  "location", "people_count", "source",
    "source_no", "source_due_on", "card",   "content",  "remark"};

/// Options as words, so that there is one way from words to a command.
std::vector<std::string> option_words(Context& context, const Arguments& arguments) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    if (const auto value = arguments.value(kOptions[i].name); value && !value->empty()) {
      out.push_back(std::string(kFields[i]) + ":" +
                    context.words(std::string(kOptions[i].name), *value));
    }
  }
  return out;
}

void require(std::vector<base::Problem> problems) {
  if (!problems.empty()) throw base::Rejected(std::move(problems));
}

casework::Command registration(Context& context, ledger::Ledger& ledger,
                               const intake::TypedWords& typed,
                               std::vector<base::Problem>& problems) {
  problems.insert(problems.end(), typed.problems.begin(), typed.problems.end());
  if (!typed.problems.empty()) return {};
  auto result = make_registration(ledger.schema(), ledger.roster(), {context.today(), {}},
                                  typed.draft, {}, context.lang());
  problems.insert(problems.end(), result.problems.begin(), result.problems.end());
  if (!result.registration) return {};
  for (const std::string& field : result.registration->not_taken) {
    const auto* known = ledger.schema().find_field(field);
    problems.push_back(
        {typed.draft.place, known ? known->label.in(context.lang()) : field,
         text("登记时不能写这一项", "this is not part of a registration"),
         text("登记后用相应的命令记录", "record it afterwards with its own command")});
  }
  return std::move(result.registration->command);
}

/// Open issues of the same telephone: perhaps the same matter (并单 is a person's decision).
void name_likely_duplicates(Context& context, ledger::Ledger& ledger,
                            const casework::Command& command, const std::string& number) {
  const auto& wish = std::get<casework::Register>(command.wish);
  casework::Selection selection;
  selection.terms.push_back({.criterion = casework::Criterion::open});
  selection.terms.push_back(
      {.criterion = casework::Criterion::category, .any_of = {wish.particulars.category}});
  casework::Term same_phone{.criterion = casework::Criterion::resident_phone};
  for (const auto& resident : wish.particulars.residents) {
    if (resident.phone) same_phone.any_of.push_back(resident.phone->plain);
  }
  if (same_phone.any_of.empty()) return;
  selection.terms.push_back(std::move(same_phone));
  const ledger::SelectOptions options{.today = context.today(), .with_text = false};
  std::vector<std::string> others;
  for (const auto& issue : select(ledger, selection, options)) {
    if (issue.number != number) others.push_back(issue.number);
  }
  if (others.empty()) return;
  context.out().remark(text("可能重复：同一电话、同一类别还有 {} 未销号",
                            "perhaps a duplicate: the same telephone has {} open in this category",
                            base::join(others, " ")));
}

int record_one(Context& context, const Arguments& arguments) {
  std::vector<std::string> words = fill_dashes(context, arguments.words);
  const auto from_options = option_words(context, arguments);
  words.insert(words.end(), from_options.begin(), from_options.end());
  if (words.empty()) {
    throw Error(
        Exit::usage, text("没有写要登记什么", "there is nothing to record"),
        text("例如：minqing 登记 村:热水村 类别:供水 自来水浑浊三天了",
             "for example: minqing record village:热水村 category:供水 the tap water is muddy"));
  }
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  std::vector<base::Problem> problems;
  casework::Command command =
      registration(context, ledger, intake::read_words(ledger.schema(), words), problems);
  require(std::move(problems));
  std::get<casework::Register>(command.wish).answered =
      personal_option(context, arguments, "answered");
  const auto outcome = write_to(context, ledger, {command});
  echo(context, ledger, outcome);
  if (!outcome.steps.empty() && !outcome.replayed) {
    name_likely_duplicates(context, ledger, command, outcome.steps.front().issue);
  }
  return 0;
}

int record_batch(Context& context, const Arguments& arguments, const std::string& file) {
  const bool has_words =
      !arguments.words.empty() ||
      std::any_of(std::begin(kFields), std::end(kFields), [&](const auto& field) {
        return arguments.has(kOptions[&field - kFields].name);
      });
  if (has_words) {
    throw Error(
        Exit::usage,
        text("--batch 里写全每一件，不能再写别的词和选项",
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
    ++place.line;
    if (base::trim(line).empty()) continue;
    auto command = registration(context, ledger,
                                intake::read_json_line(ledger.schema(), line, place), problems);
    command.origin = place;
    commands.push_back(std::move(command));
  }
  require(std::move(problems));
  if (commands.empty()) {
    throw Error(Exit::rejected, text("{} 里没有事项", "{} holds no issue", file));
  }
  guard_number(context, commands.size(),
               text("要登记 {} 件", "{} issues would be registered", commands.size()));
  echo(context, ledger, write_to(context, ledger, std::move(commands)));
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
          .options = {kOptions},
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
