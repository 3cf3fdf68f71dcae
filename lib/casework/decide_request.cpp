// SPDX-License-Identifier: MIT
// Asking and answering: where the schema wants approval, a request alone moves nothing.

#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

namespace {

bool needs_approval(const Case& c, const RequestMade& request) {
  // A sheet that was kept elsewhere tells what was approved there.
  if (c.circumstances.imported) return false;
  const schema::Requests& of = c.schema().requests;
  switch (request.request) {
    case RequestKind::extend:
      return of.extend;
    case RequestKind::suspend:
      return of.suspend;
    case RequestKind::returned:
      return of.returned;
    case RequestKind::exclude:
      return of.exclude;
    case RequestKind::amend:
      return of.amend;
    case RequestKind::close:
      return of.close;
  }
  return true;
}

/// The open request that is meant, or why it is not clear.
Verdict find_open(const Case& c, std::optional<RequestKind> wanted, const Request*& out) {
  const auto& open = c.issue->requests;
  if (wanted) {
    out = c.issue->find_request(*wanted);
    if (out) return {};
    return refuse(base::Exit::conflict,
                  base::text("{} 没有待批的{}申请", "{} has no open request for {}",
                             c.issue->number, label_of(*wanted)));
  }
  if (open.size() == 1) {
    out = &open.front();
    return {};
  }
  if (open.empty()) {
    return refuse(base::Exit::conflict,
                  base::text("{} 没有待批的申请", "{} has no open request", c.issue->number),
                  base::text("看全部待批：列表 @待批", "see all of them: list @待批"));
  }
  base::Text kinds;
  for (const Request& one : open) {
    kinds.zh += (kinds.zh.empty() ? "" : "、") + label_of(one.wish.request).zh;
    kinds.en += (kinds.en.empty() ? "" : ", ") + std::string(id_of(one.wish.request));
  }
  return refuse(
      base::Exit::conflict,
      base::text("{} 有几项待批：{}", "{} has several open requests: {}", c.issue->number, kinds),
      base::text("用 --事项 写明是哪一项", "say which with --request"));
}

/// Who may answer, and not who asked.
std::optional<Verdict> refuse_approver(const Case& c, const Request& open) {
  if (open.made_by == c.circumstances.by) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 的申请由本人提出，不能由本人批准", "{}: who asked cannot answer the request",
                   c.issue->number),
        base::text("请有权批准的同志来做（--经办 姓名）", "let an approver do it (--by)"));
  }
  if (may_approve(c)) return std::nullopt;
  return refuse(base::Exit::permission,
                base::text("按规则您不能批准", "the schema does not let you approve"),
                base::text("请有权批准的领导来做；纸上已批的，用 --经办 领导姓名 录入",
                           "let a leader do it; what was approved on paper is entered with --by"));
}

}  // namespace

bool may_approve(const Case& c) {
  const Person* person = c.rules.roster.person(c.circumstances.by);
  if (!person) return !c.rules.roster.has_people();
  return c.schema().approvers.admit(person->id, person->post.value_or(""),
                                    person->unit.value_or(""));
}

Verdict ask_or_do(const Case& c, RequestMade request) {
  Verdict effect = carry_out_request(c, request);
  if (effect.refusal || !needs_approval(c, request)) return effect;
  if (c.issue->find_request(request.request)) {
    return refuse(
        base::Exit::conflict,
        base::text("{} 已有待批的{}申请", "{} has an open request for {}", c.issue->number,
                   label_of(request.request)),
        base::text("要改申请，先收回：驳回 {} --事项 {} --理由 …",
                   "to change it, take it back first: refuse {} --request {} --reason …",
                   c.issue->number,
                   base::Text{label_of(request.request).zh, std::string(id_of(request.request))}));
  }
  return {.events = {std::move(request)}};
}

Verdict carry_out_request(const Case& c, const RequestMade& request) {
  switch (request.request) {
    case RequestKind::extend:
      return effect_of_extension(c, request);
    case RequestKind::suspend:
      return effect_of_suspension(c, request);
    case RequestKind::returned:
      return effect_of_return(c, request);
    case RequestKind::exclude:
      return {.events = {IssueExcluded{request.reason}}};
    case RequestKind::amend:
      return effect_of_amendment(c, request);
    case RequestKind::close:
      return effect_of_closing(c, request);
  }
  return {};
}

Verdict decide_approve(const Case& c, const Approve& wish) {
  const Request* open = nullptr;
  if (Verdict unclear = find_open(c, wish.request, open); !open) return unclear;
  if (auto refusal = refuse_approver(c, *open)) return *refusal;
  Verdict effect = carry_out_request(c, open->wish);
  if (effect.refusal) return effect;
  effect.events.insert(effect.events.begin(), RequestApproved{open->wish.request, wish.words});
  return effect;
}

Verdict decide_refuse(const Case& c, const RefuseRequest& wish) {
  const Request* open = nullptr;
  if (Verdict unclear = find_open(c, wish.request, open); !open) return unclear;
  if (auto refusal = refuse_silence(wish.reason, base::text("驳回", "refusing"),
                                    base::text("--理由", "--reason"))) {
    return *refusal;
  }
  // Who asked may also take the request back.
  if (open->made_by != c.circumstances.by) {
    if (auto refusal = refuse_approver(c, *open)) return *refusal;
  }
  return {.events = {RequestRefused{open->wish.request, wish.reason}}};
}

}  // namespace minqing::casework
