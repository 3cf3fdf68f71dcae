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

std::optional<Verdict> refuse_resident(const Case& c, std::optional<std::int64_t> resident) {
  const auto count = static_cast<std::int64_t>(c.issue->particulars.residents.size());
  if (!resident || (*resident >= 1 && *resident <= count)) return std::nullopt;
  return refuse(base::Exit::not_found,
                base::text("{} 有 {} 位诉求人，没有第 {} 位", "{} has {} residents, not {}",
                           c.issue->number, count, *resident));
}

/// Residents who have still to be asked, once they are asked one by one; `but` has just been.
bool others_wait(const Case& c, std::optional<std::int64_t> but) {
  const Round& round = c.issue->round();
  if (!but && round.told.empty()) return false;
  if (!but) return false;  // asked as one after all
  const auto& residents = c.issue->particulars.residents;
  for (std::size_t i = 0; i < residents.size(); ++i) {
    const auto no = static_cast<std::int64_t>(i + 1);
    if (no == *but || (!residents[i].phone && !residents[i].name)) continue;
    const auto asked = std::find_if(round.told.begin(), round.told.end(), [&](const Told& one) {
      return one.resident == no && one.called_back_at;
    });
    if (asked == round.told.end()) return true;
  }
  return false;
}

/// Merged issues whose residents do not know the result yet.
base::Text untold(const Case& c) {
  base::Text out;
  for (const MergedIssue& one : c.books.merged) {
    if (one.told) continue;
    out.zh += (out.zh.empty() ? "" : "、") + one.number;
    out.en += (out.en.empty() ? "" : ", ") + one.number;
  }
  return out;
}

/// Satisfaction is what the resident said to somebody else: without a record of it nobody is called
/// satisfied, whatever steps the schema has.
Verdict no_satisfaction(const Case& c) {
  if (c.schema().steps.callback || c.issue->round().called_back_at) {
    return unmet(c, base::text("没有满意的回访记录", "no call-back records satisfaction"));
  }
  return refuse(
      base::Exit::conflict,
      base::text("{} 不能按群众满意销号：没有记下诉求人的评价",
                 "{} cannot be closed as satisfied: what the resident thinks is not recorded",
                 c.issue->number),
      base::text(
          "问过诉求人的，先用 回访 记下评价（规则不要求，也可以记）；没有评价的按 法定终结 或 "
          "解释说明 销号，并写明理由",
          "record it with 'callback', which this schema allows without asking for it; without it "
          "close as 'concluded' or 'explained', with a reason"));
}

/// The guard of closing (domain §3.8), by ground: nothing when it holds.
std::optional<Verdict> refuse_ground(const Case& c, const Close& wish) {
  const Round& round = c.issue->round();
  if (const base::Text waiting = untold(c); !waiting.empty()) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 不能销号：并入的 {} 还没有反馈",
                   "{} cannot be closed: {} merged "
                   "into it were not told",
                   c.issue->number, waiting),
        base::text("先逐件反馈：反馈 {}", "tell each of them first: feedback {}", waiting));
  }
  const bool has_reason = wish.reason && (wish.reason->is_sealed() || !wish.reason->plain.empty());
  switch (wish.on) {
    case CloseGround::satisfied:
      if (!round.called_back_at || !is_satisfied(c, round.satisfaction)) {
        return no_satisfaction(c);
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
        return unmet(
            c, base::text("只联系过 {} 次，规则要求 {} 次", "only {} of {} attempts are recorded",
                          round.attempts, c.schema().guards.callback_attempts));
      }
      return std::nullopt;
    case CloseGround::withdrawn:
      if (round.result_kind != ResultKind::withdrawn) {
        return unmet(c, base::text("办理结果不是诉求人撤回", "the result is not a withdrawal"));
      }
      break;
    case CloseGround::recorded:
      return refuse(base::Exit::usage,
                    base::text("这个理由只用于导入的老台账",
                               "this ground is for older ledgers that are imported"));
  }
  if (!has_reason) return need_reason();
  return std::nullopt;
}

}  // namespace

Verdict decide_feed_back(const Case& c, const FeedBack& wish) {
  if (auto refusal = refuse_resident(c, wish.resident)) return *refusal;
  if (wish.to == Recipient::resident && wish.method == Method::notice &&
      c.issue->particulars.confidential) {
    return refuse(base::Exit::conflict, base::text("{} 是保密件，不能公示答复",
                                                   "{} is confidential and cannot be answered by "
                                                   "public notice",
                                                   c.issue->number));
  }
  return {.events = {IssueFedBack{wish.to, wish.method, wish.said, wish.resident}}};
}

Verdict decide_call_back(const Case& c, const CallBack& wish) {
  if (c.schema().guards.caller_not_handler && is_handler(c)) {
    return refuse_handler(c, base::text("回访", "record the call-back"));
  }
  if (auto refusal = refuse_resident(c, wish.resident)) return *refusal;
  IssueCalledBack event{wish.unreached,    wish.responded, wish.solved,
                        wish.satisfaction, wish.said,      wish.resident};
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
  // What followed in an older ledger it says itself.
  if (c.circumstances.imported) return verdict;
  // A merged issue is handled, closed and reopened under the other number.
  if (c.issue->state == State::merged) return verdict;
  if (is_satisfied(c, wish.satisfaction)) {
    if (!others_wait(c, wish.resident) && untold(c).empty()) {
      verdict.events.push_back(IssueClosed{CloseGround::satisfied, std::nullopt});
    }
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
  if (c.circumstances.imported) return {.events = {IssueClosed{wish.on, wish.reason}}};
  if (auto refusal = refuse_ground(c, wish)) return *refusal;
  const Round& round = c.issue->round();
  const bool against_resident = wish.on == CloseGround::explained && round.called_back_at &&
                                !is_satisfied(c, round.satisfaction);
  if (!against_resident) return {.events = {IssueClosed{wish.on, wish.reason}}};
  RequestMade request{.request = RequestKind::close, .reason = *wish.reason};
  request.ground = wish.on;
  return ask_or_do(c, std::move(request));
}

Verdict effect_of_closing(const Case& c, const RequestMade& request) {
  const Close wish{request.ground.value_or(CloseGround::explained), request.reason};
  if (auto refusal = refuse_ground(c, wish)) return *refusal;
  return {.events = {IssueClosed{wish.on, wish.reason}}};
}

}  // namespace minqing::casework
