// SPDX-License-Identifier: MIT
#include "lib/casework/vocabulary.hpp"

namespace minqing::casework {

namespace {

using base::Word;

constexpr Word kStates[] = {
    {"registered", "已登记", "registered", "登记|待交办|挂号|新增"},
    {"assigned", "已交办", "assigned", "交办|待签收|已派单|派单|已转办"},
    {"signed_for", "已签收", "signed for", "签收|已接收|已接单"},
    {"in_progress", "办理中", "in progress", "正在办理|跟进中|推进中|处理中|整改中"},
    {"resolved", "已办结", "resolved", "办结|待核查|已完成|完成|已解决"},
    {"checked", "已核查", "checked", "核查通过|待反馈|验收"},
    {"fed_back", "已反馈", "fed back", "反馈|待回访|已回复|已答复"},
    {"called_back", "已回访", "called back", "回访|待销号"},
    {"closed", "已销号", "closed", "销号|结案|销账|办结销号"},
    {"reopened", "待重办", "reopened", "重办|返工|重新办理"},
    {"voided", "已作废", "voided", "作废|误录"},
    {"accepted", "已受理", "accepted", "受理|立案"},
    {"returned", "已退回", "returned", "退回|退单|退件|待改派"},
    {"suspended", "已挂账", "suspended", "挂账|挂起|暂缓|长期跟踪|列入计划"},
    {"merged", "已并案", "merged", "并案|并单|重复件"},
};
constexpr Word kUrgencies[] = {
    {"normal", "一般", "normal", "普通|平常|否|不紧急"},
    {"urgent", "紧急", "urgent", "急|加急|是|较急"},
    {"critical", "特急", "critical", "特别紧急|突发|危急"},
};
constexpr Word kResultKinds[] = {
    {"solved", "已解决", "solved", "解决|办结|完成"},
    {"explained", "解释说明", "explained", "已解释|政策解释|解释|做好解释工作"},
    {"declined", "不予受理", "declined", "不受理"},
    {"transferred", "转送", "transferred", "转办|移送|移交|上报"},
    {"withdrawn", "撤回", "withdrawn", "撤诉|撤销|不再反映"},
};
constexpr Word kRecipients[] = {
    {"resident", "诉求人", "resident", "群众|反映人|来访人|本人"},
    {"office", "交办单位", "office", "办公室|交办方|综合办"},
};
constexpr Word kMethods[] = {
    {"visit", "上门", "visit", "当面|走访|入户"},
    {"phone", "电话", "phone", "来电|去电"},
    {"text_message", "短信", "text message", "微信|信息"},
    {"letter", "信函", "letter", "书面|来信|回函"},
    {"meeting", "会议", "meeting", "座谈|院坝会"},
    {"notice", "公示", "notice", "公告|张贴"},
};
constexpr Word kSatisfactions[] = {
    {"very_satisfied", "非常满意", "very satisfied", "很满意"},
    {"satisfied", "满意", "satisfied", "√|是"},
    {"fairly_satisfied", "基本满意", "fairly satisfied", "较满意|一般|比较满意"},
    {"dissatisfied", "不满意", "dissatisfied", "×|否"},
    {"very_dissatisfied", "非常不满意", "very dissatisfied", "很不满意"},
    {"not_rated", "未评价", "not rated", "未回访|无法联系|拒评|拒绝评价|空号|关机"},
};
constexpr Word kUnreached[] = {
    {"no_answer", "无人接听", "no answer", "未接|未接通|没人接"},
    {"switched_off", "关机", "switched off", "停机|已关机"},
    {"invalid_number", "空号", "invalid number", "号码错误|错号"},
    {"refused", "拒评", "refused", "拒绝评价|拒绝|拒答"},
    {"no_contact", "无法联系", "no contact", "联系不上|无联系方式|外出"},
};
constexpr Word kCloseGrounds[] = {
    {"satisfied", "群众满意", "satisfied", "满意"},
    {"explained", "解释说明", "explained", "解释"},
    {"unreached", "多次未联系上", "unreached", "未联系上|无法联系"},
    {"concluded", "法定终结", "concluded", "终结"},
    {"withdrawn", "诉求人撤回", "withdrawn", "撤回"},
    {"recorded", "原台账已销号", "struck off in the older ledger"},
};
constexpr Word kReopenCauses[] = {
    {"dissatisfied", "回访不满意", "dissatisfied", "不满意"},
    {"check_failed", "核查不通过", "check failed", "核查未通过"},
    {"ordered", "责成重办", "ordered", "责令重办"},
};
constexpr Word kAssignmentBases[] = {
    {"category", "归口办理", "by function", "归口"},
    {"area", "属地办理", "by area", "属地"},
    {"explicit_choice", "指定", "by explicit choice", ""},
    {"default_unit", "未归口，由综合协调", "default unit", ""},
    {"same_unit", "原承办单位重办", "same unit again", ""},
};
constexpr Word kRequestKinds[] = {
    {"extend", "延期", "extension", "延时|申请延期|延长办理"},
    {"suspend", "挂账", "suspension", "挂起|暂缓"},
    {"return", "退回", "return", "退单|退件|退办"},
    {"exclude", "剔除", "exclusion", "不计入考核|免考核|核减"},
    {"amend", "更正", "amendment", "修正|改错"},
    {"close", "销号", "closing", "结案|销账"},
};
constexpr Word kAttachmentUses[] = {
    {"document", "附件", "document", "材料"},
    {"evidence", "佐证", "evidence", "照片|图片"},
    {"answer", "回单", "answer", "回复"},
};

}  // namespace

std::span<const Word> words(State) { return kStates; }
std::span<const Word> words(Urgency) { return kUrgencies; }
std::span<const Word> words(ResultKind) { return kResultKinds; }
std::span<const Word> words(Recipient) { return kRecipients; }
std::span<const Word> words(Method) { return kMethods; }
std::span<const Word> words(Satisfaction) { return kSatisfactions; }
std::span<const Word> words(Unreached) { return kUnreached; }
std::span<const Word> words(CloseGround) { return kCloseGrounds; }
std::span<const Word> words(ReopenCause) { return kReopenCauses; }
std::span<const Word> words(AssignmentBasis) { return kAssignmentBases; }
std::span<const Word> words(RequestKind) { return kRequestKinds; }
std::span<const Word> words(AttachmentUse) { return kAttachmentUses; }

}  // namespace minqing::casework
