// SPDX-License-Identifier: MIT
#include "cli/phrases.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::cli {

namespace {

using base::same;
using base::Text;
using base::text;

constexpr base::Word kKinds[] = {
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
  Text person(const std::optional<std::string>& id) const {
    return id ? same(names.person(*id)) : Text{};
  }

  Text operator()(const casework::LedgerOpened& data) const { return same(data.name); }
  Text operator()(const casework::SchemaApplied& data) const {
    return same(data.name + " " + data.digest.substr(0, 16));
  }
  Text operator()(const casework::CalendarApplied& data) const {
    return same(data.digest.substr(0, 16));
  }
  Text operator()(const casework::RosterChanged& data) const {
    return text("单位 {}，人员 {}，区划 {}", "{} units, {} people, {} areas", data.units.size(),
                data.people.size(), data.areas.size());
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
    return Sentence().add(label_of(data.result_kind)).add(words(data.result)).take();
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
        .add(data.to == casework::Recipient::resident ? text("告知诉求人", "told the resident")
                                                      : text("回告交办单位", "told the office"))
        .add(label_of(data.method))
        .add(words(data.said))
        .take();
  }
  Text operator()(const casework::IssueCalledBack& data) const {
    Sentence out;
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
  Text operator()(const casework::IssueVoided& data) const { return words(data.reason); }
  Text operator()(const casework::IdentityRevealed& data) const {
    Text why = same(data.reason.value_or(""));
    for (const schema::Purpose& purpose : names.schema.purposes) {
      if (data.purpose == purpose.id) why = purpose.label;
    }
    return text("{} {}", "{} {}", base::join(data.issues, " "), why);
  }
  Text operator()(const casework::ReportPublished& data) const {
    return same(data.mark + " " + to_string(data.from) + "—" + to_string(data.to - 1));
  }
};

}  // namespace

bool Names::reveals(std::string_view field) const {
  return std::find(revealed.begin(), revealed.end(), field) != revealed.end();
}

std::string Names::unit(const std::string& id) const {
  const casework::Unit* known = roster.unit(id);
  return known ? known->name : id;
}

std::string Names::person(const std::string& id) const {
  const casework::Person* known = roster.person(id);
  return known ? known->name : id;
}

std::string Names::area(const std::string& code) const {
  const casework::Area* known = roster.area(code);
  return known ? known->name : code;
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
  auto index = base::find_word(kKinds, kind);
  if (!index) return same(kind);
  return {std::string(kKinds[*index].zh), std::string(kKinds[*index].en)};
}

base::Text details(const casework::Payload& payload, const Names& names) {
  return std::visit(Details{names}, payload);
}

base::Text due_text(const casework::DueBy& due) {
  std::string day = to_string(due.due_on);
  if (due.due_minute)
    day += fmt::format(" {:02}:{:02}", *due.due_minute / 60, *due.due_minute % 60);
  if (!due.provisional) return same(day);
  return text("{}（暂定，缺日历）", "{} (provisional: no calendar for that year)", day);
}

}  // namespace minqing::cli
