// SPDX-License-Identifier: MIT
#include "cli/command.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::cli {

namespace {

using base::text;

constexpr base::Word kRosterKinds[] = {
    {"people", "人员", "people", "人|person"},
    {"units", "单位", "units", "部门|unit"},
    {"areas", "区划", "areas", "村|村社|地点|area"},
};
std::span<const base::Word> roster_kinds() { return kRosterKinds; }

using Kind = Option::Kind;
constexpr Option kRosterListOptions[] = {
    {"kind", "种类", "", Kind::value, "KIND", "人员、单位还是区划", "people, units or areas",
     roster_kinds},
    {"all", "全部", "", Kind::flag, "", "连离任、停用的一起",
     "with those who are in office no more"},
};

/// One entry: its cells, and the same for programs.
struct RosterRow {
  std::vector<std::string> cells;
  base::Json json;
};

class Roll {
 public:
  Roll(const casework::Roster& roster, base::Lang lang, std::string wanted, bool all)
      : roster_(roster), lang_(lang), wanted_(base::fold(wanted)), all_(all) {}

  std::vector<RosterRow> people() {
    for (const casework::Person& person : roster_.people()) {
      add(person, person.id, person.unit ? unit_name(*person.unit) : "", person.post.value_or(""),
          person.phone.value_or(""), "people");
    }
    return std::move(rows_);
  }
  std::vector<RosterRow> units() {
    for (const casework::Unit& unit : roster_.units()) {
      add(unit, unit.id, unit.area ? area_name(*unit.area) : "", unit.address.value_or(""),
          unit.phone.value_or(""), "units");
    }
    return std::move(rows_);
  }
  std::vector<RosterRow> areas() {
    for (const casework::Area& area : roster_.areas()) {
      add(area, area.code, area.parent ? area_name(*area.parent) : "", area.level, "", "areas");
    }
    return std::move(rows_);
  }

 private:
  template <class T>
  void add(const T& entry, const std::string& id, const std::string& belongs,
           const std::string& what, const std::string& phone, const char* kind) {
    if (entry.ended && !all_) return;
    const std::string also = base::join(entry.also, "、");
    const std::string all =
        base::fold(id + "\n" + entry.name + "\n" + belongs + "\n" + what + "\n" + also);
    if (!wanted_.empty() && all.find(wanted_) == std::string::npos) return;
    RosterRow row;
    const std::string end = entry.ended ? to_string(entry.ended->until) : "";
    row.cells = {id, entry.name, belongs, what, phone, also, end};
    row.json = base::Json::object();
    row.json.set("v", 1).set("kind", kind).set("id", id).set("name", entry.name);
    row.json.set("belongs_to", belongs)
        .set(std::string_view(kind) == "areas" ? "level" : "note", what);
    if (!phone.empty()) row.json.set("phone", phone);
    if (entry.ended) row.json.set("ended_on", end);
    rows_.push_back(std::move(row));
  }
  std::string unit_name(const std::string& id) const {
    const casework::Unit* unit = roster_.unit(id);
    return unit ? unit->name : id;
  }
  std::string area_name(const std::string& code) const {
    const casework::Area* area = roster_.area(code);
    return area ? area->name : code;
  }

  const casework::Roster& roster_;
  base::Lang lang_;
  std::string wanted_;
  bool all_;
  std::vector<RosterRow> rows_;
};

std::vector<TextTable::Column> headings(std::string_view kind, base::Lang lang) {
  const auto say = [&](const base::Text& words) { return TextTable::Column{words.in(lang)}; };
  const base::Text belongs = kind == "people"  ? text("单位", "unit")
                             : kind == "units" ? text("所属村", "village")
                                               : text("上级", "parent");
  const base::Text what = kind == "people"  ? text("职务", "post")
                          : kind == "units" ? text("地址", "address")
                                            : text("级别", "level");
  return {say(text("编号", "id")),
          say(text("名称", "name")),
          say(belongs),
          say(what),
          say(text("电话", "phone")),
          say(text("别名", "also")),
          say(text("到", "until"))};
}

int run_roster_list(Context& context, const Arguments& arguments) {
  ledger::Ledger& ledger = context.open(ledger::Access::read);
  const casework::Roster& roster = ledger.roster();
  const std::string wanted = base::join(arguments.words, " ");
  const auto typed = arguments.value("kind");
  bool found = false;
  for (const base::Word& kind : kRosterKinds) {
    if (typed && kRosterKinds[*base::find_word(kRosterKinds, *typed)].id != kind.id) continue;
    Roll roll(roster, context.lang(), wanted, arguments.has("all"));
    const std::vector<RosterRow> rows = kind.id == "people"  ? roll.people()
                                        : kind.id == "units" ? roll.units()
                                                             : roll.areas();
    if (rows.empty()) continue;
    if (context.json()) {
      for (const RosterRow& row : rows) context.out().json(row.json);
    } else {
      if (found) context.out().line("");
      context.out().line(text("{} {}", "{} {}",
                              base::Text{std::string(kind.zh), std::string(kind.id)}, rows.size()));
      TextTable table(headings(kind.id, context.lang()));
      for (const RosterRow& row : rows) table.add(row.cells);
      context.out().raw(table.render(terminal_width()));
    }
    found = true;
  }
  if (!found && !wanted.empty()) {
    throw base::Error(
        base::Exit::not_found, text("名册里没有“{}”", "the roster has no '{}'", wanted),
        text("加上 --全部 连离任、停用的一起找", "add --all for those of earlier days"));
  }
  return 0;
}

}  // namespace

Command roster_list_command() {
  return {.name = "roster list",
          .zh = "名册 列表",
          .group = "exchange",
          .summary_zh = "人员、单位、区划；可以写名字找",
          .summary_en = "people, units and areas; with a word, those that have it",
          .nature = Nature::reads,
          .arguments = "[TEXT…]",
          .min_words = 0,
          .max_words = Command::kAnyNumber,
          .options = {kRosterListOptions},
          .example = "名册 列表 水务站 --种类 人员",
          .example_en = "roster list 水务站 --kind people",
          .run = run_roster_list};
}

}  // namespace minqing::cli
