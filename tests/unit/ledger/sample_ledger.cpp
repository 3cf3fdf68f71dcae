// SPDX-License-Identifier: MIT
#include "tests/unit/ledger/sample_ledger.hpp"

#include "lib/base/digest.hpp"
#include "lib/base/file.hpp"
#include "lib/ledger/load.hpp"
#include "tests/unit/ledger/raw_database.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace minqing::ledger {

namespace {

using namespace casework;

constexpr const char* kSmallRules = R"(--- schema.yaml
id: small
name: {zh: 小台账, en: Small ledger}
fields:
  content: {headings: [诉求内容]}
natures: {help: 求助, accusation: 举报}
channels: {call: 来电}
categories:
  water_supply: {label: 供水, route: water_station}
  other: {label: 其他}
units:
  - {id: water_station, name: 水务站}
  - {id: office, name: 综合办}
areas:
  - {code: "431026102200", name: 热水村, level: village}
default_unit: office
limits: {handle: 5wd}
)";
constexpr const char* kSmallCalendar = "date,name,kind\n2026-10-01,国庆节,holiday\n";

/// Opened once for all tests; each takes copies of the two files.
const Location& original(Preset preset) {
  static Folder folder;
  static const auto open = [](Preset of, const std::string& name) {
    const Location location{folder.file(name + ".ledger"), folder.file(name + ".key"), {}};
    create_ledger(location, opening(of), clock_at(instant("2026-11-16T09:00:00")));
    return location;
  };
  static const Location township = open(Preset::township, "township");
  static const Location small = open(Preset::small, "small");
  return preset == Preset::township ? township : small;
}

/// Wishes that may fit the state of an issue, and some that do not.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
  bool once_in(int times) { return pick(times) == 0; }
  template <class E>
  E any(E last) {
    return static_cast<E>(pick(static_cast<int>(last) + 1));
  }
  std::optional<Personal> maybe_words() {
    if (once_in(3)) return std::nullopt;
    return words();
  }
  Personal words() { return personal("第" + std::to_string(pick(1000)) + "次说明"); }

  Register registration() {
    Register wish = water_matter();
    Particulars& of = wish.particulars;
    static constexpr const char* kCategories[] = {"water_supply", "farm_water", "sanitation",
                                                  "other", "official_conduct"};
    static constexpr const char* kNatures[] = {"help", "inquiry", "complaint", "accusation"};
    of.category = kCategories[pick(5)];
    of.nature = kNatures[pick(4)];
    of.urgency = any(Urgency::critical);
    if (once_in(3)) of.area.reset();
    if (once_in(4)) of.people_count = 1 + pick(30);
    if (once_in(3)) {
      of.source = "county_hotline";
      of.source_no = "GD" + std::to_string(pick(40));
      of.source_due_on = day("2026-12-01");
    }
    if (once_in(3)) of.title = words();
    if (once_in(5)) of.residents.push_back({.anonymous = true});
    if (once_in(4)) {
      const std::string row = std::to_string(pick(40));
      wish.import_mark =
          ImportMark{"", "key-" + row, "digest-" + std::to_string(pick(2)), "一!" + row};
    }
    return wish;
  }

  Wish step(std::string_view name) {
    if (name == "assign") {
      Assign wish{.automatic = !once_in(3)};
      if (!wish.automatic) wish.unit = "planning_office";
      if (once_in(2)) wish.handler = kHandler;
      if (once_in(3)) wish.co_units = {"finance_office"};
      if (once_in(4)) wish.leader = "zhou_shan";
      if (once_in(5)) wish.due_on = day("2027-03-01");
      if (once_in(5)) wish.limit = calendar::parse_limit("24h");
      return wish;
    }
    if (name == "sign")
      return SignFor{once_in(2) ? std::optional<std::string>(kHandler) : std::nullopt};
    if (name == "follow-up") return NoteProgress{!once_in(3), maybe_words()};
    if (name == "resolve") return Resolve{any(ResultKind::withdrawn), words()};
    if (name == "check") return Check{!once_in(3), maybe_words()};
    if (name == "feedback")
      return FeedBack{any(Recipient::office), any(Method::meeting), maybe_words()};
    if (name == "close") return Close{any(CloseGround::withdrawn), words()};
    if (name == "reopen") return Reopen{words()};
    if (name == "void") return Void{words()};
    CallBack wish{.satisfaction = any(Satisfaction::very_dissatisfied), .said = maybe_words()};
    if (once_in(2)) wish.solved = once_in(2);
    if (once_in(2)) wish.responded = once_in(2);
    if (once_in(3)) wish.unreached = any(Unreached::no_contact);
    return wish;
  }

  Wish of_the_ledger(int number) {
    if (once_in(2)) {
      return RosterChanged{{{"unit_" + std::to_string(pick(3)),
                             "单位" + std::to_string(number),
                             {"别名" + std::to_string(number)},
                             "office",
                             {}}},
                           {{"person_" + std::to_string(pick(3)),
                             "某" + std::to_string(number),
                             {},
                             "unit_0",
                             {},
                             {}}},
                           {}};
    }
    return ReportPublished{"weekly",
                           "〔2026〕" + std::to_string(number) + "号",
                           2026,
                           number,
                           day("2026-11-09"),
                           day("2026-11-16"),
                           4,
                           "aa",
                           "bb",
                           "html"};
  }

 private:
  std::mt19937 random_;
};

