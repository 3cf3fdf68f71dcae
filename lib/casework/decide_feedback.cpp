// SPDX-License-Identifier: MIT
#include <algorithm>

#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

namespace {

bool is_satisfied(const Case& c, Satisfaction satisfaction) {
  const auto& accepted = c.schema().guards.satisfied;
  return std::find(accepted.begin(), accepted.end(), id_of(satisfaction)) != accepted.end();
}

Verdict refuse_handler(const Case& c, base::Text act) {
  return refuse(base::Exit::conflict,
                base::text("{} 由本人办理，不能由本人{}", "{}: who handled it cannot {}",
                           c.issue->number, act),
                base::text("请另一位同志来做（--经办 姓名）", "let somebody else do it (--by)"));
}

bool attempts_used_up(const Case& c) {
  return c.issue->round().attempts >= c.schema().guards.callback_attempts;
}

Verdict need_reason() {
  return refuse(base::Exit::usage,
                base::text("这样销号要写明理由", "closing on this ground needs a reason"),
                base::text("加上 -m 理由", "add -m TEXT"));
}

Verdict unmet(const Case& c, base::Text reason) {
  return refuse(base::Exit::conflict,
                base::text("{} 不能销号：{}", "{} cannot be closed: {}", c.issue->number, reason),
                base::text("问题不解决、群众不满意不销号；可以回访，或重办",
                           "an issue is struck off when the resident is satisfied: record a "
                           "'callback', or 'reopen' it"));
}

/// The guard of closing (domain §3.8), by ground: nothing when it holds.
std::optional<Verdict> refuse_ground(const Case& c, const Close& wish) {
  const Round& round = c.issue->round();
  const bool has_reason = wish.reason && !wish.reason->plain.empty();
  switch (wish.on) {
    case CloseGround::satisfied:
      if (!round.called_back_at || !is_satisfied(c, round.satisfaction)) {
        return unmet(c, base::text("没有满意的回访记录", "no call-back records satisfaction"));
      }
      return std::nullopt;
    case CloseGround::explained:
      if (round.result_kind == ResultKind::solved) {
        return unmet(c, base::text("办理结果不是解释说明", "the result is not an explanation"));
      }
      [[fallthrough]];
    case CloseGround::concluded:
      if (c.schema().steps.callback && !round.called_back_at && !attempts_used_up(c)) {
        return unmet(c, base::text("还没有回访评价", "the resident has not been asked"));
      }
      break;
    case CloseGround::unreached:
      if (round.called_back_at || !attempts_used_up(c)) {
        return unmet(c,
                     base::text("只联系过 {} 次，规则要求 {} 次", "{} attempts of {} are recorded",
                                round.attempts, c.schema().guards.callback_attempts));
      }
      return std::nullopt;
    case CloseGround::withdrawn:
      if (round.result_kind != ResultKind::withdrawn) {
        return unmet(c, base::text("办理结果不是诉求人撤回", "the result is not a withdrawal"));
      }
      break;
  }
  if (!has_reason) return need_reason();
  return std::nullopt;
}

}  // namespace

Verdict decide_feed_back(const Case& c, const FeedBack& wish) {
  if (wish.to == Recipient::resident && wish.method == Method::notice &&
      c.issue->particulars.confidential) {
    return refuse(base::Exit::conflict, base::text("{} 是保密件，不能公示答复",
                                                   "{} is confidential and cannot be answered by "
                                                   "public notice",
                                                   c.issue->number));
  }
  return {.events = {IssueFedBack{wish.to, wish.method, wish.said}}};
}

Verdict decide_call_back(const Case& c, const CallBack& wish) {
  if (c.schema().guards.caller_not_handler && is_handler(c)) {
    return refuse_handler(c, base::text("回访", "record the call-back"));
  }
  IssueCalledBack event{wish.unreached, wish.responded, wish.solved, wish.satisfaction, wish.said};
  if (wish.unreached) {
    event.satisfaction = Satisfaction::not_rated;
    return {.events = {event}};
  }
  if (wish.satisfaction == Satisfaction::not_rated) {
    return refuse(base::Exit::usage, base::text("没有写满意度", "there is no satisfaction"),
                  base::text("加上 --满意度 满意|基本满意|不满意；没联系上用 --未联系上 原因",
                             "add --satisfaction; when nobody was reached use --unreached"));
  }
  Verdict verdict{.events = {event}};
  if (is_satisfied(c, wish.satisfaction)) {
    verdict.events.push_back(IssueClosed{CloseGround::satisfied, std::nullopt});
  } else if (c.issue->round().result_kind == ResultKind::solved) {
    // An explanation that does not satisfy is not handled again by itself: it may be closed as
    // explained, or reopened by decision.
    for (Payload& next : new_round(c, ReopenCause::dissatisfied, wish.said)) {
      verdict.events.push_back(std::move(next));
    }
  }
  return verdict;
}

Verdict decide_close(const Case& c, const Close& wish) {
  if (c.schema().guards.caller_not_handler && is_handler(c)) {
    return refuse_handler(c, base::text("销号", "close it"));
  }
  if (auto refusal = refuse_ground(c, wish)) return *refusal;
  return {.events = {IssueClosed{wish.on, wish.reason}}};
}

}  // namespace minqing::casework
