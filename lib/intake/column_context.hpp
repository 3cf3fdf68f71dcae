// SPDX-License-Identifier: MIT
// Headings that may mean several fields, decided by what stands around them (domain facts §2.8):
//
//   1. the parent heading: 姓名 under 诉求人信息 is the resident's, under 交办情况 the handler's
//   2. the other columns:
//      交办单位          the giver when there is a 承办单位 as well, else who received it
//      姓名 联系人       the resident when a handler is named elsewhere, and the other way round;
//                        of two without parents the first is the resident's
//      责任人 负责人      the handler, unless there is one already: then the leader
//      类型 诉求类型      the category when all values are categories, the nature when all are
//                        natures; else what the sheet lacks
//      编号              the running number when its values are 1, 2, 3 …
//      日期 时间         the registration when nothing else gives it and no handling stands to its
//                        left; else the step that stands to its left
//      网格              the field of that very name
//      电话 联系方式      the person to its left; an official's telephone is set aside
//   3. nothing of that: a problem

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/column_mapping.hpp"
#include "lib/intake/column_parts.hpp"

namespace minqing::intake {

/// A column while it is being decided.
struct OpenColumn {
  const Column* column = nullptr;
  Part parent = Part::none;
  /// The fields its heading may mean; one once it is decided.
  std::vector<const schema::Field*> may_be;
  bool decided = false;  ///< also for columns that are no field at all
  Rule rule;

  const schema::Field* field() const {
    return decided && may_be.size() == 1 ? may_be.front() : nullptr;
  }
};

/// Decides columns of several meanings, from the left; those it leaves open are uncertain.
void decide_by_context(const schema::Schema& schema, std::span<const Row> first_rows,
                       std::vector<OpenColumn>& columns);

/// Whose telephone a column 电话 is.
enum class PhoneOwner : std::uint8_t { resident, official, uncertain };
PhoneOwner owner_of_phone(const schema::Schema& schema, const std::vector<OpenColumn>& columns,
                          std::size_t index);

}  // namespace minqing::intake
