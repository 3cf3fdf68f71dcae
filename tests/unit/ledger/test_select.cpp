// SPDX-License-Identifier: MIT
// Selections: each criterion of a QUERY, their combinations, order, limits and words.

#include "lib/ledger/select.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;
using C = Criterion;

const base::Date kToday = day("2026-11-25");

class Builder {
 public:
  explicit Builder(SampleLedger& sample) : sample_(sample) {}

  std::string record(const char* at, const std::function<void(Particulars&)>& change) {
    sample_.set_clock(at);
    Register wish = water_matter();
    wish.particulars.area.reset();
    change(wish.particulars);
    return sample_.record(wish);
  }
  void step(const char* at, const std::string& number, Wish wish, const char* by = kClerk) {
    sample_.set_clock(at);
    sample_.write(std::move(wish), number, by);
  }

 private:
  SampleLedger& sample_;
};

/// 1 closed · 2 handed to the default unit, late · 3 registered for the day before · 4
/// confidential, signed for · 5 voided · 6 explained too late, dissatisfied · 7 registered.
void fill(SampleLedger& sample) {
  Builder build(sample);
  const std::string one =
      build.record("2026-11-16T09:00:00", [](Particulars& p) { p.area = kHotWaterVillage; });
  build.step("2026-11-16T10:00:00", one, Assign{.automatic = true, .handler = kHandler});
  build.step("2026-11-16T11:00:00", one, SignFor{}, kHandler);
  build.step("2026-11-17T09:00:00", one, Resolve{ResultKind::solved, personal("已修复")}, kHandler);
  build.step("2026-11-17T10:00:00", one, Check{}, kChecker);
  build.step("2026-11-17T11:00:00", one, FeedBack{}, kHandler);
  build.step("2026-11-18T09:00:00", one, CallBack{.satisfaction = Satisfaction::satisfied},
             kChecker);

  const std::string two = build.record("2026-11-16T15:00:00", [](Particulars& p) {
    p.nature = "complaint";
    p.category = "sanitation";
    p.channel = "letter";
    p.urgency = Urgency::urgent;
  });
  build.step("2026-11-16T16:00:00", two, Assign{.automatic = true});

  sample.set_clock("2026-11-17T09:00:00");
  Order early = order_of({{.wish = water_matter()}});
  early.at = moment("2026-11-15");
  auto& third = std::get<Register>(early.commands[0].wish).particulars;
  third.nature = "inquiry";
  third.category = "other";
  third.channel = "online";
  third.urgency = Urgency::critical;
  third.area.reset();
  sample.write(early);

  const std::string four = build.record("2026-11-18T09:00:00", [](Particulars& p) {
    p.nature = "accusation";
    p.category = "official_conduct";
  });
  build.step("2026-11-18T10:00:00", four, Assign{.automatic = true});
  build.step("2026-11-18T11:00:00", four, SignFor{"zhou_shan"});

  const std::string five = build.record("2026-11-18T15:00:00", [](Particulars& p) {
    p.source = "county_hotline";
    p.source_no = "GD-5";
    p.campaign = "winter";
  });
  build.step("2026-11-19T09:00:00", five, Void{personal("误录")});

  const std::string six =
      build.record("2026-11-19T09:00:00", [](Particulars& p) { p.area = "431026102001"; });
  build.step("2026-11-19T10:00:00", six,
             Assign{.unit = "planning_office", .due_on = day("2026-11-20")});
  build.step("2026-11-19T11:00:00", six, SignFor{}, kHandler);
  build.step("2026-11-23T23:50:00", six, Resolve{ResultKind::explained, personal("已说明")},
             kHandler);
  build.step("2026-11-24T09:00:00", six, Check{}, kChecker);
  build.step("2026-11-24T10:00:00", six, FeedBack{}, kHandler);
  build.step("2026-11-24T11:00:00", six, CallBack{.satisfaction = Satisfaction::dissatisfied},
             kChecker);

  build.record("2026-11-24T15:00:00", [](Particulars& p) {
    p.source = "county_hotline";
    p.source_no = "GD-7";
    p.title = personal("路灯不亮");
    p.content = personal("村口 Lamp 坏了\n晚上看不见路");
  });
}

const SampleLedger& filled() {
  static SampleLedger sample;
  static const bool once = (fill(sample), true);
  static_cast<void>(once);
  return sample;
}

std::string last_digits(const std::vector<ListedIssue>& issues) {
  std::string out;
  for (const ListedIssue& issue : issues) {
    if (!out.empty()) out += ' ';
    out += issue.number.back();
  }
  return out;
}

Term any(C criterion, std::vector<std::string> values) {
  return {.criterion = criterion, .any_of = std::move(values)};
}
Term days(C criterion, const char* from, const char* to) {
  Term term{.criterion = criterion};
  if (from) term.from = day(from);
  if (to) term.to = day(to);
  return term;
}
Term age(std::optional<std::int64_t> at_least, std::optional<std::int64_t> at_most) {
  return {.criterion = C::age_days, .at_least = at_least, .at_most = at_most};
}
Term flag(C criterion, bool yes) { return {.criterion = criterion, .yes = yes}; }
Term no(Term term) {
  term.negated = true;
  return term;
}

}  // namespace

