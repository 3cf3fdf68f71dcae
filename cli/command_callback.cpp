// SPDX-License-Identifier: MIT
#include "cli/acting.hpp"
#include "cli/callback_round.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/value_words.hpp"
#include "cli/writing.hpp"

namespace minqing::cli {

namespace {

using Kind = Option::Kind;
constexpr Option kCallbackOptions[] = {
    {"responded", "已联系", "", Kind::value, "yes|no", "承办单位是否联系过",
     "had the unit contacted the resident", yes_no_words},
    {"solved", "已解决", "", Kind::value, "yes|no", "问题是否解决",
     "does the resident say it is solved", yes_no_words},
    {"satisfaction", "满意度", "s", Kind::value, "LEVEL",
     "非常满意、满意、基本满意、不满意、非常不满意",
     "very_satisfied, satisfied, fairly_satisfied, dissatisfied, very_dissatisfied",
     words_of<casework::Satisfaction>},
    {"said", "原话", "", Kind::value, "TEXT", "诉求人说了什么", "what the resident said"},
    {"unreached", "未联系上", "", Kind::value, "WHY", "无人接听、关机、空号、拒评、无法联系",
     "no_answer, switched_off, invalid_number, refused, no_contact", words_of<casework::Unreached>},
    {"resident", "诉求人", "", Kind::value, "N", "几位诉求人逐位办：第几位；不写是全部",
     "one of several residents, from 1; default all of them"},
    {"run", "逐件", "", Kind::flag, "",
     "逐件回访：给出要拨的电话，一键记一个回答；后面写查询条件，默认 @待回访",
     "one after the other with the number to dial and a key for each answer; words are a query, "
     "default @待回访"},
};

casework::Wish wish_to_callback(Context& context, const Arguments& arguments) {
  casework::CallBack wish;
  wish.said = personal_option(context, arguments, "said");
  wish.resident = resident_of(arguments);
  wish.responded = yes_or_no(arguments, "responded");
  wish.solved = yes_or_no(arguments, "solved");
  wish.satisfaction =
      value_of<casework::Satisfaction>(arguments, "satisfaction").value_or(wish.satisfaction);
  wish.unreached = value_of<casework::Unreached>(arguments, "unreached");
  if (wish.unreached && (arguments.has("satisfaction") || wish.responded || wish.solved)) {
    throw base::Error(base::Exit::usage,
                      base::text("未联系上就没有评价：不要同时写 --未联系上 和回答",
                                 "nobody reached, nothing answered: --unreached stands alone"));
  }
  return wish;
}

}  // namespace

Command callback_command() {
  return {.name = "callback",
          .zh = "回访",
          .group = "everyday",
          .summary_zh = "由另一位同志回访诉求人：满意即销号，不满意转入重办",
          .summary_en =
              "somebody else asks the resident: satisfied closes, dissatisfied begins a new round",
          .nature = Nature::writes,
          .arguments = "ISSUE…",
          .max_words = Command::kAnyNumber,
          .options = {kCallbackOptions, choosing_options()},
          .example = "回访 23 --已联系 是 --已解决 是 --满意度 满意",
          .example_en = "callback 23 --responded yes --solved yes --satisfaction satisfied",
          .run = [](Context& context, const Arguments& arguments) {
            if (arguments.has("run")) return run_callback_round(context, arguments);
            return act_on_issues(context, arguments, [&](Context& opened) {
              return wish_to_callback(opened, arguments);
            });
          }};
}

}  // namespace minqing::cli
