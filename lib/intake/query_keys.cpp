// SPDX-License-Identifier: MIT
// The words of the grammar: keys and shipped queries.

#include "lib/intake/query.hpp"

namespace minqing::intake {
namespace {

/// In the order of casework::Criterion.
constexpr base::Word kKeys[] = {
    {"number", "编号", "number", "诉求编号|no"},
    {"state", "状态", "state", "办理状态|status"},
    {"unit", "承办单位", "unit", "单位|责任单位|handler_unit"},
    {"handler", "承办人", "handler", "责任人"},
    {"category", "类别", "category", "诉求类别"},
    {"nature", "性质", "nature", "诉求性质"},
    {"channel", "渠道", "channel", "来源渠道|来源"},
    {"area", "村", "area", "village|社区|所属村|区域|乡镇"},
    {"urgency", "紧急程度", "urgency", "紧急|缓急"},
    {"satisfaction", "满意度", "satisfaction"},
    {"source", "来件单位", "source"},
    {"source_no", "来件编号", "source_no", "工单号"},
    {"campaign", "专项", "campaign"},
    {"registered_on", "登记日期", "registered", "登记|登记时间"},
    {"due_on", "时限", "due", "办结时限|到期"},
    {"resolved_on", "办结日期", "resolved", "办结|办结时间"},
    {"closed_on", "销号日期", "closed", "销号|销号时间"},
    {"age_days", "天数", "days", "age"},
    {"overdue", "超期", "overdue", "逾期"},
    {"open", "未销号", "open"},
    {"confidential", "保密", "confidential"},
    {"resident_name", "姓名", "name", "诉求人|resident"},
    {"resident_phone", "电话", "phone", "联系电话|手机"},
    {"requested", "待批", "requested", "申请"},
    {"sent", "来件", "sent", "上级来件"},
    {"answered", "已回单", "answered", "回单"},
    {"result", "办理结果", "result", "结果"},
    {"card", "联系卡", "card", "卡|卡号"},
};

}  // namespace

std::span<const base::Word> query_keys() { return kKeys; }

const std::map<std::string, std::string>& shipped_queries() {
  // States by id: an office may call its states by the words of other ones.
  static const std::map<std::string, std::string> kQueries = {
      {"我的", "承办人:我 未销号:是"},
      {"本单位", "承办单位:本单位 未销号:是"},
      {"待交办", "状态:registered,accepted,reopened,returned"},
      {"待签收", "状态:assigned"},
      {"待办", "状态:assigned,signed_for,in_progress"},
      {"今日到期", "时限:今天 状态:reopened,assigned,signed_for,in_progress"},
      {"超期", "超期:是 未销号:是"},
      {"待核查", "状态:resolved"},
      {"待回访", "状态:fed_back"},
      {"待销号", "状态:called_back"},
      {"待批", "待批:是"},
      {"待回复", "来件:是 已回单:否 状态:resolved,checked,fed_back,called_back,closed"},
      {"已上报", "办理结果:transferred 未销号:是"},
      {"挂账", "状态:suspended"},
  };
  return kQueries;
}

}  // namespace minqing::intake
