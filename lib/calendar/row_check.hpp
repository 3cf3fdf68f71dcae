// SPDX-License-Identifier: MIT
// What makes a list of calendar rows a calendar: dates strictly ascending, a name that fits the
// file format, and make-up working days on weekends only. Used for files and for rows made in
// memory.

#pragma once

#include <optional>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/calendar/calendar.hpp"

namespace minqing::calendar {

/// Sees the rows one after the other and adds a problem for each fault.
class RowCheck {
 public:
  explicit RowCheck(std::vector<base::Problem>& problems) : problems_(problems) {}

  void see(const CalendarRow& row, const base::Place& place);

 private:
  void see_order(base::Date date, const base::Place& place);

  std::vector<base::Problem>& problems_;
  std::optional<base::Date> latest_;
};

}  // namespace minqing::calendar
