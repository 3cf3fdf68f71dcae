// SPDX-License-Identifier: MIT
#include "lib/casework/decide_parts.hpp"

namespace minqing::casework {

namespace {

Verdict unknown_value(base::Text label, const std::string& value) {
  return refuse(base::Exit::rejected,
                base::text("{}“{}”不在规则里", "{} '{}' is not in the schema", label, value));
}

/// Labels match as well, but what stands in an event is the id: rules compare it.
bool is_id(const schema::Choice* choice, const std::string& value) {
  return choice && choice->id == value;
}

std::optional<Verdict> refuse_particulars(const Case& c, const Particulars& of) {
  const auto& schema = c.schema();
  if (of.content.plain.empty() && !of.content.is_sealed()) {
    return refuse(base::Exit::rejected, base::text("没有反映内容", "there is no content"),
                  base::text("请写明群众反映了什么", "say what the resident raised"));
  }
  if (!schema.find_category(of.category)) {
    return unknown_value(base::text("诉求类别", "category"), of.category);
  }
  if (!is_id(schema.match_nature(of.nature), of.nature)) {
    return unknown_value(base::text("诉求性质", "nature"), of.nature);
  }
  if (!is_id(schema.match_channel(of.channel), of.channel)) {
    return unknown_value(base::text("来源渠道", "channel"), of.channel);
  }
  if (of.area && !c.rules.roster.area(*of.area)) {
    return unknown_value(base::text("所属村", "village"), *of.area);
  }
  if (of.area) {
    if (auto refusal = refuse_dissolved(c, *of.area)) return refusal;
  }
  if (of.card) {
    if (auto refusal = refuse_unknown_card(c, *of.card)) return refusal;
  }
  if (of.people_count && *of.people_count < 1) {
    return refuse(base::Exit::rejected,
                  base::text("涉及人数应是正整数", "people_count must be a positive number"));
  }
  return std::nullopt;
}

}  // namespace

Verdict decide_register(const Case& c, const Register& wish) {
  if (c.books.row_holder) {
    return {.already = c.books.row_holder,
            .row_changed = wish.import_mark && wish.import_mark->row_digest != c.books.row_digest};
  }
  if (c.books.source_holder) {
    return refuse(
        base::Exit::conflict,
        base::text("来件编号 {} 已登记为 {}", "sender's number {} is registered as {}",
                   wish.particulars.source_no.value_or(""), *c.books.source_holder),
        base::text("用 查看 {} 看这一件", "see it with 'show {}'", *c.books.source_holder));
  }
  if (auto refusal = refuse_time(c, true)) return *refusal;
  if (auto refusal = refuse_particulars(c, wish.particulars)) return *refusal;

  IssueRegistered event{wish.particulars, wish.import_mark};
  // 举报 and confidential categories keep the resident's identity from the unit concerned
  // (信访工作条例 art. 30 and 46).
  const schema::Category* category = c.schema().find_category(wish.particulars.category);
  if (category->confidential || wish.particulars.nature == "accusation") {
    event.particulars.confidential = true;
  }
  if (c.books.card) event.particulars.card = c.books.card->no;
  if (wish.visit) {
    event.particulars.diary_entry = c.books.last_entry;
    event.particulars.diary_visit = wish.visit;
  }
  Verdict verdict{.events = {std::move(event)}};
  if (wish.answered) {
    verdict.events.push_back(IssueResolved{ResultKind::solved, *wish.answered});
    verdict.events.push_back(IssueFedBack{Recipient::resident, Method::visit, std::nullopt});
  }
  return verdict;
}

Verdict decide_void(const Case& c, const Void& wish) {
  if (wish.same_as && *wish.same_as == c.issue->number) {
    return refuse(
        base::Exit::usage,
        base::text("{} 不能与自己相同", "{} cannot be the same as itself", c.issue->number));
  }
  if (wish.reason.plain.empty()) {
    return refuse(base::Exit::usage, base::text("作废要写明理由", "voiding needs a reason"),
                  base::text("加上 --理由 理由", "add --reason"));
  }
  return {.events = {IssueVoided{wish.reason, wish.same_as}}};
}

}  // namespace minqing::casework
