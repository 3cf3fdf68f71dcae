// SPDX-License-Identifier: MIT
#include "cli/practice.hpp"

#include "cli/resources.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/csv.hpp"
#include "lib/intake/roster_sheet_changes.hpp"
#include "lib/ledger/load.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;
using casework::Roster;
using casework::Wish;

constexpr const char* kRoster = "名册.csv";
constexpr const char* kIssues = "练习.csv";
constexpr std::string_view kClerk = kPractisesAs;
constexpr std::int64_t kMicrosPerDay = 86'400'000'000;

/// Columns of kIssues.
enum Column { days_ago, category, village, name, phone, urgency, content, came_to, result, rating };
constexpr std::size_t kPracticeColumns = 10;
using PracticeRow = std::array<std::string, kPracticeColumns>;

/// How far an issue has come, in the order of the way.
constexpr std::string_view kReached[] = {"登记", "交办", "签收", "跟进", "办结",
                                         "核查", "反馈", "回访", "销号"};

std::vector<PracticeRow> read_rows(const std::string& path) {
  std::vector<PracticeRow> rows;
  const auto source = intake::open_file(path);
  intake::read_csv(*source, {}, [&](const intake::CsvRow& line) {
    if (line.number == 1) return true;
    PracticeRow row;
    for (std::size_t i = 0; i < kPracticeColumns && i < line.fields.size(); ++i)
      row[i] = line.fields[i];
    rows.push_back(std::move(row));
    return true;
  });
  return rows;
}

[[noreturn]] void fail(const std::string& what) {
  throw Error(Exit::rejected, text("练习数据里有错：{}", "the sample is faulty: {}", what));
}

/// Writes one issue and takes it as far as its row says.
class Player {
 public:
  Player(Context& context, ledger::Ledger& ledger, base::Instant now)
      : context_(context), ledger_(ledger), now_(now), roster_(ledger.roster()) {
    // Checking and calling back are for somebody who does not handle: two people of the office
    // that decides where nobody else does.
    for (const casework::Person& person : roster_.people()) {
      if (person.unit == ledger.schema().default_unit) office_.push_back(person.id);
    }
    if (office_.size() < 3) fail(kRoster);
  }

  void play(const PracticeRow& row) {
    const auto end = std::find(std::begin(kReached), std::end(kReached), row[came_to]);
    int days = -1;
    std::from_chars(row[days_ago].data(), row[days_ago].data() + row[days_ago].size(), days);
    if (end == std::end(kReached) || days < 0) fail(row[content]);
    steps_ = end - std::begin(kReached);
    start_ = {now_.micros - days * kMicrosPerDay};
    issue_ = write(0, office_[0], {.wish = registration(row)});
    if (steps_ > 0) step(1, office_[0], casework::Assign{.automatic = true});
    const std::string unit = unit_of_issue();
    const std::string handler = handler_in(unit);
    if (steps_ > 1) step(2, handler, casework::SignFor{});
    if (steps_ > 2) {
      step(3, handler,
           casework::NoteProgress{true, casework::personal("已同群众联系，约好上门的时间")});
    }
    if (steps_ > 3) step(4, handler, casework::Resolve{.result = casework::personal(row[result])});
    if (steps_ > 4) step(5, office_[1], casework::Check{});
    if (steps_ > 5) step(6, handler, casework::FeedBack{});
    if (steps_ > 6) step(7, office_[2], call_back(row));
    if (steps_ > 7) step(8, office_[2], casework::Close{});
    if (steps_ == 7) {
      step(7, office_[0], casework::Reopen{casework::personal("群众不满意，退回重办")});
    }
  }