TEST_CASE("each criterion selects its issues, and its negation all others") {
  struct Case {
    Term term;
    const char* found;
    const char* others;
  };
  constexpr std::int64_t kHuge = std::int64_t{1} << 62;
  const std::vector<Case> cases = {
      {any(C::number, {"RS2026-00002", "RS2026-00006"}), "2 6", "1 3 4 5 7"},
      {any(C::number, {"nonsense"}), "", "1 2 3 4 5 6 7"},
      {any(C::state, {"registered"}), "3 7", "1 2 4 5 6"},
      {any(C::state, {"registered", "closed", "called_back"}), "1 3 6 7", "2 4 5"},
      {any(C::unit, {"water_station"}), "1", "2 3 4 5 6 7"},
      {any(C::unit, {"party_affairs_office", "discipline_office"}), "2 4", "1 3 5 6 7"},
      {any(C::handler, {kHandler}), "1", "2 3 4 5 6 7"},
      {any(C::handler, {"zhou_shan"}), "4", "1 2 3 5 6 7"},
      {any(C::category, {"water_supply"}), "1 5 6 7", "2 3 4"},
      {any(C::nature, {"accusation", "inquiry"}), "3 4", "1 2 5 6 7"},
      {any(C::channel, {"letter"}), "2", "1 3 4 5 6 7"},
      {any(C::area, {kHotWaterVillage}), "1", "2 3 4 5 6 7"},
      {any(C::urgency, {"urgent", "critical"}), "2 3", "1 4 5 6 7"},
      {any(C::satisfaction, {"satisfied"}), "1", "2 3 4 5 6 7"},
      {any(C::satisfaction, {"dissatisfied"}), "6", "1 2 3 4 5 7"},
      {any(C::source, {"county_hotline"}), "5 7", "1 2 3 4 6"},
      {any(C::source_no, {"GD-7"}), "7", "1 2 3 4 5 6"},
      {any(C::campaign, {"winter"}), "5", "1 2 3 4 6 7"},
      {any(C::unit, {}), "", "1 2 3 4 5 6 7"},
      {any(C::unit, {"x' OR '1'='1", "\"; DROP TABLE issue --"}), "", "1 2 3 4 5 6 7"},
      {days(C::registered_on, "2026-11-17", "2026-11-18"), "4 5", "1 2 3 6 7"},
      {days(C::registered_on, "2026-11-19", nullptr), "6 7", "1 2 3 4 5"},
      {days(C::registered_on, nullptr, "2026-11-15"), "3", "1 2 4 5 6 7"},
      {days(C::registered_on, nullptr, "2026-11-16"), "1 2 3", "4 5 6 7"},
      {days(C::due_on, nullptr, "2026-11-23"), "1 2 6", "3 4 5 7"},
      {days(C::due_on, "2026-11-20", "2026-11-20"), "6", "1 2 3 4 5 7"},
      {days(C::due_on, nullptr, nullptr), "1 2 4 6", "3 5 7"},  // has a due date at all
      {days(C::resolved_on, "2026-11-23", "2026-11-23"), "6", "1 2 3 4 5 7"},
      {days(C::resolved_on, nullptr, "2026-11-22"), "1", "2 3 4 5 6 7"},
      {days(C::closed_on, "2026-11-18", nullptr), "1", "2 3 4 5 6 7"},
      {days(C::closed_on, "2026-11-19", nullptr), "", "1 2 3 4 5 6 7"},
      {age(7, {}), "1 2 3 4 5", "6 7"},
      {age({}, 1), "7", "1 2 3 4 5 6"},
      {age(6, 7), "4 5 6", "1 2 3 7"},
      {age(10, 10), "3", "1 2 4 5 6 7"},
      {age(kHuge, {}), "", "1 2 3 4 5 6 7"},
      {age({}, kHuge), "1 2 3 4 5 6 7", ""},
      {flag(C::overdue, true), "2 6", "1 3 4 5 7"},
      {flag(C::overdue, false), "1 3 4 5 7", "2 6"},
      {flag(C::open, true), "2 3 4 6 7", "1 5"},
      {flag(C::open, false), "1 5", "2 3 4 6 7"},
      {flag(C::confidential, true), "4", "1 2 3 5 6 7"},
      {flag(C::confidential, false), "1 2 3 5 6 7", "4"},
      {any(C::resident_name, {"何田"}), "1 2 3 4 5 6 7", ""},
      {any(C::resident_phone, {"13800000009", "138 0000 0001"}), "1 2 3 4 5 6 7", ""},
      {any(C::resident_name, {"沈青"}), "", "1 2 3 4 5 6 7"},
  };
  Ledger ledger = filled().read();
  for (const Case& c : cases) {
    CAPTURE(static_cast<int>(c.term.criterion), c.found);
    const auto selected = [&](const Term& term) {
      const Selection selection{.terms = {term}, .words = {}};
      const auto issues = select(ledger, selection, {.today = kToday, .with_text = false});
      CHECK(count(ledger, selection, kToday) == static_cast<std::int64_t>(issues.size()));
      return last_digits(issues);
    };
    CHECK(selected(c.term) == c.found);
    CHECK(selected(no(c.term)) == c.others);
  }
}

