// SPDX-License-Identifier: MIT
#include "cli/phrases.hpp"

#include <algorithm>

#include "cli/extra_fields.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::same;
using base::Text;
using base::text;

constexpr base::Word kEventKinds[] = {
    {"ledger_opened", "开账", "ledger opened"},
    {"schema_applied", "启用规则", "schema applied"},
    {"calendar_applied", "启用日历", "calendar applied"},
    {"roster_changed", "更新名册", "roster changed"},
    {"issue_registered", "已登记", "registered"},
    {"issue_assigned", "已交办", "assigned"},
    {"issue_signed_for", "已签收", "signed for"},
    {"progress_noted", "办理进展", "progress"},
    {"issue_resolved", "已办结", "resolved"},
    {"issue_checked", "已核查", "checked"},
    {"issue_reopened", "重办", "reopened"},
    {"issue_fed_back", "已反馈", "fed back"},
    {"issue_called_back", "回访", "called back"},
    {"issue_closed", "已销号", "closed"},
    {"issue_voided", "已作废", "voided"},
    {"identity_revealed", "查看明文", "identity revealed"},
    {"report_published", "发布报表", "report published"},
    {"issue_accepted", "已受理", "accepted"},
    {"issue_returned", "已退回", "returned"},
    {"assignment_recalled", "已收回", "recalled"},
    {"deadline_extended", "已延期", "extended"},
    {"deadline_corrected", "时限更正", "deadline corrected"},
    {"issue_suspended", "已挂账", "suspended"},
    {"issue_resumed", "已恢复", "resumed"},
    {"issue_amended", "已更正", "amended"},
    {"step_undone", "已撤销", "undone"},
    {"issue_merged", "已并案", "merged"},
    {"issue_unmerged", "已分案", "unmerged"},
    {"issue_excluded", "已剔除", "excluded"},
    {"request_made", "申请", "request"},
    {"request_approved", "批准", "approved"},
    {"request_refused", "驳回", "refused"},
    {"issue_instructed", "批示", "instructed"},
    {"issue_attached", "附件", "attached"},
    {"issue_answered", "已回单", "answered"},
    {"issue_handed_over", "移交", "handed over"},
    {"paper_issued", "印发文书", "paper issued"},
    {"diary_written", "民情日记", "diary"},
    {"diary_reviewed", "日记阅批", "diary reviewed"},
    {"diary_voided", "日记作废", "diary voided"},
    {"card_given", "发联系卡", "card given"},
    {"card_recalled", "收回联系卡", "card recalled"},
};

/// Parts that say something, joined by commas of the language.
class Sentence {
 public:
  Sentence& add(const Text& part) {
    if (part.empty()) return *this;
    out_.zh += (out_.zh.empty() ? "" : "，") + part.zh;
    out_.en += (out_.en.empty() ? "" : ", ") + part.en;
    return *this;
  }
  Text take() { return std::move(out_); }

 private:
  Text out_;
};

struct Details {
  const Names& names;

  Text words(const casework::Personal& personal) const {
    return same(names.reveals("content") ? personal.plain : privacy::mask_text(personal.plain));
  }
  Text words(const std::optional<casework::Personal>& personal) const {
    return personal ? words(*personal) : Text{};
  }
  Text which(const std::optional<std::int64_t>& resident) const {
    return resident ? text("第 {} 位诉求人", "resident {}", *resident) : Text{};
  }
  Text person(const std::optional<std::string>& id) const {
    return id ? same(names.person(*id)) : Text{};
  }

  /// `联系电话 138****0001 → 138****0002`
  Text change_of(const casework::Amendment& change) const {
    const schema::Field* field = names.schema.find_field(change.field);
    const Text label = field                    ? field->label
                       : change.field == "card" ? text("联系卡", "card")
                                                : same(change.field);
    return text("{} {} → {}", "{} {} → {}", label,
                old_or_new(change, change.before, change.personal_before),
                old_or_new(change, change.after, change.personal_after));
  }
  Text old_or_new(const casework::Amendment& change, const std::optional<std::string>& open,
                  const std::optional<casework::Personal>& personal) const {
    if (personal) return same(masked_value(change.field, personal->plain));
    if (!open || open->empty()) return text("（无）", "(none)");
    return value_label(change.field, *open);
  }
  std::string masked_value(const std::string& field, const std::string& plain) const {
    if (field == "resident") return names.reveals("name") ? plain : privacy::mask_name(plain);
    if (field == "phone") return names.reveals("phone") ? plain : privacy::mask_phone(plain);
    if (field == "address") return names.reveals("address") ? plain : privacy::mask_address(plain);
    const schema::Field* known = names.schema.find_field(field);
    if (known != nullptr && known->extra) return shown_personal(names, field, plain);
    return names.reveals("content") ? plain : privacy::mask_text(plain);
  }
  /// Ids as people call them.
  Text value_label(const std::string& field, const std::string& value) const {
    if (field == "category") return names.category(value);
    if (field == "nature") return names.nature(value);
    if (field == "channel") return names.channel(value);
    if (field == "village") return same(names.area(value));
    if (field == "handler" || field == "leader_in_charge") return same(names.person(value));
    if (field == "urgency") {
      const auto urgency = casework::parse_word<casework::Urgency>(value);
      return urgency ? label_of(*urgency) : same(value);
    }
    if (field == "confidential") return value == "yes" ? text("是", "yes") : text("否", "no");
    return same(value);
  }

