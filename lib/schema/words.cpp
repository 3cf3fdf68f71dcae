// SPDX-License-Identifier: MIT
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

using base::Word;

constexpr auto kText = Personal::text;

// Glossary §3; what a resident wrote or may have said is sealed as text.
constexpr FieldWord kFields[] = {
    {{"row_no", "序号", "No."}},
    {{"number", "诉求编号", "Number"}},
    {{"title", "标题", "Title"}, FieldType::text, kText},
    {{"source", "来件单位", "Sent by"}},
    {{"source_no", "来件编号", "Sender's number"}},
    {{"source_due_on", "来件时限", "Sender's deadline"}, FieldType::date},
    {{"campaign", "专项", "Campaign"}},
    {{"registered_on", "登记日期", "Registered on"}, FieldType::date},
    {{"channel", "来源渠道", "Channel"}, FieldType::choice},
    {{"resident", "诉求人", "Resident"}, FieldType::name, Personal::identity},
    {{"phone", "联系电话", "Phone"}, FieldType::phone, Personal::identity},
    {{"address", "住址", "Address"}, FieldType::address, Personal::identity},
    {{"village", "所属村（社区）", "Village"}},
    {{"village_group", "村民小组", "Village group"}},
    {{"grid", "网格", "Grid"}},
    {{"content", "反映内容", "Content"}, FieldType::text, kText},
    {{"category", "诉求类别", "Category"}, FieldType::choice},
    {{"nature", "诉求性质", "Nature"}, FieldType::choice},
    {{"location", "发生地点", "Location"}, FieldType::text, kText},
    {{"people_count", "涉及人数", "People concerned"}, FieldType::integer},
    {{"urgency", "紧急程度", "Urgency"}, FieldType::choice},
    {{"subject_of_report", "被反映人", "Subject of report"}, FieldType::text, kText},
    {{"registrar", "登记人", "Registrar"}},
    {{"status", "办理状态", "Status"}, FieldType::choice},
    {{"assigned_on", "交办日期", "Assigned on"}, FieldType::date},
    {{"handler_unit", "承办单位", "Handler unit"}},
    {{"handler", "承办人", "Handler"}},
    {{"co_units", "协办单位", "Co-units"}},
    {{"leader_in_charge", "分管领导", "Leader in charge"}},
    {{"due_on", "办结时限", "Due on"}, FieldType::date},
    {{"signed_for_on", "签收日期", "Signed for on"}, FieldType::date},
    {{"signed_for_by", "签收人", "Signed for by"}},
    {{"first_contact_on", "先行联系日期", "First contact on"}, FieldType::date},
    {{"action_taken", "办理情况", "Action taken"}, FieldType::text, kText},
    {{"result", "办理结果", "Result"}, FieldType::text, kText},
    {{"resolved_on", "办结日期", "Resolved on"}, FieldType::date},
    {{"extend_to", "申请延期至", "Extend to"}, FieldType::date},
    {{"return_reason", "退回理由", "Reason for return"}, FieldType::text, kText},
    {{"pending_reason", "未办结原因", "Why not finished"}, FieldType::text, kText},
    {{"fed_back_on", "反馈日期", "Fed back on"}, FieldType::date},
    {{"feedback_method", "反馈方式", "Told by"}},
    {{"called_back_on", "回访日期", "Called back on"}, FieldType::date},
    {{"callback_by", "回访人", "Called back by"}},
    {{"satisfaction", "满意度", "Satisfaction"}, FieldType::choice},
    {{"closed_on", "销号日期", "Closed on"}, FieldType::date},
    {{"remark", "备注", "Remark"}, FieldType::text, kText},
    {{"attachment", "附件", "Attachment"}, FieldType::text, kText},
};

constexpr Word kNatures[] = {
    {"inquiry", "咨询", "Inquiry", "咨询类"},
    {"help", "求助", "Help", "求助类|求决|求决类"},
    {"complaint", "投诉", "Complaint", "投诉类"},
    {"accusation", "举报", "Accusation", "举报类|揭发控告|揭发控告类|检举控告|检举控告类"},
    {"suggestion", "建议", "Suggestion", "建议类|意见建议|意见建议类"},
};

