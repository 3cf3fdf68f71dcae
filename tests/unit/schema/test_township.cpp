// SPDX-License-Identifier: MIT
// The shipped preset loads and knows the words of the trade.

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/schema/words.hpp"
#include "tests/unit/schema/samples.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

const LoadedSchema& township() {
  static const LoadedSchema loaded = [] {
    try {
      return load_schema("township", std::string(MINQING_SOURCE_DIR) + "/schemas");
    } catch (const base::Rejected& rejected) {
      for (const std::string& line : lines_of(rejected.problems())) UNSCOPED_INFO(line);
      throw;
    }
  }();
  return loaded;
}

std::string fields_of(const char* heading) {
  std::string ids;
  for (const Field* field : township().schema.match_heading(heading)) {
    ids += (ids.empty() ? "" : " ") + field->id;
  }
  return ids;
}

std::string choice_of(const char* field_id, const char* word) {
  const Schema& schema = township().schema;
  const Choice* choice = schema.match_choice(*schema.find_field(field_id), word);
  return choice == nullptr ? std::string() : choice->id;
}

}  // namespace

TEST_CASE("township: the shipped schema loads and comes through both stored forms") {
  const Schema& schema = township().schema;
  CHECK(schema.id == "township");
  const std::string compiled = pack(schema);
  CHECK(pack(unpack(compiled)) == compiled);
  CHECK(pack(schema_from_text(township().text)) == compiled);
}

TEST_CASE("township: every field of the program is there with labels and its own nature") {
  const Schema& schema = township().schema;
  REQUIRE(schema.fields.size() == program_fields().size());
  for (const FieldWord& known : program_fields()) {
    const Field* field = schema.find_field(known.word.id);
    REQUIRE(field != nullptr);
    INFO(field->id);
    CHECK(field->type == known.type);
    CHECK(field->personal == known.personal);
    CHECK_FALSE(field->label.zh.empty());
    CHECK(field->label.zh != field->label.en);
    CHECK_FALSE(field->headings.empty());
  }
}

TEST_CASE("township: headings of everyday sheets find their fields") {
  struct Case {
    const char* heading;
    const char* fields;
  };
  for (const Case& one : {Case{"序号", "row_no"},
                          {"编号", "row_no number"},
                          {"反映人", "resident"},
                          {"姓名", "resident handler"},
                          {"联系电话（手机）", "phone"},
                          {"家庭住址", "address"},
                          {"村（社区）", "village"},
                          {"诉求类型", "category nature"},
                          {"受理日期", "registered_on"},
                          {"诉求来源", "channel"},
                          {"责任单位", "handler_unit"},
                          {"交办单位", "source handler_unit"},
                          {"责任人", "handler leader_in_charge"},
                          {"办理时限", "due_on"},
                          {"办理\n情况", "action_taken"},
                          {"处理结果", "result"},
                          {"完成日期", "resolved_on"},
                          {"反馈时间", "fed_back_on"},
                          {"群众满意度", "satisfaction"},
                          {"备 注", "remark"},
                          {"未完成原因", "pending_reason"},
                          {"是否办结", "status"},
                          {"退回理由", "return_reason"},
                          {"申请延期至", "extend_to"},
                          {"签收人", "signed_for_by"},
                          {"先行联系", "first_contact_on"},
                          {"回访时间", "called_back_on"},
                          {"日期", "registered_on resolved_on fed_back_on called_back_on"}}) {
    INFO(one.heading);
    CHECK(fields_of(one.heading) == one.fields);
  }
}

TEST_CASE("township: the citizens' messages need no map") {
  const std::string path =
      std::string(MINQING_SOURCE_DIR) + "/../shared/data/citizens-cn/附件4_前300行.utf8-lf.csv";
  if (!base::file_exists(path)) {
    WARN("no citizens' messages in ../shared; skipped");
    return;
  }
  const std::string csv = base::read_file(path, 16U << 20U);
  std::string ids;
  const std::string_view header = std::string_view(csv).substr(0, csv.find('\n'));
  for (const std::string_view heading : base::split(header, ',')) {
    ids += fields_of(std::string(heading).c_str()) + ",";
  }
  CHECK(ids == "source_no,resident,title,registered_on,content,result,resolved_on,");
}

TEST_CASE("township: columns about persons are refused") {
  const Schema& schema = township().schema;
  for (const char* heading :
       {"管控等级", "管控措施", "人员类别(重点)", "稳控责任人", "是否进京", "缠访次数",
        "重点人员", "身份证号", "身份证号码",     "性别",       "民族",     "政治面貌",
        "宗教信仰", "健康状况", "家庭年收入",     "家庭成员",   "年龄",     "低保类型",
        "致困原因", "进京途径", "重点维稳对象"}) {
    INFO(heading);
    CHECK(schema.refuses_heading(heading));
    CHECK(schema.match_heading(heading).empty());
  }
}