/// One to eight steps of one issue in one order, as the state after each allows; decided on a copy.
std::vector<Command> steps_of(Chance& chance, Ledger& ledger, Issue issue, const std::string& by,
                              base::Instant now) {
  std::vector<Command> commands;
  const base::Moment at = base::local_moment(now, 480);
  std::optional<Issue> state = std::move(issue);
  for (int left = 1 + chance.pick(8); left > 0; --left) {
    const auto allowed = allowed_steps(ledger.schema(), *state);
    if (allowed.empty()) break;
    const auto name =
        allowed[static_cast<std::size_t>(chance.pick(static_cast<int>(allowed.size())))];
    if (name == "void" && !chance.once_in(20)) continue;
    const Command command{.wish = chance.step(name), .issue = state->number};
    const Verdict verdict =
        decide(ledger.rules(), &*state, {}, command, {kClerk, by, at, at, false});
    for (const Payload& payload : verdict.events) {
      Event event;
      event.issue = state->number;
      event.occurred_at = at;
      event.by = by;
      event.payload = payload;
      evolve(state, event);
    }
    if (!verdict.refusal) commands.push_back(command);
  }
  return commands;
}

}  // namespace

Folder::Folder() {
  static int count = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("minqing-test-" + base::to_hex(base::random_bytes(6)) + "-" + std::to_string(++count));
  std::filesystem::create_directory(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Opening opening(Preset preset) {
  Opening out;
  out.name = "热水镇民情台账";
  out.site = "RS";
  out.actor = kClerk;
  out.os = {1000, "liuwen", "office-1"};
  if (preset == Preset::small) {
    out.schema_name = "small";
    out.schema_text = kSmallRules;
    out.calendar_text = kSmallCalendar;
    return out;
  }
  static const std::string text =
      schema::load_schema("township", MINQING_SOURCE_DIR "/schemas").text;
  out.schema_name = "township";
  out.schema_text = text;
  out.calendar_text =
      base::read_file(MINQING_SOURCE_DIR "/schemas/calendar/cn-holidays.csv", 1 << 20);
  return out;
}

base::Clock clock_at(base::Instant at) {
  return [at] { return at; };
}

base::Instant instant(std::string_view local_time) {
  const base::Moment at = moment(local_time);
  return {(std::int64_t{at.date.days} * 86400 + at.second - 8 * 3600) * 1'000'000};
}

SampleLedger::SampleLedger(Preset preset)
    : location_{folder_.file("t.ledger"), folder_.file("t.key"), {}},
      now_(instant("2026-11-16T09:00:00")) {
  std::filesystem::copy_file(original(preset).path, location_.path);
  std::filesystem::copy_file(original(preset).key_file, location_.key_file);
}

base::Instant SampleLedger::tick() {
  now_.micros += 60'000'000;
  return now_;
}

Outcome SampleLedger::write(Order order) {
  Ledger ledger(location_, Access::write);
  return carry_out(ledger, order, clock_at(tick()));
}

Outcome SampleLedger::write(Wish wish, const std::string& issue, const std::string& by) {
  return write(order_of({{.wish = std::move(wish), .issue = issue}}, by));
}

std::string SampleLedger::record(Register wish) { return write(std::move(wish)).steps.at(0).issue; }

std::string SampleLedger::record_fed_back(ResultKind kind) {
  const std::string number = record();
  write(order_of({{.wish = Assign{.automatic = true, .handler = kHandler}, .issue = number},
                  {.wish = SignFor{}, .issue = number},
                  {.wish = NoteProgress{true, personal("已到现场")}, .issue = number},
                  {.wish = Resolve{kind, personal("更换了滤料")}, .issue = number}},
                 kHandler));
  write(order_of({{.wish = Check{}, .issue = number}, {.wish = FeedBack{}, .issue = number}},
                 kChecker));
  return number;
}

std::int64_t SampleLedger::events() const {
  return RawDatabase(path()).number("SELECT count(*) FROM event");
}

Order order_of(std::vector<Command> commands, const std::string& by) {
  Order order;
  order.commands = std::move(commands);
  order.actor = kClerk;
  order.by = by;
  order.os = {1000, "liuwen", "office-1"};
  return order;
}

void live(SampleLedger& sample, unsigned seed, int orders) {
  Chance chance(seed);
  static constexpr const char* kPeople[] = {kClerk, kHandler, kChecker};
  std::vector<std::string> numbers;
  for (int i = 0; i < orders; ++i) {
    const std::string by = kPeople[chance.pick(3)];
    Ledger ledger(sample.location(), Access::write);
    const base::Instant now = sample.tick();
    Order order = order_of({}, by);
    if (numbers.empty() || chance.once_in(4)) {
      for (int more = 1 + chance.pick(3); more > 0; --more) {
        order.commands.push_back({.wish = chance.registration()});
      }
    } else if (chance.once_in(10)) {
      order.commands.push_back({.wish = chance.of_the_ledger(i)});
    } else {
      const auto& number =
          numbers[static_cast<std::size_t>(chance.pick(static_cast<int>(numbers.size())))];
      order.commands =
          steps_of(chance, ledger, load_issue(ledger.db(), *issue_id(number)).value(), by, now);
    }
    order.imported = chance.once_in(10);
    try {
      for (const Step& step : carry_out(ledger, order, clock_at(now)).steps) {
        if (!step.issue.empty() && !step.already) numbers.push_back(step.issue);
      }
    } catch (const Refused&) {
      // A sender's number twice: the rules at work.
    }
  }
}

}  // namespace minqing::ledger