constexpr Word kUrgencies[] = {
    {"normal", "一般", "Normal", "普通|正常|常规"},
    {"urgent", "紧急", "Urgent", "急|较急|加急"},
    {"critical", "特急", "Critical", "特别紧急|十分紧急|重大紧急"},
};

// Glossary §6; `一般` and `较满意` are read as 基本满意 there.
constexpr Word kSatisfactions[] = {
    {"very_satisfied", "非常满意", "Very satisfied", "很满意|十分满意"},
    {"satisfied", "满意", "Satisfied", "√"},
    {"fairly_satisfied", "基本满意", "Fairly satisfied", "较满意|比较满意|一般"},
    {"dissatisfied", "不满意", "Dissatisfied", "×"},
    {"very_dissatisfied", "非常不满意", "Very dissatisfied", "很不满意|十分不满意"},
    {"not_rated", "未评价", "Not rated", "未回访|无法联系|联系不上|拒绝评价|拒评|空号|关机|停机"},
};

constexpr Word kStates[] = {
    {"registered", "已登记", "Registered", "登记|待办|待交办|新增"},
    {"accepted", "已受理", "Accepted", "受理|立案"},
    {"assigned", "已交办", "Assigned", "交办|已派单|已分办|已转办"},
    {"signed_for", "已签收", "Signed for", "签收|已接收|已接单"},
    {"in_progress", "办理中", "In progress",
     "在办|未办结|正在办理|处理中|跟进中|推进中|整改中|未完成|未解决"},
    {"returned", "已退回", "Returned", "退回|退单"},
    {"suspended", "已挂账", "Suspended", "挂账|挂起|暂缓|长期跟踪"},
    {"resolved", "已办结", "Resolved", "办结|已完成|已解决|完成"},
    {"checked", "已核查", "Checked", "核查通过|已核实|已复核"},
    {"fed_back", "已反馈", "Fed back", "反馈|已回复|已答复"},
    {"called_back", "已回访", "Called back", "回访|已电话回访"},
    {"closed", "已销号", "Closed", "销号|结案|已结案|办结销号"},
    {"declined", "不予受理", "Declined", "不受理"},
    {"transferred", "已转送", "Transferred", "转送|移送|已移交|上报|已上报"},
    {"withdrawn", "已撤回", "Withdrawn", "撤回|撤诉|不再反映"},
    {"merged", "已并案", "Merged", "并案|并单|重复件"},
    {"voided", "已作废", "Voided", "作废|误录|无效"},
};

constexpr Word kUnitKinds[] = {
    {"office", "内设机构", "Office of the township"},
    {"station", "站所", "Station or centre"},
    {"county_body", "县直派驻机构", "Body of a county department"},
    {"committee", "村（居）委会", "Village or neighbourhood committee"},
};

constexpr Word kAreaLevels[] = {
    {"county", "县", "County"},
    {"township", "乡镇（街道）", "Township"},
    {"village", "村（社区）", "Village"},
};

constexpr Word kReveals[] = {
    {"name", "姓名", "Name"},
    {"phone", "电话", "Phone"},
    {"address", "住址", "Address"},
    {"content", "内容", "Content"},
};

constexpr Word kRequests[] = {
    {"extend", "延期", "Extend"},   {"suspend", "挂账", "Suspend"}, {"return", "退回", "Return"},
    {"exclude", "剔除", "Exclude"}, {"amend", "更正", "Amend"},     {"close", "销号", "Close"},
};

constexpr Word kFormNeeds[] = {
    {"nothing", "不限", "nothing"},     {"accepted", "已受理", "accepted"},
    {"assigned", "已交办", "assigned"}, {"unfinished", "未办结", "unfinished"},
    {"extended", "已延期", "extended"}, {"resolved", "已办结", "resolved"},
};

constexpr Word kFieldTypes[] = {
    {"text", "文本", "text"},       {"name", "姓名", "name"},     {"phone", "电话", "phone"},
    {"address", "住址", "address"}, {"date", "日期", "date"},     {"duration", "时长", "duration"},
    {"integer", "整数", "integer"}, {"choice", "选项", "choice"}, {"yes_no", "是否", "yes_no"},
};

