// SPDX-License-Identifier: MIT
#include "cli/diary_form.hpp"

#include "cli/ask.hpp"
#include "cli/diary_entries.hpp"
#include "cli/editor.hpp"
#include "cli/phrases.hpp"
#include "cli/record_form.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

#include <iostream>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr int kWidth = 76;
constexpr std::uint64_t kMaxDiaryForm = 4 << 20;

std::string as_comment(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += "# " + line + "\n";
  return out;
}

/// Open only to read what the form offers: nobody waits for a person who types.
struct Offered {
  std::string today;
  std::string person;
  std::vector<std::string> villages, categories;
};
Offered offered(Context& context) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const casework::Roster& roster = ledger.roster();
  const std::string actor = context.actor().done_by;
  const casework::Person* person = roster.person(actor);
  Offered out{to_string(context.today()), person ? person->name : std::string(),
              choices_of(ledger.schema(), roster, "village", context.lang()),
              choices_of(ledger.schema(), roster, "category", context.lang())};
  context.close();
  return out;
}

std::string empty_form(const Offered& with, base::Lang lang) {
  const auto in = [&](const base::Text& words) { return words.in(lang); };
  const std::string comma = in({"、", ", "});
  std::string out = as_comment(base::wrap(
      in(text("一天的民情日记。# 开头的行不算。每次走访一段，用“## 走访”开头；谈了什么写在下面。"
              "“诉求:”一行登记一件，写上 类别:，可以写 姓名: 电话:；下面写“当场答复:”的，当场办结。"
              "存盘退出即写入；什么也不改，就不写。",
              "The diary of a day; lines with # do not count. A section for each visit begins with "
              "'## visit'; what was said stands below. A line 'issue:' with a category: (and "
              "name:, phone:) registers a matter; 'answered:' below it settles it on the spot. "
              "Saving and leaving writes it; unchanged, nothing is written.")),
      kWidth));
  out += as_comment(in_lines(with.villages, comma, kWidth));
  out += as_comment(in_lines(with.categories, comma, kWidth));
  out += in({"日期: ", "date: "}) + with.today + "\n";
  out += in({"走访人: ", "official: "}) + with.person + "\n";
  out += in({"天气: \n", "weather: \n"});
  out += in({"\n## 走访 户: 村: 方式:上门\n\n诉求: \n当场答复: \n",
             "\n## visit household: village: method:visit\n\nissue: \nanswered: \n"});
  return out;
}

/// Writes the text of the file; when it cannot be taken in the file stays.
int write_kept(Context& context, PrivateFile& form) {
  try {
    return write_diary_text(context, base::read_file(form.path(), kMaxDiaryForm), form.path());
  } catch (...) {
    form.keep();
    context.out().remark(text("写的留着，改好再写入：minqing 日记 添加 -e {}",
                              "what was written is kept; to go on: minqing diary add -e {}",
                              form.path()));
    throw;
  }
}

class DiaryQuestions {
 public:
  DiaryQuestions(const Offered& with, base::Lang lang) : with_(with), lang_(lang) {}

  std::string ask_all() {
    say(text("一项一项填写；不知道的直接按回车，Ctrl-C 取消。",
             "One question after the other; press Enter to leave one out, Ctrl-C to cancel."));
    const std::string day = ask(text("日期 [{}]:", "date [{}]:", with_.today));
    out_ += "日期: " + (day.empty() ? with_.today : day) + "\n";
    line("走访人", ask(text("走访人 [{}]:", "official [{}]:", with_.person)));
    line("天气", ask(text("天气:", "weather:")));
    do {
      ask_visit();
    } while (confirm(text("还走访了别处吗？", "Another visit?"), lang_));
    return std::move(out_);
  }

 private:
  void say(const base::Text& words) { std::cerr << base::visible(words.in(lang_)) << '\n'; }

  std::string ask(const base::Text& question) {
    const std::string answer = ask_line(question, lang_);
    if (std::cin.eof() && answer.empty()) stop();
    if (!base::is_valid_utf8(answer)) {
      say(text("不是有效的 UTF-8 文字，请再写一次", "this is not valid UTF-8; once more"));
      return ask(question);
    }
    return std::string(base::trim(answer));
  }
  [[noreturn]] static void stop() {
    throw Error(Exit::conflict,
                text("没有填完，什么也没有写入", "not finished; nothing was written"));
  }

