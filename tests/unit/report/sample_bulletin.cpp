// SPDX-License-Identifier: MIT
#include "tests/unit/report/sample_bulletin.hpp"

#include <array>
#include <string>
#include <utility>

#include "lib/report/numbers.hpp"

namespace minqing::report {

namespace {

struct Words {
  bool zh;
  std::string operator()(const char* chinese, const char* english) const {
    return zh ? chinese : english;
  }
};

Amount count_of(std::int64_t value) { return {value, std::to_string(value)}; }

Chart categories(const Words& w) {
  Chart chart;
  chart.caption = w("热点诉求受理量（件）", "Issues received by subject");
  chart.series = {w("本周", "this week"), w("上周", "last week")};
  chart.bars = {
      {w("农村饮用水", "Drinking water"), {count_of(172), count_of(121)}},
      {w("环境卫生", "Public cleansing"), {count_of(80), count_of(96)}},
      {w("道路交通", "Roads and traffic"), {count_of(50), count_of(41)}},
      {w("林业与野生动物致害", "Forestry, damage by wild animals"), {count_of(37), count_of(30)}},
      {w("社会救助", "Social assistance"), {count_of(21), count_of(0)}},
      {w("物业管理", "Property management"), {count_of(1), count_of(2)}}};
  chart.says = w("农村饮用水、环境卫生、道路交通三类共302件，占59.68%；农村饮用水较上周增加51件。",
                 "Drinking water, public cleansing and roads make up 302 issues, 59.68%; drinking "
                 "water rose by 51.");
  return chart;
}

Chart punctuality(const Words& w) {
  Chart chart;
  chart.caption = w("应办结事项办理情况（件）", "Issues due, by unit");
  chart.layout = Chart::Layout::stacked;
  chart.series = {w("按时办结", "in time"), w("超期", "overdue")};
  chart.bars = {{w("水务站", "Water Station"), {count_of(168), count_of(6)}},
                {w("农业农村办", "Agriculture Office"), {count_of(95), count_of(0)}},
                {w("综合行政执法队", "Enforcement Team"), {count_of(66), count_of(5)}}};
  return chart;
}

Row unit_row(std::string name, std::array<std::int64_t, 5> n) {
  const auto [assigned, signed_for, due, resolved, on_time] = n;
  return {{std::move(name), std::to_string(assigned), format_rate(signed_for, assigned),
           std::to_string(due), std::to_string(resolved), format_rate(on_time, due)}};
}

Table units(const Words& w) {
  Table table;
  const std::string given = w("交办", "Assigned");
  const std::string handled = w("办理", "Handled");
  table.columns = {{w("承办单位", "Unit")},
                   {w("交办数", "Issues"), CellKind::count, given},
                   {w("签收及时率", "Signed in time"), CellKind::rate, given},
                   {w("应办结数", "Due"), CellKind::count, handled},
                   {w("办结数", "Resolved"), CellKind::count, handled},
                   {w("按时办结率", "On-time rate"), CellKind::rate, handled}};
  table.rows = {unit_row(w("水务站", "Water Station"), {180, 180, 174, 172, 168}),
                unit_row(w("农业农村办", "Agriculture Office"), {97, 95, 95, 95, 95}),
                unit_row(w("综合行政执法队", "Enforcement Team"), {73, 70, 71, 70, 66}),
                unit_row(w("退役军人服务站", "Veterans Service Station"), {0, 0, 0, 0, 0})};
  table.total = unit_row(w("合计", "Total"), {350, 345, 340, 337, 329});
  return table;
}

Table overdue(const Words& w) {
  Table table;
  table.landscape = true;
  table.columns = {{w("编号", "Number")},
                   {w("诉求类别", "Subject")},
                   {w("所属村（社区）", "Village")},
                   {w("承办单位", "Unit")},
                   {w("办结时限", "Due on")},
                   {w("超期天数", "Days overdue"), CellKind::count},
                   {w("未办结原因及下一步措施", "Reason and next step")}};
  table.rows = {
      {{"RS2026-00417", w("农村饮用水", "Drinking water"), w("清溪村", "Qingxi"),
        w("水务站", "Water Station"), "2026-11-12", "10",
        w("取水口上游施工致浊度升高，已架设临时供水点；滤料11月26日到货后更换。",
          "Works above the intake made the water turbid; a temporary supply point has been set up. "
          "The filter medium arrives on 26 November and will be replaced then.")}},
      {{"RS2026-00431", w("市容秩序", "Street order"), w("新桥社区", "Xinqiao"),
        w("综合行政执法队", "Enforcement Team"), "2026-11-18", "4",
        w("占道经营反复，待与市场监管所联合整治。",
          "Stalls return to the road; joint action with the market authority is planned.")}}};
  return table;
}

Table matrix(const Words& w) {
  Table table;
  table.columns = {{w("村（社区）", "Village")}};
  const std::array<const char*, 11> zh = {"供水", "供电", "道路", "环卫", "市容", "住房",
                                          "土地", "救助", "养老", "医保", "其他"};
  const std::array<const char*, 11> en = {"Water",   "Power", "Roads",  "Cleansing",
                                          "Streets", "Homes", "Land",   "Assistance",
                                          "Elderly", "Care",  "Various"};
  for (std::size_t i = 0; i < zh.size(); ++i) {
    table.columns.push_back({w(zh[i], en[i]), CellKind::count});
  }
  int seed = 7;
  for (const auto& name :
       {w("清溪村", "Qingxi"), w("新桥社区", "Xinqiao"), w("石门村", "Shimen")}) {
    Row row{{name}};
    for (std::size_t i = 0; i < zh.size(); ++i) {
      seed = seed * 31 % 97;
      row.cells.push_back(std::to_string(seed % 40));
    }
    table.rows.push_back(row);
  }
  return table;
}

void add_body(std::vector<Block>& blocks, const Words& w) {
  blocks.push_back(Heading{1, w("基本情况", "Overview")});
  blocks.push_back(Paragraph{
      {{w("本周共受理群众诉求", "This week ")},
       {w("506件，较上周上升20.48%", "506 issues were received, up 20.48% on the week before"),
        true},
       {w("。其中求助类460件、投诉类38件、建议类3件、咨询类4件、举报类1件；应办结340件，按时办结329"
          "件，"
          "按时办结率96.76%，较上周提升3.67个百分点。",
          ": 460 requests for help, 38 complaints, 3 suggestions, 4 inquiries and 1 accusation. Of "
          "340 issues due, 329 were resolved in time (96.76%, up 3.67 percentage points).")}}});
  blocks.push_back(categories(w));
  blocks.push_back(Heading{1, w("办理情况", "Handling")});
  blocks.push_back(Heading{2, w("办结", "Resolution")});
  blocks.push_back(
      paragraph(w("农业农村办按时办结率100.00%。退役军人服务站本周无应办结事项，不列入比较。",
                  "The Agriculture Office resolved everything in time. The Veterans "
                  "Service Station had nothing due and is not compared.")));
  blocks.push_back(punctuality(w));
  blocks.push_back(Heading{2, w("回访", "Call-backs")});
  blocks.push_back(Heading{3, w("有效回访", "Valid call-backs")});
  blocks.push_back(paragraph(w("应回访337件，有效回访285件，回访率84.57%；满意率95.68%。",
                               "337 call-backs were due and 285 reached the resident (84.57%); "
                               "95.68% were satisfied.")));
  blocks.push_back(Heading{1, w("下步要求", "What is asked for")});
  blocks.push_back(
      List{true,
           {{{w("水务站于11月27日前更换清溪村净水滤料，结果双向反馈。",
                "The Water Station replaces the filter medium in Qingxi by 27 November and reports "
                "to the residents and to this office.")}},
            {{w("各承办单位对临期事项逐件核对，需延期的在到期前提出。",
                "All units check each issue that falls due soon; extensions are asked for before "
                "the due date.")}}}});
  blocks.push_back(Note{w("注：比率保留两位小数，各部分之和可能不等于100.00%。",
                          "Note: rates have two decimals; parts need not sum to 100.00%.")});
}

void add_annexes(std::vector<Block>& blocks, const Words& w) {
  blocks.push_back(Attachment{w("各承办单位办理情况统计表", "Handling by unit")});
  blocks.push_back(units(w));
  blocks.push_back(KeyValues{
      {{w("台账序号", "Ledger entry"), "12345"},
       {w("规则", "Schema"), "4b1d 09e7"},
       {w("校验码", "Check code"), "3f9c a21e 77b0 4d15 c8e2 90aa 1b6f 5e34 d0c7 8812"}}});
  blocks.push_back(Attachment{w("超期未办结清单", "Overdue issues")});
  blocks.push_back(overdue(w));
  blocks.push_back(Attachment{w("村（社区）受理量分类统计表", "Issues by village and subject")});
  blocks.push_back(matrix(w));
}

}  // namespace

Document sample_bulletin(base::Lang language) {
  const Words w{language == base::Lang::zh};
  Document document;
  document.language = language;
  document.letterhead = w("清河镇民情督查通报", "Qinghe Town Supervision Bulletin");
  document.number = w("〔2026〕第47期", "2026 No. 47");
  document.issuer = w("清河镇党政综合办公室", "Qinghe Town General Office");
  document.issued_on = w("2026年11月23日", "23 November 2026");
  document.title =
      w("关于2026年第47周群众诉求办理情况的通报", "Residents' issues in week 47 of 2026");
  document.subtitle = w("（2026年11月16日—11月22日）", "16 to 22 November 2026");
  document.addressee = w("各村（社区），镇直各单位", "To all villages and units");
  add_body(document.blocks, w);
  document.blocks.push_back(AttachmentList{});
  document.blocks.push_back(
      Signature{w("清河镇人民政府", "Qinghe Town Government"), document.issued_on});
  add_annexes(document.blocks, w);
  document.imprint =
      Imprint{w("县政府督查室，县12345热线办", "County supervision office"),
              w("清河镇党政综合办公室", "Qinghe Town General Office"), document.issued_on};
  return document;
}

}  // namespace minqing::report
