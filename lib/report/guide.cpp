// SPDX-License-Identifier: MIT
#include "lib/report/guide.hpp"

#include "lib/base/utf8.hpp"

namespace minqing::report {

namespace {

using base::text;
using casework::Person;
using casework::Unit;

class Guide {
 public:
  explicit Guide(const GuideQuestion& question)
      : of_(question), wanted_(base::fold(question.wanted)) {}

  Document make() {
    Document out;
    out.language = of_.lang;
    out.title = say(text("{}便民导引", "{}: who to turn to", of_.place));
    out.subtitle = say(text("（{}）", "({})", to_string(of_.today)));
    put(out, text("什么事找谁", "What to turn to whom with"), matters());
    put(out, text("各单位", "Offices"), offices());
    put(out, text("各村（社区）", "Villages"), villages());
    return out;
  }

 private:
  std::string say(const base::Text& words) const { return words.in(of_.lang); }

  Table table(std::initializer_list<base::Text> headings) const {
    Table out;
    for (const base::Text& heading : headings) out.columns.push_back({say(heading)});
    return out;
  }
  void add(Table& table, std::vector<std::string> cells) const {
    const std::string all = base::fold(base::join(cells, "\n"));
    if (!wanted_.empty() && all.find(wanted_) == std::string::npos) return;
    table.rows.push_back({std::move(cells)});
  }
  void put(Document& out, const base::Text& heading, Table table) const {
    if (table.rows.empty()) return;
    out.blocks.push_back(Heading{1, say(heading)});
    out.blocks.push_back(std::move(table));
  }

  Table matters() const {
    Table out = table({text("类别", "category"), text("事项", "matter"), text("找谁", "turn to"),
                       text("电话", "telephone")});
    for (const schema::Category& category : of_.schema.categories) {
      if (category.parent.empty()) continue;
      const schema::Category* parent = of_.schema.find_category(category.parent);
      const schema::Route* route = of_.schema.route_for(category);
      const std::string first = parent ? say(parent->label) : std::string();
      if (route && route->by_area) {
        add(out, {first, say(category.label),
                  say(text("所在村（居）委会", "the committee of the village")), ""});
        continue;
      }
      const Unit* unit = of_.roster.acting_unit(
          route && !route->units.empty() ? route->units.front() : of_.schema.default_unit,
          of_.today);
      if (unit) add(out, {first, say(category.label), unit->name, unit->phone.value_or("")});
    }
    return out;
  }

  Table offices() const {
    Table out = table({text("单位", "office"), text("地址", "address"), text("电话", "telephone"),
                       text("人员", "people")});
    for (const Unit& unit : of_.roster.units()) {
      if (unit.area || !in_office(unit, of_.today)) continue;
      const std::string people = people_of(unit);
      // A unit of which nothing is known but its name stands among the matters.
      if (people.empty() && !unit.phone && !unit.address) continue;
      add(out, {unit.name, unit.address.value_or(""), unit.phone.value_or(""), people});
    }
    return out;
  }

  Table villages() const {
    Table out = table({text("村（社区）", "village"), text("村（居）委会", "committee"),
                       text("电话", "telephone"), text("人员", "people")});
    for (const casework::Area& area : of_.roster.areas()) {
      if (area.level != "village" || !in_office(area, of_.today)) continue;
      const Unit* committee = of_.roster.committee_of(area.code);
      if (!committee) continue;
      const std::string people = people_of(*committee);
      if (people.empty() && !committee->phone && wanted_.empty()) continue;
      add(out, {area.name, committee->name, committee->phone.value_or(""), people});
    }
    return out;
  }

  /// `站长 王庆生 8720001；管水员 周明`
  std::string people_of(const Unit& unit) const {
    std::string out;
    for (const Person& person : of_.roster.people()) {
      if (person.unit != unit.id || !in_office(person, of_.today)) continue;
      if (!out.empty()) out += "；";
      if (person.post) out += *person.post + " ";
      out += person.name;
      if (person.phone) out += " " + *person.phone;
    }
    return out;
  }

  const GuideQuestion& of_;
  const std::string wanted_;
};

}  // namespace

Document make_guide(const GuideQuestion& question) { return Guide(question).make(); }

}  // namespace minqing::report