  Text operator()(const casework::LedgerOpened& data) const { return same(data.name); }
  Text operator()(const casework::SchemaApplied& data) const {
    return same(data.name + " " + data.digest.substr(0, 16));
  }
  Text operator()(const casework::CalendarApplied& data) const {
    return same(data.digest.substr(0, 16));
  }
  Text operator()(const casework::RosterChanged& data) const {
    Sentence out;
    for (const auto& entry : data.units) out.add(end_of(entry, names));
    for (const auto& entry : data.people) out.add(end_of(entry, names));
    for (const auto& entry : data.areas) out.add(end_of(entry, names));
    out.add(text("单位 {}，人员 {}，区划 {}", "{}, {}, {}",
                 base::counted(data.units.size(), "unit"),
                 base::counted(data.people.size(), "person", "people"),
                 base::counted(data.areas.size(), "area")));
    if (data.reason) out.add(same(*data.reason));
    return out.take();
  }
  /// `水务站 到 2026-11-15 为止（水利站）`; nothing for who stays.
  template <class T>
  static Text end_of(const T& entry, const Names& names) {
    if (!entry.ended) return {};
    const Text out =
        text("{} 到 {} 为止", "{} until {}", entry.name, to_string(entry.ended->until));
    if (!entry.ended->successor) return out;
    const std::string& id = *entry.ended->successor;
    const std::string heir = std::is_same_v<T, casework::Unit>     ? names.unit(id)
                             : std::is_same_v<T, casework::Person> ? names.person(id)
                                                                   : names.area(id);
    return text("{}（{}接手）", "{} (then {})", out, heir);
  }
  Text operator()(const casework::IssueHandedOver& data) const {
    return Sentence().add(same(names.person(data.handler))).add(words(data.reason)).take();
  }
  Text operator()(const casework::IssueRegistered& data) const {
    const auto& of = data.particulars;
    Sentence out;
    out.add(names.channel(of.channel))
        .add(names.nature(of.nature))
        .add(names.category(of.category));
    if (of.area) out.add(same(names.area(*of.area)));
    return out.take();
  }
  Text operator()(const casework::IssueAssigned& data) const {
    Sentence out;
    out.add(same(names.unit(data.unit))).add(person(data.handler));
    for (const std::string& unit : data.co_units)
      out.add(text("{}协办", "with {}", names.unit(unit)));
    out.add(text("{} 前办结", "due {}", due_text(data.due)));
    const Text limit = data.due.limit ? calendar::to_text(*data.due.limit) : Text{};
    out.add(limit).add(data.rule);
    return out.take();
  }
  Text operator()(const casework::IssueSignedFor& data) const { return person(data.handler); }
  Text operator()(const casework::ProgressNoted& data) const {
    Sentence out;
    if (data.contacted) out.add(text("已先行联系", "first contact made"));
    return out.add(words(data.action_taken)).take();
  }
  Text operator()(const casework::IssueResolved& data) const {
    Sentence out;
    out.add(label_of(data.result_kind));
    if (data.to_body) out.add(text("送{}", "to {}", *data.to_body));
    if (data.their_number) out.add(text("对方编号 {}", "their number {}", *data.their_number));
    if (data.expected_on) {
      out.add(text("预计 {} 答复", "an answer is expected {}", to_string(*data.expected_on)));
    }
    out.add(words(data.result));
    if (data.other_channel) out.add(text("其他途径：{}", "turn to: {}", *data.other_channel));
    return out.take();
  }
  Text operator()(const casework::IssueChecked& data) const {
    return Sentence()
        .add(data.passed ? text("通过", "passed") : text("不通过", "failed"))
        .add(words(data.finding))
        .take();
  }
  Text operator()(const casework::IssueReopened& data) const {
    return Sentence()
        .add(text("第 {} 轮", "round {}", data.round))
        .add(label_of(data.cause))
        .add(words(data.reason))
        .take();
  }
  Text operator()(const casework::IssueFedBack& data) const {
    return Sentence()
        .add(which(data.resident))
        .add(data.to == casework::Recipient::resident ? text("告知诉求人", "told the resident")
                                                      : text("回告交办单位", "told the office"))
        .add(label_of(data.method))
        .add(words(data.said))
        .take();
  }
  Text operator()(const casework::IssueCalledBack& data) const {
    Sentence out;
    out.add(which(data.resident));
    if (data.unreached) {
      out.add(text("未联系上", "not reached")).add(label_of(*data.unreached));
      return out.add(words(data.said)).take();
    }
    if (data.responded) {
      out.add(*data.responded ? text("已联系", "contacted") : text("未联系", "not contacted"));
    }
    if (data.solved)
      out.add(*data.solved ? text("已解决", "solved") : text("未解决", "not solved"));
    return out.add(label_of(data.satisfaction)).add(words(data.said)).take();
  }
  Text operator()(const casework::IssueClosed& data) const {
    return Sentence().add(label_of(data.on)).add(words(data.reason)).take();
  }
  Text operator()(const casework::IssueVoided& data) const {
    Sentence out;
    out.add(words(data.reason));
    if (data.same_as) out.add(text("同 {}", "the same as {}", *data.same_as));
    return out.take();
  }
  Text operator()(const casework::IssueAccepted& data) const { return words(data.words); }
  Text operator()(const casework::IssueReturned& data) const {
    return Sentence()
        .add(data.to_source ? text("退来件单位", "to its sender") : Text{})
        .add(words(data.reason))
        .take();
  }
  Text operator()(const casework::AssignmentRecalled& data) const { return words(data.reason); }
  Text operator()(const casework::DeadlineExtended& data) const {
    Sentence out;
    if (data.source_due_on) {
      out.add(
          text("来件时限改为 {}", "the sender's deadline is {}", to_string(*data.source_due_on)));
    }
    return out.add(text("{} 前办结", "due {}", due_text(data.due))).add(words(data.reason)).take();
  }
  Text operator()(const casework::DeadlineCorrected& data) const {
    return text("{} 前办结", "due {}", due_text(data.due));
  }
  Text operator()(const casework::IssueSuspended& data) const {
    Sentence out;
    out.add(words(data.reason)).add(words(data.plan));
    if (data.review_on) out.add(text("{} 复核", "review {}", to_string(*data.review_on)));
    return out.take();
  }
  Text operator()(const casework::IssueResumed& data) const {
    return Sentence()
        .add(text("{} 前办结", "due {}", due_text(data.due)))
        .add(words(data.reason))
        .take();
  }
  Text operator()(const casework::IssueAmended& data) const {
    Sentence out;
    for (const casework::Amendment& change : data.changes) out.add(change_of(change));
    if (data.due) out.add(text("{} 前办结", "due {}", due_text(*data.due)));
    return out.add(words(data.reason)).take();
  }
  Text operator()(const casework::StepUndone& data) const {
    Sentence out;
    for (const std::string& kind : data.kinds) out.add(kind_label(kind));
    return out.add(words(data.reason)).take();
  }
  Text operator()(const casework::IssueMerged& data) const {
    return Sentence().add(text("并入 {}", "into {}", data.into)).add(words(data.reason)).take();
  }
  Text operator()(const casework::IssueUnmerged& data) const {
    Sentence out;
    if (data.due) out.add(text("{} 前办结", "due {}", due_text(*data.due)));
    return out.add(words(data.reason)).take();
  }
  Text operator()(const casework::IssueExcluded& data) const { return words(data.reason); }
  Text operator()(const casework::RequestMade& data) const {
    Sentence out;
    out.add(label_of(data.request));
    if (data.extend_to) out.add(text("延至 {}", "to {}", to_string(*data.extend_to)));
    if (data.review_on) out.add(text("{} 复核", "review {}", to_string(*data.review_on)));
    if (data.to_source) out.add(text("退来件单位", "to its sender"));
    for (const casework::Amendment& change : data.changes) out.add(change_of(change));
    return out.add(words(data.reason))
        .add(words(data.plan))
        .add(text("待批", "to be approved"))
        .take();
  }
  Text operator()(const casework::RequestApproved& data) const {
    return Sentence().add(label_of(data.request)).add(words(data.words)).take();
  }
  Text operator()(const casework::RequestRefused& data) const {
    return Sentence().add(label_of(data.request)).add(words(data.reason)).take();
  }
  Text operator()(const casework::IssueInstructed& data) const { return words(data.words); }
  Text operator()(const casework::IssueAttached& data) const {
    return Sentence()
        .add(label_of(data.use))
        .add(words(data.name))
        .add(text("{} 字节", "{}", base::counted(data.size, "byte")))
        .take();
  }
  Text operator()(const casework::IssueAnswered& data) const {
    return Sentence().add(label_of(data.method)).add(words(data.words)).take();
  }
  Text operator()(const casework::IdentityRevealed& data) const {
    Text why = same(data.reason.value_or(""));
    for (const schema::Purpose& purpose : names.schema.purposes) {
      if (data.purpose == purpose.id) why = purpose.label;
    }
    std::vector<std::string> seen = data.issues;
    if (data.entries) seen.insert(seen.end(), data.entries->begin(), data.entries->end());
    return text("{} {}", "{} {}", base::join(seen, " "), why);
  }
  Text operator()(const casework::DiaryWritten& data) const {
    const casework::DiaryEntry& entry = data.entry;
    Sentence out;
    out.add(text("{} {} {}", "{} {} {}", data.number, to_string(entry.day),
                 names.person(entry.official)));
    for (const std::string& id : entry.companions)
      out.add(text("{}同行", "with {}", names.person(id)));
    return out.add(text("走访 {} 处", "{}", base::counted(entry.visits.size(), "visit"))).take();
  }
  Text operator()(const casework::DiaryReviewed& data) const {
    return Sentence().add(same(data.number)).add(words(data.words)).take();
  }
  Text operator()(const casework::DiaryVoided& data) const {
    return Sentence().add(same(data.number)).add(words(data.reason)).take();
  }
  Text operator()(const casework::CardGiven& data) const {
    Sentence out;
    out.add(text("{} {}", "{} {}", data.no, names.person(data.official)));
    if (data.area) out.add(same(names.area(*data.area)));
    if (data.household) out.add(same(masked_household(data.household->plain)));
    return out.take();
  }
  Text operator()(const casework::CardRecalled& data) const {
    return Sentence().add(same(data.no)).add(words(data.reason)).take();
  }
  Text operator()(const casework::PaperIssued& data) const {
    return text("{} {} {}", "{} {} {}", data.title, data.mark, data.issue);
  }
  Text operator()(const casework::ReportPublished& data) const {
    return same(data.mark + " " + to_string(data.from) + "—" + to_string(data.to - 1));
  }
};