  void line(const std::string& key, const std::string& value) {
    if (!value.empty()) out_ += key + ": " + value + "\n";
  }
  /// ` 户:"…"`: a value may hold blanks and must not become another key.
  static std::string keyed(const std::string& key, std::string value) {
    if (value.empty()) return {};
    std::erase(value, '"');
    return " " + key + ":\"" + value + "\"";
  }

  void offer(const std::vector<std::string>& choices) {
    const std::string comma = base::Text{"、", ", "}.in(lang_);
    for (const std::string& row : in_lines(choices, comma, kWidth)) {
      std::cerr << "  " << base::visible(row) << '\n';
    }
  }

  void ask_visit() {
    const std::string household = ask(text("户（户号或称呼）:", "household:"));
    offer(with_.villages);
    const std::string village = ask(text("村:", "village:"));
    const std::string place =
        household.empty() && village.empty() ? ask(text("地点:", "place:")) : std::string();
    const std::string method = ask(text("方式 [上门]:", "method [visit]:"));
    out_ += "\n## 走访" + keyed("户", household) + keyed("村", village) + keyed("地点", place) +
            keyed("方式", method) + "\n";
    const std::string said = ask(text("谈了什么:", "what was said:"));
    // A line that looks like a key of the form is text here.
    if (!said.empty()) out_ += (said.starts_with('#') ? "　" : "") + said + "\n";
    while (ask_issue()) {
    }
  }

  bool ask_issue() {
    const std::string content = ask(text("诉求（没有就回车）:", "a matter (Enter for none):"));
    if (content.empty()) return false;
    offer(with_.categories);
    const std::string category = ask(text("类别:", "category:"));
    const std::string name = ask(text("姓名:", "name:"));
    const std::string phone =
        ask_without_echo(text("电话（不显示）", "phone (not shown)").in(lang_));
    out_ += "诉求: " + content + keyed("类别", category) + keyed("姓名", name) +
            keyed("电话", phone) + "\n";
    line("当场答复",
         ask(text("当场答复（没有就回车）:", "answered on the spot (Enter for none):")));
    return true;
  }

  const Offered& with_;
  base::Lang lang_;
  std::string out_;
};

/// What was answered, without numbers and names.
std::string masked(const std::string& typed) {
  std::string out;
  for (std::string_view line : base::split(typed, '\n')) {
    std::string shown;
    for (const std::string& word : intake::words_of_line(line)) {
      const std::string value = word.substr(word.find(':') + 1);
      const std::string key = word.substr(0, word.size() - value.size());
      shown += (shown.empty() ? "" : " ") + (key == "姓名:" ? key + privacy::mask_name(value)
                                             : key == "户:" ? key + masked_household(value)
                                                            : privacy::mask_text(word));
    }
    out += "  " + base::visible(shown) + "\n";
  }
  return out;
}

}  // namespace

int write_edited_diary(Context& context, const std::string& file) {
  const std::string before =
      file.empty() ? empty_form(offered(context), context.lang()) : intake::read_diary_file(file);
  PrivateFile form(context.in_lang(text("日记.txt", "diary.txt")), before);
  run_editor(form.path());
  if (file.empty() && base::read_file(form.path(), kMaxDiaryForm) == before) {
    throw Error(Exit::conflict,
                text("没有改动，什么也没有写入", "it was not changed; nothing was written"));
  }
  return write_kept(context, form);
}

int write_asked_diary(Context& context) {
  const Offered with = offered(context);
  const std::string typed = DiaryQuestions(with, context.lang()).ask_all();
  std::cerr << '\n' << masked(typed);
  if (!confirm(text("写入这一篇吗？", "Write this entry?"), context.lang())) {
    throw Error(Exit::conflict,
                text("没有确认，什么也没有写入", "not confirmed; nothing was written"));
  }
  PrivateFile form(context.in_lang(text("日记.txt", "diary.txt")), typed);
  return write_kept(context, form);
}

}  // namespace minqing::cli
