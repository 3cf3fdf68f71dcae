// SPDX-License-Identifier: MIT
#include "tests/unit/intake/sample_office.hpp"

#include "lib/schema/words.hpp"

namespace minqing::intake {
namespace {

using schema::Category;
using schema::Choice;
using schema::Field;
using schema::FieldType;

Field program_field(const schema::FieldWord& known) {
  Field field;
  field.id = known.word.id;
  field.label = {std::string(known.word.zh), std::string(known.word.en)};
  field.type = known.type;
  field.personal = known.personal;
  field.headings = {field.label.zh, field.label.en};
  if (field.id == "resident" || field.id == "handler") field.headings.push_back("姓名");
  if (field.id == "registered_on" || field.id == "fed_back_on") field.headings.push_back("日期");
  if (field.id == "content") field.headings.push_back("事由");
  if (field.id == "source_no") field.pattern = R"([A-Z]{2}\d{4,})";
  if (field.id == "urgency") field.choices = {{"critical", {"火急", "Burning"}, {}}};
  return field;
}

Field extra(std::string id, std::string label, FieldType type,
            schema::Personal personal = schema::Personal::none) {
  Field field;
  field.id = std::move(id);
  field.label = {label, label};
  field.type = type;
  field.personal = personal;
  field.extra = true;
  field.headings = {label};
  return field;
}

Category category(std::string id, std::string parent, std::string label,
                  std::vector<std::string> also = {}) {
  Category out;
  out.id = id;
  out.parent = std::move(parent);
  out.label = {std::move(label), std::move(id)};
  out.also = std::move(also);
  return out;
}

casework::Area village(std::string code, std::string name, std::string parent) {
  return {std::move(code), std::move(name), {}, std::move(parent), "village"};
}

}  // namespace

schema::Schema sample_schema() {
  schema::Schema schema;
  schema.id = "sample";
  for (const schema::FieldWord& known : schema::program_fields()) {
    schema.fields.push_back(program_field(known));
  }
  schema.fields.push_back(extra("promised_on", "承诺日期", FieldType::date));
  schema.fields.push_back(extra("term", "承诺时限", FieldType::duration));
  schema.fields.push_back(extra("households", "户数", FieldType::integer));
  schema.fields.push_back(extra("poor", "是否结对", FieldType::yes_no));
  Field kind = extra("kind", "事项种类", FieldType::choice);
  kind.choices = {{"daily", {"日常", "Daily"}, {"平常"}}, {"project", {"项目", "Project"}, {}}};
  schema.fields.push_back(kind);
  schema.fields.push_back(
      extra("second_phone", "备用电话", FieldType::phone, schema::Personal::identity));
  schema.fields.push_back(extra("family", "家庭情况", FieldType::text, schema::Personal::text));
  schema.natures = {{"help", {"求助", "Help"}, {"求决类"}}, {"inquiry", {"咨询", "Inquiry"}, {}}};
  schema.default_nature = "help";
  schema.channels = {{"walk_in", {"来访", "Visit"}, {"上门"}}, {"call", {"来电", "Call"}, {}}};
  schema.categories = {category("utilities", "", "公用设施"),
                       category("water", "utilities", "供水", {"自来水"}),
                       category("power", "utilities", "供电"), category("other", "", "其他")};
  schema.state_labels = {{"resolved", {"已答复", "Answered"}}};
  return schema;
}

casework::Roster sample_roster() {
  casework::RosterChanged change;
  change.areas = {{"431026", "汝城县", {}, {}, "county"},
                  {"431026102", "热水镇", {}, "431026", "township"},
                  {"431026103", "泉水镇", {}, "431026", "township"},
                  village("431026102200", "热水村", "431026102"),
                  village("431026102204", "和兴村", "431026102"),
                  village("431026103201", "和兴村", "431026103"),
                  village("431026103202", "长塘村", "431026103")};
  change.units = {{"water_station", "水务站", {"供水站"}, "station", {}},
                  {"social_office", "社会事务办公室", {"民政办"}, "office", {}}};
  change.people = {{"li_chen", "李晨", {}, "water_station", {}, {}},
                   {"wang_yu_1", "王宇", {}, "water_station", {}, {}},
                   {"wang_yu_2", "王宇", {}, "social_office", {}, {}}};
  casework::Roster roster;
  roster.apply(change);
  return roster;
}

}  // namespace minqing::intake
