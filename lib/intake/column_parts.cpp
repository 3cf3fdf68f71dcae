// SPDX-License-Identifier: MIT
#include "lib/intake/column_parts.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

struct PartWords {
  Part part;
  std::string_view words;  ///< separated by blanks
};

// The order decides where a heading holds several: 群众满意度 is of the call-back, 办理反馈 of the
// feedback.
constexpr PartWords kParentWords[] = {
    {Part::callback, "回访 满意 评价"},
    {Part::feedback, "反馈 回复 答复 回告"},
    {Part::resident,
     "诉求人 反映人 来访人 信访人 来电人 投诉人 求助人 申请人 当事人 留言人 群众 居民 村民 户主"},
    {Part::registration, "登记 受理 接访 接待 接件 录入 记录"},
    {Part::handling,
     "交办 承办 办理 处理 处置 办结 责任 整改 落实 化解 调解 帮扶 督办 转办 派单 分办"},
    {Part::sender, "来件 来文 来源"},
    {Part::matter, "诉求 反映 问题 事项 信访 内容"},
};

constexpr PartWords kFields[] = {
    {Part::resident, "resident phone address village village_group grid"},
    {Part::matter,
     "content category nature title location people_count urgency subject_of_report campaign"},
    {Part::registration, "registered_on channel registrar row_no number"},
    {Part::sender, "source source_no source_due_on"},
    {Part::handling,
     "status assigned_on handler_unit handler co_units leader_in_charge due_on signed_for_on "
     "signed_for_by first_contact_on action_taken result resolved_on extend_to return_reason "
     "pending_reason closed_on attachment"},
    {Part::feedback, "fed_back_on feedback_method"},
    {Part::callback, "called_back_on callback_by satisfaction"},
};

constexpr std::string_view kPersons =
    "resident registrar handler leader_in_charge callback_by signed_for_by";

bool has_word(std::string_view words, std::string_view wanted) {
  const auto all = base::split(words, ' ');
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

}  // namespace

Part part_of_heading(std::string_view heading) {
  const std::string key = base::heading_key(heading);
  for (const PartWords& row : kParentWords) {
    for (std::string_view word : base::split(row.words, ' ')) {
      if (key.find(word) != std::string::npos) return row.part;
    }
  }
  return Part::none;
}

Part part_of_field(std::string_view field_id) {
  for (const PartWords& row : kFields) {
    if (has_word(row.words, field_id)) return row.part;
  }
  return Part::none;
}

bool is_intake_side(Part part) {
  return part == Part::resident || part == Part::matter || part == Part::registration ||
         part == Part::sender;
}

bool is_person(const schema::Field& field) { return has_word(kPersons, field.id); }

}  // namespace minqing::intake