constexpr Word kPersonal[] = {
    {"none", "非个人信息", "none"},
    {"identity", "身份信息", "identity"},
    {"text", "可能含个人信息的文字", "text"},
};

constexpr Word kClockStarts[] = {
    {"assigned", "交办", "assigned"},
    {"registered", "登记", "registered"},
};

constexpr Word kProfileFields[] = {
    {"number", "诉求编号", "Number"},
    {"title", "标题", "Title"},
    {"source", "来件单位", "Sent by"},
    {"source_no", "来件编号", "Sender's number"},
    {"source_due_on", "来件时限", "Sender's deadline"},
    {"registered_on", "登记日期", "Registered on"},
    {"channel", "来源渠道", "Channel"},
    {"resident", "诉求人", "Resident"},
    {"phone", "联系电话", "Phone"},
    {"address", "住址", "Address"},
    {"village", "所属村（社区）", "Village"},
    {"village_group", "村民小组", "Village group"},
    {"content", "反映内容", "Content"},
    {"category", "诉求类别", "Category"},
    {"nature", "诉求性质", "Nature"},
    {"location", "发生地点", "Location"},
    {"urgency", "紧急程度", "Urgency"},
    {"remark", "备注", "Remark"},
    {"status", "办理状态", "Status"},
    {"assigned_on", "交办日期", "Assigned on"},
    {"handler_unit", "承办单位", "Handler unit"},
    {"handler", "承办人", "Handler"},
    {"due_on", "办结时限", "Due on"},
    {"signed_for_on", "签收日期", "Signed for on"},
    {"action_taken", "办理情况", "Action taken"},
    {"result_kind", "办结方式", "Kind of result"},
    {"result", "办理结果", "Result"},
    {"resolved_on", "办结日期", "Resolved on"},
    {"fed_back_on", "反馈日期", "Fed back on"},
    {"satisfaction", "满意度", "Satisfaction"},
    {"closed_on", "销号日期", "Closed on"},
};

// As in casework/vocabulary.cpp, which stands above this room.
constexpr Word kResultKinds[] = {{"solved", "已解决", "solved"},
                                 {"explained", "解释说明", "explained"},
                                 {"declined", "不予受理", "declined"},
                                 {"transferred", "转送", "transferred"},
                                 {"withdrawn", "撤回", "withdrawn"}};

}  // namespace

std::span<const Word> profile_field_words() { return kProfileFields; }
std::span<const Word> profile_value_words(std::string_view field_id) {
  return field_id == "result_kind" ? std::span<const Word>(kResultKinds)
                                   : program_choices(field_id);
}

std::span<const FieldWord> program_fields() { return kFields; }

const FieldWord* find_program_field(std::string_view id) {
  const auto found = std::find_if(std::begin(kFields), std::end(kFields),
                                  [id](const FieldWord& field) { return field.word.id == id; });
  return found == std::end(kFields) ? nullptr : found;
}

std::span<const Word> nature_words() { return kNatures; }
std::span<const Word> urgency_words() { return kUrgencies; }
std::span<const Word> satisfaction_words() { return kSatisfactions; }
std::span<const Word> state_words() { return kStates; }
std::span<const Word> unit_kind_words() { return kUnitKinds; }
std::span<const Word> area_level_words() { return kAreaLevels; }
std::span<const Word> reveal_words() { return kReveals; }
std::span<const Word> request_words() { return kRequests; }
std::span<const Word> form_need_words() { return kFormNeeds; }
std::span<const Word> field_type_words() { return kFieldTypes; }
std::span<const Word> personal_words() { return kPersonal; }
std::span<const Word> clock_start_words() { return kClockStarts; }

std::span<const Word> program_choices(std::string_view field_id) {
  if (field_id == "urgency") return kUrgencies;
  if (field_id == "satisfaction") return kSatisfactions;
  if (field_id == "status") return kStates;
  return {};
}

}  // namespace minqing::schema
