// SPDX-License-Identifier: MIT
// The parts of a ledger's page: who raised what, who handles it, what the resident says of it. A
// heading above others names one (诉求人信息, 交办情况, 回访), and every field belongs to one.

#pragma once

#include <cstdint>
#include <string_view>

#include "lib/schema/definitions.hpp"

namespace minqing::intake {

enum class Part : std::uint8_t {
  none,
  resident,
  matter,
  registration,
  sender,
  handling,
  feedback,
  callback
};

/// Part of a parent heading: 诉求人信息, 交办情况, 回访.
Part part_of_heading(std::string_view heading);
Part part_of_field(std::string_view field_id);
/// Before the matter is handed over: what a registration holds.
bool is_intake_side(Part part);
/// True for fields that name somebody: the resident or an official.
bool is_person(const schema::Field& field);

}  // namespace minqing::intake