bool is_code(std::string_view household) {
  const bool has_figure = std::any_of(household.begin(), household.end(),
                                      [](unsigned char c) { return std::isdigit(c) != 0; });
  const std::string half = base::to_half_width(household);
  return has_figure && std::all_of(half.begin(), half.end(), [](unsigned char c) {
           return std::isalnum(c) != 0 || c == '-' || c == '_';
         });
}

bool has_figures(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

bool Names::reveals(std::string_view field) const {
  return std::find(revealed.begin(), revealed.end(), field) != revealed.end();
}

Names Names::of_day(base::Date date) const {
  Names out = *this;
  out.day = date;
  return out;
}

namespace {

template <class T>
std::string called(const Names& names, const T* entry, const std::string& id) {
  if (!entry) return id;
  return names.day ? name_on(*entry, *names.day) : entry->name;
}

}  // namespace

std::string Names::unit(const std::string& id) const { return called(*this, roster.unit(id), id); }

std::string Names::person(const std::string& id) const {
  return called(*this, roster.person(id), id);
}

std::string Names::area(const std::string& code) const {
  return called(*this, roster.area(code), code);
}

base::Text Names::category(const std::string& id) const {
  const schema::Category* known = schema.find_category(id);
  return known ? known->label : same(id);
}

base::Text Names::nature(const std::string& id) const {
  const schema::Choice* known = schema.match_nature(id);
  return known ? known->label : same(id);
}

base::Text Names::channel(const std::string& id) const {
  const schema::Choice* known = schema.match_channel(id);
  return known ? known->label : same(id);
}

base::Text Names::state(casework::State state) const {
  auto it = schema.state_labels.find(std::string(id_of(state)));
  return it == schema.state_labels.end() ? label_of(state) : it->second;
}

base::Text kind_label(std::string_view kind) {
  auto index = base::find_word(kEventKinds, kind);
  if (!index) return same(kind);
  return {std::string(kEventKinds[*index].zh), std::string(kEventKinds[*index].en)};
}

base::Text details(const casework::Payload& payload, const Names& names) {
  return std::visit(Details{names}, payload);
}

std::string masked_household(const std::string& plain) {
  if (is_code(plain)) return plain;
  return has_figures(plain) ? privacy::mask_address(plain) : privacy::mask_name(plain);
}

base::Text due_text(const casework::DueBy& due) {
  std::string day = to_string(due.due_on);
  if (due.due_minute)
    day += fmt::format(" {:02}:{:02}", *due.due_minute / 60, *due.due_minute % 60);
  if (!due.provisional) return same(day);
  return text("{}（暂定，缺日历）", "{} (provisional: no calendar for that year)", day);
}

}  // namespace minqing::cli
