// SPDX-License-Identifier: MIT
// `record` on a terminal, question by question. Each answer is checked at once, against those
// before it, by the rules that check a whole registration.

#include "cli/ask.hpp"
#include "cli/record_form.hpp"
#include "cli/recording.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

#include <algorithm>
#include <iostream>

namespace minqing::cli {

namespace {

using base::text;

/// What is asked for; the rest can be typed as words or amended.
constexpr std::string_view kAsked[] = {"village",  "category", "channel",
                                       "resident", "phone",    "content"};
constexpr int kQuestionWidth = 76;

const FormField& form_field(std::string_view field) {
  const auto all = form_fields();
  return *std::find_if(all.begin(), all.end(),
                       [&](const FormField& one) { return one.field == field; });
}

class RecordQuestions {
 public:
  RecordQuestions(Context& context, ledger::Ledger& ledger) : context_(context), ledger_(ledger) {}

  intake::Draft ask_all() {
    say(text("一项一项填写；不知道的直接按回车，Ctrl-C 取消。",
             "One question after the other; press Enter to leave one out, Ctrl-C to cancel."));
    for (std::string_view field : kAsked) ask(field);
    show_all();
    return std::move(draft_);
  }

 private:
  base::Text label(std::string_view field) const {
    const FormField& one = form_field(field);
    return {std::string(one.zh), std::string(one.en)};
  }

  void ask(std::string_view field) {
    const auto choices = choices_of(ledger_.schema(), ledger_.roster(), field, context_.lang());
    if (!choices.empty()) {
      const std::string comma = context_.in_lang({"、", ", "});
      for (const std::string& line : in_lines(choices, comma, kQuestionWidth))
        say_line("  " + line);
    }
    while (!take(field, answer_to(field))) {
    }
  }

  std::string answer_to(std::string_view field) {
    std::string answer;
    if (field == "phone") {
      answer =
          ask_without_echo(context_.in_lang(text("{}（不显示）", "{} (not shown)", label(field))));
    } else {
      std::cerr << context_.in_lang(label(field)) << ": " << std::flush;
      std::getline(std::cin, answer);
    }
    if (std::cin.eof()) {
      throw base::Error(base::Exit::conflict,
                        text("没有填完，什么也没有写入", "not finished; nothing was written"));
    }
    return answer;
  }

  /// True when the question is settled.
  bool take(std::string_view field, const std::string& typed) {
    if (!base::is_valid_utf8(typed)) {
      say(text("不是有效的 UTF-8 文字，请再写一次", "this is not valid UTF-8; once more"));
      return false;
    }
    const std::string_view answer = base::trim(typed);
    if (answer.empty()) return may_be_left_out(field);
    intake::Draft with = draft_;
    intake::DraftValue value{std::string(field), {}, {}};
    value.cell.set(intake::Cell::Type::text, answer);
    with.values.push_back(std::move(value));
    const auto before = problems_of(draft_);
    bool is_good = true;
    for (const base::Problem& problem : problems_of(with)) {
      if (std::find(before.begin(), before.end(), problem) != before.end()) continue;
      is_good = false;
      say_line("  " + base::to_line(problem, context_.lang()));
      if (!problem.way_out.empty()) say_line("  " + context_.in_lang(problem.way_out));
    }
    if (is_good) draft_ = std::move(with);
    return is_good;
  }

  bool may_be_left_out(std::string_view field) {
    const schema::Field* known = ledger_.schema().find_field(field);
    const bool is_needed =
        field == "content" || field == "category" || (known != nullptr && known->required);
    if (is_needed) say(text("  这一项要写", "  this one is needed"));
    return !is_needed;
  }

  std::vector<base::Problem> problems_of(const intake::Draft& draft) {
    return make_registration(ledger_.schema(), ledger_.roster(), {context_.today(), {}}, draft, {},
                             context_.lang())
        .problems;
  }

  void show_all() {
    say_line("");
    for (const intake::DraftValue& value : draft_.values) {
      say_line("  " + context_.in_lang(label(value.field)) + ": " + masked(value));
    }
  }

  static std::string masked(const intake::DraftValue& value) {
    if (value.field == "resident") return privacy::mask_name(value.cell.value);
    if (value.field == "phone") return privacy::mask_phone(value.cell.value);
    return privacy::mask_text(value.cell.value);
  }

  void say(const base::Text& words) { say_line(context_.in_lang(words)); }
  static void say_line(const std::string& line) { std::cerr << base::visible(line) << '\n'; }

  Context& context_;
  ledger::Ledger& ledger_;
  intake::Draft draft_;
};

}  // namespace

int record_asked(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  ledger.schema();
  ledger.roster();
  ledger.end_reading();
  intake::TypedWords typed;
  typed.draft = RecordQuestions(context, ledger).ask_all();
  if (!confirm(text("登记这一件吗？", "Register this one?"), context.lang())) {
    throw base::Error(base::Exit::conflict,
                      text("没有确认，什么也没有写入", "not confirmed; nothing was written"));
  }
  context.close();
  return record_typed(context, arguments, [&](const schema::Schema&) { return typed; });
}

}  // namespace minqing::cli