TEST_CASE("township: categories in two levels with routes to units that exist") {
  const Schema& schema = township().schema;
  int second_level = 0;
  for (const Category& category : schema.categories) {
    INFO(category.id);
    CHECK(category.label.zh != category.label.en);
    if (category.parent.empty()) continue;
    ++second_level;
    REQUIRE(schema.find_category(category.parent) != nullptr);
    const Route* route = schema.route_for(category);
    if (route == nullptr) {
      CHECK(category.id == "other");
    } else {
      CHECK(route->by_area == route->units.empty());
    }
  }
  CHECK(second_level >= 38);
  CHECK(schema.match_category("其他")->id == "other");
  CHECK(schema.match_category("干部作风")->confidential);
  CHECK(schema.route_for(*schema.find_category("power_supply"))->not_below);
  for (const char* word : {"自来水", "饮水", "停水"}) {
    CHECK(schema.match_category(word)->id == "water_supply");
  }
  CHECK(schema.find_unit(schema.default_unit)->name == "党政综合办公室");
}

TEST_CASE("township: every village has its committee") {
  const Schema& schema = township().schema;
  CHECK(schema.areas.size() == 260);
  const Unit* committee = schema.find_unit("431026102200");
  REQUIRE(committee != nullptr);
  CHECK(committee->name == "热水村村民委员会");
  CHECK(committee->kind == "committee");
  CHECK(committee->area == committee->id);
  const auto count = std::count_if(schema.units.begin(), schema.units.end(),
                                   [](const Unit& unit) { return unit.kind == "committee"; });
  CHECK(count == 243);
}

TEST_CASE("township: limits of the preset") {
  const Schema& schema = township().schema;
  struct Case {
    const char* nature;
    const char* urgency;
    const char* limit;
  };
  for (const Case& one : {Case{"inquiry", "normal", "1wd"},
                          {"help", "normal", "3wd"},
                          {"complaint", "normal", "5wd"},
                          {"suggestion", "urgent", "5wd"},
                          {"accusation", "normal", "5wd"},
                          {"complaint", "critical", "1wd"}}) {
    INFO(one.nature);
    CHECK(to_string(schema.handling_limit(one.nature, one.urgency, "other").limit) == one.limit);
  }
  CHECK(to_string(*schema.limits.sign) == "1wd");
  CHECK(to_string(*schema.limits.first_contact) == "1wd");
  CHECK(to_string(schema.limits.warn) == "1wd");
  CHECK(schema.limits.starts == ClockStart::assigned);
  CHECK(schema.bulletin.fairly_weight_percent == 90);
  CHECK(schema.bulletin.on_time_floor == 90);
  CHECK(schema.bulletin.satisfaction_floor == 85);
  CHECK(schema.retention_months == 24);
}

TEST_CASE("township: natures, channels and choices answer to their spellings") {
  const Schema& schema = township().schema;
  CHECK(schema.match_nature("求决类")->id == "help");
  CHECK(schema.match_nature("检举控告")->id == "accusation");
  CHECK(schema.match_channel("12345")->id == "hotline");
  CHECK(schema.match_channel("来电")->id == "call");
  CHECK(choice_of("satisfaction", "较满意") == "fairly_satisfied");
  CHECK(choice_of("satisfaction", "空号") == "not_rated");
  CHECK(choice_of("urgency", "特急") == "critical");
  CHECK(choice_of("status", "未办结") == "in_progress");
  CHECK(choice_of("satisfaction", " 满 意 ") == "satisfied");
  CHECK(choice_of("satisfaction", "特急").empty());
  CHECK(choice_of("remark", "满意").empty());
}

TEST_CASE("township: purposes reveal what they need") {
  const std::vector<Purpose>& purposes = township().schema.purposes;
  const auto callback = std::find_if(purposes.begin(), purposes.end(),
                                     [](const Purpose& one) { return one.id == "callback"; });
  REQUIRE(callback != purposes.end());
  CHECK(callback->fields == std::vector<std::string>{"name", "phone"});
}

TEST_CASE("township: extension, return and approval are those of the domain facts (§3.7)") {
  const Schema& schema = township().schema;
  CHECK(calendar::to_string(*schema.limits.extension.most) == "5wd");
  CHECK(schema.limits.extension.times == 1);
  CHECK(schema.limits.extension.before_due);
  CHECK(schema.limits.extension.not_for == std::vector<std::string>{"urgent", "critical"});
  CHECK(calendar::to_string(*schema.limits.returned) == "1wd");
  CHECK(schema.match_source("县12345")->id == "hotline_12345");
  CHECK(schema.approvers.admit("", "党委副书记、镇长", ""));
  CHECK_FALSE(schema.approvers.admit("", "综合办主任", "party_affairs_office"));
}

}  // namespace minqing::schema
