// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/doctor.hpp"
#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::cli {

namespace {

using base::text;

constexpr base::Word kVerdicts[] = {
    {"ok", "正常", "ok"}, {"notice", "注意", "notice"}, {"fault", "错误", "fault"}};
constexpr std::string_view kMarks[] = {"✓", "!", "✗"};

const base::Word& word_of(Verdict verdict) { return base::word_of<Verdict>(kVerdicts, verdict); }

const base::Word& name_of(const Examined& one) {
  return doctor_checks()[*base::find_word(doctor_checks(), one.check)];
}

/// The column of a word, as wide as its widest.
std::string column(const base::Word& word, std::span<const base::Word> all, base::Lang lang) {
  const auto in_lang = [&](const base::Word& w) {
    return std::string(lang == base::Lang::en ? w.en : w.zh);
  };
  int width = 0;
  for (const base::Word& each : all) width = std::max(width, base::display_width(in_lang(each)));
  return base::pad_right(in_lang(word), width);
}

void print(Context& context, const Examined& one) {
  const base::Text said =
      one.way_out.empty() ? one.what : text("{}；{}", "{}; {}", one.what, one.way_out);
  context.out().line(std::string(kMarks[static_cast<std::size_t>(one.verdict)]) + " " +
                     column(word_of(one.verdict), kVerdicts, context.lang()) + "  " +
                     column(name_of(one), doctor_checks(), context.lang()) + "  " +
                     context.in_lang(said));
}

void print_json(Context& context, const Examined& one) {
  base::Json out = base::Json::object();
  out.set("v", 1).set("check", one.check).set("verdict", word_of(one.verdict).id);
  out.set("text", context.in_lang(one.what));
  if (!one.way_out.empty()) out.set("way_out", context.in_lang(one.way_out));
  context.out().json(out);
}

Examination examine(Context& context) {
  Examination out;
  ledger::Location location;
  std::optional<base::Error> fault;
  ledger::Ledger* ledger = nullptr;
  try {
    location = context.location();
    ledger = &context.open(ledger::Access::read);
    location.path = ledger->path();  // what stands beside it stands beside the file, not a link
  } catch (const base::Error& error) {
    fault = error;
  }
  examine_machine(context, location, ledger, out);
  if (fault) {
    out.insert(out.begin() + 1, {"ledger", Verdict::fault, fault->message(), fault->way_out()});
  } else {
    examine_books(context, *ledger, out);
    ledger->end_reading();
  }
  return out;
}

int run_doctor(Context& context, const Arguments&) {
  bool is_well = true;
  for (const Examined& one : examine(context)) {
    is_well = is_well && one.verdict == Verdict::fine;
    if (context.json()) {
      print_json(context, one);
    } else if (one.verdict != Verdict::fine || !context.out().quiet) {
      print(context, one);
    }
  }
  return is_well ? 0 : static_cast<int>(base::Exit::other);
}

}  // namespace

Command doctor_command() {
  return {.name = "doctor",
          .zh = "体检",
          .group = "ledger",
          .summary_zh = "检查程序、文件、密钥、时钟、日历和名册，说明怎么办；有问题返回 1",
          .summary_en =
              "look at program, files, key, clock, calendar and roster; 1 when something "
              "is wrong",
          .nature = Nature::reads,
          .arguments = "",
          .options = {},
          .example = "体检",
          .example_en = "doctor",
          .run = run_doctor};
}

}  // namespace minqing::cli
