// SPDX-License-Identifier: MIT
// Whose telephone a column of that name holds.

#include <algorithm>

#include "lib/intake/column_context.hpp"

namespace minqing::intake {
namespace {

bool is_phone(const OpenColumn& column) {
  return column.field() != nullptr && column.field()->id == "phone";
}

}  // namespace

PhoneOwner owner_of_phone(const schema::Schema& schema, const std::vector<OpenColumn>& columns,
                          std::size_t index) {
  const OpenColumn& phone = columns[index];
  const bool names_resident = part_of_heading(phone.column->name()) == Part::resident;
  if (names_resident || phone.parent == Part::resident) return PhoneOwner::resident;
  if (phone.parent != Part::none && !is_intake_side(phone.parent)) return PhoneOwner::official;
  if (phone.column->path.size() > 1) {
    const auto above = schema.match_heading(phone.column->path[phone.column->path.size() - 2]);
    const bool official =
        above.size() == 1 && is_person(*above.front()) && above.front()->id != "resident";
    if (official) return PhoneOwner::official;
  }
  const auto begin = columns.begin();
  const bool has_another = std::any_of(begin, begin + static_cast<long>(index), is_phone);
  for (std::size_t i = index; i-- > 0;) {
    const schema::Field* field = columns[i].field();
    if (field == nullptr || !is_person(*field)) continue;
    if (field->id == "resident") return PhoneOwner::resident;
    return has_another ? PhoneOwner::official : PhoneOwner::uncertain;
  }
  return PhoneOwner::resident;
}

}  // namespace minqing::intake
