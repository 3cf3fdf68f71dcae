// SPDX-License-Identifier: MIT
// What a row of an older ledger says about the time after registration (承办单位, 办结日期, 满意度
// …), as commands that follow the registration with business times of their own.
//
// Only what the row testifies: a step without a trace in it is not invented, a result needs a day,
// and what contradicts itself (是否办结 否 beside a 办结日期) is a problem. A day that the row does
// not give is the latest one known before it; a result without 办结日期 is as late as the first
// later day that it gives (反馈, 回访, 销号), for then it was there.

#pragma once

#include <string_view>
#include <vector>

#include "lib/casework/command.hpp"
#include "lib/intake/registration_reading.hpp"

namespace minqing::intake {

/// True for fields that a row may testify about the handling.
bool is_of_history(std::string_view field_id);

/// In their order, about casework::kJustRegistered. `place`: of the row. Problems are added to the
/// reading, and then the commands are worth nothing.
std::vector<casework::Command> history_of(Reading& reading, const base::Place& place);

}  // namespace minqing::intake
