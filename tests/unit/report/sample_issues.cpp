// SPDX-License-Identifier: MIT
#include "tests/unit/report/sample_issues.hpp"

#include <utility>

#include "lib/base/file.hpp"

namespace minqing::report {

namespace {

using namespace casework;

constexpr const char* kCalendarFile = MINQING_SOURCE_DIR "/schemas/calendar/cn-holidays.csv";

schema::Category category(std::string id, std::string parent, base::Text label) {
  return {.id = std::move(id), .parent = std::move(parent), .label = std::move(label)};
}

schema::Schema make_schema() {
  schema::Schema schema;
  schema.limits.sign = calendar::Limit{1, calendar::LimitClock::working_day};
  schema.limits.handle = {3, calendar::LimitClock::working_day};
  schema.categories = {category("utilities", "", {"公用设施", "Public utilities"}),
                       category("water_supply", "utilities", {"供水", "Water supply"}),
                       category("power_supply", "utilities", {"供电", "Power supply"}),
                       category("environment", "", {"环境市容", "Environment"}),
                       category("refuse", "environment", {"垃圾清运", "Refuse"}),
                       category("conduct", "", {"干部作风", "Conduct of officials"})};
  schema.natures = {{"inquiry", {"咨询", "Inquiry"}, {}},
                    {"help", {"求助", "Help"}, {}},
                    {"complaint", {"投诉", "Complaint"}, {}},
                    {"accusation", {"举报", "Accusation"}, {}}};
  schema.channels = {{"call", {"来电", "Telephone call"}, {}}, {"visit", {"走访", "Visit"}, {}}};
  schema.bulletin.title = {"清河镇民生诉求办理督查通报", "Qinghe Township bulletin"};
  schema.bulletin.mark = "清政督〔{year}〕{number}号";
  schema.bulletin.issuer = "清河镇党政综合办公室";
  schema.bulletin.next_steps = {"超期未办结事项由承办单位主要负责人逐件说明原因。"};
  return schema;
}

casework::Roster make_roster() {
  RosterChanged change;
  const auto unit = [&](std::string id, std::string name) {
    change.units.push_back({.id = std::move(id), .name = std::move(name), .kind = "station"});
  };
  unit("water", "水务站");
  unit("power", "供电所");
  unit("street", "综合行政执法队");
  unit("office", "党政综合办公室");
  unit("qingxi", "清溪村");
  change.areas.push_back({.code = "431026101201", .name = "清溪村", .level = "village"});
  Roster roster;
  roster.apply(change);
  return roster;
}

base::Moment moment(std::string_view on) {
  return base::parse_moment("2026-" + std::string(on)).value();
}

}  // namespace

const schema::Schema& sample_schema() {
  static const schema::Schema schema = make_schema();
  return schema;
}

const casework::Roster& sample_roster() {
  static const casework::Roster roster = make_roster();
  return roster;
}

const calendar::Calendar& shipped_calendar() {
  static const calendar::Calendar calendar =
      calendar::Calendar::parse(base::read_file(kCalendarFile, 1 << 20), kCalendarFile);
  return calendar;
}

Story::Story(std::string number, std::string_view on, std::string category, std::string nature,
             std::string channel)
    : number_(std::move(number)) {
  IssueRegistered event;
  event.particulars.category = std::move(category);
  event.particulars.nature = std::move(nature);
  event.particulars.channel = std::move(channel);
  event.particulars.residents = {{.name = personal("林小满"), .phone = personal("13800000001")}};
  event.particulars.content = personal("自来水浑浊三天了");
  happen(on, std::move(event));
}

Story& Story::happen(std::string_view on, Payload payload) {
  Event event;
  event.issue = number_;
  event.occurred_at = moment(on);
  event.payload = std::move(payload);
  evolve(issue_, event);
  return *this;
}

Story& Story::confidential() {
  issue_->particulars.confidential = true;
  return *this;
}

Story& Story::in_village(std::string area) {
  issue_->particulars.area = std::move(area);
  return *this;
}

Story& Story::hand_over(std::string_view on, std::string unit, std::string_view due,
                        std::optional<std::int64_t> due_minute, AssignmentBasis basis) {
  IssueAssigned event;
  event.unit = std::move(unit);
  event.basis = basis;
  event.due.due_on = moment(due).date;
  event.due.due_minute = due_minute;
  return happen(on, std::move(event));
}

Story& Story::assigned(std::string_view on, std::string unit, std::string_view due,
                       std::optional<std::int64_t> due_minute) {
  return hand_over(on, std::move(unit), due, due_minute, AssignmentBasis::category);
}

Story& Story::signed_for(std::string_view on) { return happen(on, IssueSignedFor{}); }

Story& Story::resolved(std::string_view on, ResultKind kind) {
  return happen(on, IssueResolved{kind, personal("已更换滤料")});
}

Story& Story::checked(std::string_view on) { return happen(on, IssueChecked{}); }

Story& Story::fed_back(std::string_view on) { return happen(on, IssueFedBack{}); }

Story& Story::called_back(std::string_view on, Satisfaction satisfaction,
                          std::optional<bool> responded, std::optional<bool> solved) {
  IssueCalledBack event;
  event.satisfaction = satisfaction;
  event.responded = responded;
  event.solved = solved;
  return happen(on, std::move(event));
}

Story& Story::unreached(std::string_view on) {
  IssueCalledBack event;
  event.unreached = Unreached::no_answer;
  return happen(on, std::move(event));
}

Story& Story::closed(std::string_view on, CloseGround ground) {
  return happen(on, IssueClosed{ground, std::nullopt});
}

Story& Story::reopened(std::string_view on) {
  return happen(on, IssueReopened{issue_->round().no + 1, ReopenCause::dissatisfied, {}});
}

Story& Story::reopened(std::string_view on, std::string unit, std::string_view due) {
  reopened(on);
  return hand_over(on, std::move(unit), due, {}, AssignmentBasis::same_unit);
}

Story& Story::voided(std::string_view on) { return happen(on, IssueVoided{personal("重复录入")}); }

Story& Story::finished(std::string_view on, Satisfaction satisfaction) {
  if (!issue_->assignment()->signed_at) signed_for(on);
  return resolved(on).checked(on).fed_back(on).called_back(on, satisfaction).closed(on);
}

Figures figures_of(const std::vector<Issue>& issues, base::Period period) {
  const FigureQuestion question{sample_schema(), sample_roster(), shipped_calendar(), period};
  return compute(question, [&](base::Date, const auto& act) {
    for (const Issue& issue : issues) act(issue);
  });
}

Figures figures_of(const std::vector<Story>& stories, base::Period period) {
  std::vector<Issue> issues;
  for (const Story& story : stories) issues.push_back(story.issue());
  return figures_of(issues, period);
}

}  // namespace minqing::report