 private:
  casework::Register registration(const PracticeRow& row) const {
    const schema::Schema& schema = ledger_.schema();
    const schema::Category* kind = schema.match_category(row[category]);
    const auto area = roster_.match_area(row[village]);
    if (!kind || !area.found) fail(row[content]);
    casework::Register wish;
    casework::Particulars& of = wish.particulars;
    of.channel = schema.default_channel;
    of.nature = schema.default_nature;
    of.category = kind->id;
    of.confidential = kind->confidential;
    of.area = area.found->code;
    if (const auto known = casework::parse_word<casework::Urgency>(row[urgency])) {
      of.urgency = *known;
    }
    of.residents.push_back(
        {.name = casework::personal(row[name]), .phone = casework::personal(row[phone])});
    of.content = casework::personal(row[content]);
    return wish;
  }

  casework::CallBack call_back(const PracticeRow& row) const {
    const auto known = casework::parse_word<casework::Satisfaction>(row[rating]);
    if (!known) fail(row[content]);
    const bool solved = *known < casework::Satisfaction::dissatisfied;
    return {.responded = true, .solved = solved, .satisfaction = *known};
  }

  std::string unit_of_issue() {
    const auto issue = ledger::load_issue(ledger_.db(), *ledger::issue_id(issue_));
    return issue && issue->assignment() ? issue->assignment()->unit : std::string();
  }

  std::string handler_in(const std::string& unit) const {
    for (const casework::Person& person : roster_.people()) {
      if (person.unit == unit && person.id != office_[1] && person.id != office_[2])
        return person.id;
    }
    return office_[0];
  }

  void step(int index, const std::string& by, Wish wish) {
    write(index, by, {.wish = std::move(wish), .issue = issue_});
  }

  /// The steps are spread evenly over the days up to now.
  std::string write(int index, const std::string& by, casework::Command command) {
    const std::int64_t span = (now_.micros - start_.micros) / (steps_ + 1);
    ledger::Order order;
    order.actor = by;
    order.by = by;
    order.os = context_.os_identity();
    order.imported = true;  // weeks ago
    order.at =
        base::local_moment({start_.micros + index * span}, ledger_.schema().utc_offset_minutes);
    order.commands.push_back(std::move(command));
    return ledger::carry_out(ledger_, order, context_.clock()).steps.front().issue;
  }

  Context& context_;
  ledger::Ledger& ledger_;
  base::Instant now_;
  const Roster roster_;
  std::vector<std::string> office_;
  base::Instant start_;
  std::int64_t steps_ = 0;
  std::string issue_;
};

void import_roster(Context& context, ledger::Ledger& ledger, const std::string& path) {
  intake::RosterReader reader;
  reader.begin_file(path);
  intake::read_csv_sheet(*intake::open_file(path), {}, reader);
  reader.end_file();
  const auto changes = intake::compare_roster(ledger.roster(), reader.finish());
  if (!changes.problems.empty()) throw base::Rejected(changes.problems);
  ledger::Order order;
  order.os = context.os_identity();
  order.actor = "os:" + order.os.login;
  casework::RosterChanged change = changes.change;
  // Whoever practises does the clerk's work.
  const auto clerk = std::find_if(change.people.begin(), change.people.end(),
                                  [](const auto& person) { return person.name == kClerk; });
  if (clerk == change.people.end()) fail(path);
  clerk->os_user = order.os.login;
  order.commands.push_back({.wish = std::move(change)});
  carry_out(ledger, order, context.clock());
}

}  // namespace

std::string sample_folder(const std::string& schema) {
  const std::string folder = schemas_directory() + "/" + schema + "/sample";
  if (schema.find('/') == std::string::npos && base::file_exists(folder + "/" + kIssues)) {
    return folder;
  }
  throw Error(
      Exit::not_found,
      text("规则“{}”没有练习数据", "the schema '{}' has no sample", base::visible(schema)),
      text("用自带的 township：minqing 开账 --练习", "take township: minqing init --sample"));
}

void fill_practice_ledger(Context& context, const std::string& folder) {
  ledger::Ledger& ledger = context.open(ledger::Access::write);
  import_roster(context, ledger, folder + "/" + kRoster);
  Player player(context, ledger, context.clock()());
  for (const PracticeRow& row : read_rows(folder + "/" + kIssues)) player.play(row);
  context.close();
}

}  // namespace minqing::cli