TEST_CASE("all terms hold, and all words occur in title or content") {
  struct Case {
    Selection selection;
    const char* found;
  };
  const std::vector<Case> cases = {
      {{}, "1 2 3 4 5 6 7"},
      {{.terms = {any(C::state, {"registered"}), any(C::source, {"county_hotline"})}}, "7"},
      {{.terms = {flag(C::open, true), no(any(C::unit, {"planning_office"})), age(6, {})}},
       "2 3 4"},
      {{.words = {"路灯"}}, "7"},
      {{.words = {"LAMP"}}, "7"},
      {{.words = {"ｌａｍｐ", "看不见"}}, "7"},
      {{.words = {"路灯", "自来水"}}, ""},
      {{.words = {"自来水"}}, "1 2 3 4 5 6"},
      {{.terms = {flag(C::overdue, true)}, .words = {"浑浊"}}, "2 6"},
      {{.words = {"13800000001"}}, ""},  // identities are no text
  };
  Ledger ledger = filled().read();
  for (const Case& c : cases) {
    CHECK(last_digits(select(ledger, c.selection, {.today = kToday})) == c.found);
    // Words are compared also where the caller does not want the text.
    CHECK(last_digits(select(ledger, c.selection, {.today = kToday, .with_text = false})) ==
          c.found);
  }
}

TEST_CASE("lists are ordered and cut as asked") {
  Ledger ledger = filled().read();
  const auto sorted = [&](SortBy sort, std::int64_t limit = 0) {
    return last_digits(select(ledger, {}, {.today = kToday, .sort = sort, .limit = limit}));
  };
  CHECK(sorted(SortBy::by_number) == "1 2 3 4 5 6 7");
  CHECK(sorted(SortBy::by_due) == "1 6 2 4 3 5 7");  // without a date last
  CHECK(sorted(SortBy::by_registration) == "3 1 2 4 5 6 7");
  CHECK(sorted(SortBy::by_unit) == "4 2 6 1 3 5 7");
  CHECK(sorted(SortBy::by_due, 2) == "1 6");
  CHECK(sorted(SortBy::by_number, 99) == "1 2 3 4 5 6 7");
}

TEST_CASE("a listed issue shows what the row and the sealed text hold") {
  Ledger ledger = filled().read();
  const SelectOptions everything{.today = kToday, .with_residents = true};
  const ListedIssue six = find_listed(ledger, "RS2026-00006", everything).value();
  CHECK(six.id == 20260000006);
  CHECK(six.state == State::called_back);
  CHECK(six.round == 1);
  CHECK(six.registered_at == moment("2026-11-19T09:01:00"));
  CHECK(six.channel == "call");
  CHECK(six.area == "431026102001");
  CHECK(six.unit == "planning_office");
  CHECK_FALSE(six.handler);
  CHECK(six.due_on == day("2026-11-20"));
  CHECK(six.resolved_at == moment("2026-11-23T23:51:00"));
  CHECK_FALSE(six.closed_at);
  CHECK(six.satisfaction == Satisfaction::dissatisfied);
  CHECK(six.title.empty());
  CHECK(six.content == "自来水浑浊三天了");
  REQUIRE(six.residents.size() == 1);
  CHECK(six.residents[0].phone->plain == "13800000001");

  const ListedIssue seven = find_listed(ledger, "RS2026-00007", {.today = kToday}).value();
  CHECK(seven.title == "路灯不亮");
  CHECK(seven.matter() == "路灯不亮");
  CHECK(seven.source_no == "GD-7");
  CHECK(seven.residents.empty());
  const ListedIssue bare =
      find_listed(ledger, "RS2026-00007", {.today = kToday, .with_text = false}).value();
  CHECK(bare.content.empty());
  CHECK_FALSE(find_listed(ledger, "RS2026-00099", everything));
  CHECK_FALSE(find_listed(ledger, "nonsense", everything));
}

TEST_CASE("the matter of an issue is one line") {
  ListedIssue issue;
  issue.content = "  村口 Lamp\r\n\r\n坏了\t很久\u3000了 ";
  CHECK(issue.matter() == "村口 Lamp 坏了 很久 了");
  issue.title = "路灯";
  CHECK(issue.matter() == "路灯");
}

TEST_CASE("late by the row and late by the query are the same") {
  Ledger ledger = filled().read();
  const Selection late{.terms = {flag(C::overdue, true)}, .words = {}};
  for (int days_later = -12; days_later <= 5; ++days_later) {
    const base::Date today = kToday + days_later;
    CAPTURE(base::to_string(today));
    std::vector<ListedIssue> by_row;
    for (const ListedIssue& issue : select(ledger, {}, {.today = today})) {
      if (issue.is_overdue(today)) by_row.push_back(issue);
    }
    CHECK(last_digits(select(ledger, late, {.today = today})) == last_digits(by_row));
  }
}

}  // namespace minqing::ledger
