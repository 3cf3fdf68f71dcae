// SPDX-License-Identifier: MIT
#include "lib/schema/form_words.hpp"

#include "lib/base/utf8.hpp"
#include "lib/schema/schema.hpp"
#include "lib/schema/words.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

constexpr auto kPaper = FormScope::paper;
constexpr auto kIssue = FormScope::issue;
constexpr auto kCard = FormScope::card;
constexpr auto kEntry = FormScope::entry;
constexpr auto kNotPersonal = Personal::none;
constexpr auto kPersonalText = Personal::text;

constexpr FormWord kWords[] = {
    {{"form", "文书名称", "Form"}, kPaper},
    {{"ledger", "台账名称", "Ledger"}, kPaper},
    {{"issuer", "署名", "Issuer", "署名单位|落款"}, kPaper},
    {{"printed_on", "打印日期", "Printed on"}, kPaper},
    {{"count", "件数", "Count"}, kPaper},
    {{"anchor", "校验码", "Anchor", "台账校验码"}, kPaper},
    {{"issues", "各件", "Issues", "各事项"}, kPaper, kNotPersonal, true},

    {{"mark", "文号", "Mark", "发文字号"}, kIssue},
    {{"issued_on", "印发日期", "Issued on"}, kIssue},
    {{"notice_no", "第几次", "Which notice"}, kIssue},
    {{"round", "轮次", "Round"}, kIssue},
    {{"route", "交办依据", "Route"}, kIssue},
    {{"assigned_by", "交办人", "Assigned by"}, kIssue},
    {{"limit", "办理时限", "Limit"}, kIssue},
    {{"sign_limit", "签收时限", "Limit for signing"}, kIssue},
    {{"contact_limit", "联系时限", "Limit for the first contact"}, kIssue},
    {{"return_limit", "退回时限", "Limit for returning"}, kIssue},
    {{"due_before", "原办结时限", "Due before the extension"}, kIssue},
    {{"extended_on", "延期日期", "Extended on"}, kIssue},
    {{"extended_by", "延期批准人", "Extension approved by"}, kIssue},
    {{"extension_reason", "延期理由", "Reason for the extension"}, kIssue, kPersonalText},
    {{"days_left", "剩余天数", "Days left"}, kIssue},
    {{"days_overdue", "超期天数", "Days overdue"}, kIssue},
    {{"result_kind", "办结方式", "Kind of result"}, kIssue},
    {{"resolved_by", "办结人", "Resolved by"}, kIssue},
    {{"other_channel", "其他途径", "Other channel"}, kIssue},
    {{"to_body", "转送单位", "Transferred to"}, kIssue},
    {{"checked_on", "核查日期", "Checked on"}, kIssue},
    {{"checked_by", "核查人", "Checked by"}, kIssue},
    {{"check_finding", "核查情况", "Finding of the check"}, kIssue, kPersonalText},
    {{"told", "反馈内容", "What was told"}, kIssue, kPersonalText},
    {{"said", "回访内容", "What was said"}, kIssue, kPersonalText},
    {{"close_ground", "销号依据", "Ground of closing"}, kIssue},
    {{"residents", "各诉求人", "Residents", "各位诉求人"}, kIssue, Personal::identity, true},
    {{"progress", "办理经过", "Progress"}, kIssue, kPersonalText, true},
    {{"instructions", "领导批示", "Instructions", "批示"}, kIssue, kPersonalText, true},

    {{"card_no", "卡号", "Card"}, kCard},
    {{"official", "联系干部", "Official"}, kCard},
    {{"post", "职务", "Post"}, kCard},
    {{"official_phone", "干部电话", "Official's telephone"}, kCard},
    {{"unit", "单位", "Unit"}, kCard},
    {{"unit_phone", "单位电话", "Unit's telephone"}, kCard},
    {{"unit_address", "单位地址", "Unit's address"}, kCard},
    {{"card_village", "联系村", "Village"}, kCard},
    {{"given_on", "发放日期", "Given on"}, kCard},
    {{"duties", "工作职能", "Duties"}, kCard},
    {{"scope", "业务范围", "Scope of business"}, kCard},
    {{"complaint_phone", "监督电话", "Telephone for complaints"}, kCard},
    {{"qr_code", "二维码", "QR code"}, kCard},

    {{"noted_on", "日期", "Date"}, kEntry},
    {{"noted_by", "姓名", "Who"}, kEntry},
    {{"words", "内容", "Words"}, kEntry, kPersonalText},
};

void add_spelling(FormName& name, std::string_view spelling) {
  const std::string word(spelling);
  const auto& known = name.spellings;
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return;
  name.spellings.push_back(word);
}

/// `所属村（社区）` is also found as `所属村`.
void add_label(FormName& name, std::string_view label) {
  add_spelling(name, label);
  add_spelling(name, base::heading_key(label));
}

}  // namespace

std::span<const FormWord> form_words() { return kWords; }

std::vector<FormName> form_names(const Schema& schema) {
  std::vector<FormName> names;
  for (const FormWord& known : kWords) {
    FormName& name = names.emplace_back();
    name.id = known.word.id;
    name.scope = known.scope;
    name.personal = known.personal;
    name.list = known.list;
    add_spelling(name, known.word.id);
    add_spelling(name, known.word.zh);
    add_spelling(name, known.word.en);
    for (std::string_view also : base::split(known.word.also, '|')) add_spelling(name, also);
  }
  for (const Field& field : schema.fields) {
    FormName& name = names.emplace_back();
    name.id = field.id;
    name.personal = field.personal;
    add_spelling(name, field.id);
    add_label(name, field.label.zh);
    add_label(name, field.label.en);
    for (const FieldWord& known : program_fields()) {
      if (known.word.id == field.id) add_label(name, known.word.zh);
    }
  }
  return names;
}

const FormName* find_form_name(const std::vector<FormName>& names, std::string_view typed) {
  const std::string wanted = base::fold(typed);
  for (const FormName& name : names) {
    const bool fits = std::any_of(name.spellings.begin(), name.spellings.end(),
                                  [&](const auto& one) { return base::fold(one) == wanted; });
    if (fits) return &name;
  }
  return nullptr;
}

}  // namespace minqing::schema
