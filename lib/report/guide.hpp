// SPDX-License-Identifier: MIT
// 便民导引: what residents turn to whom with, from the schema's routes and the roster: matters and
// the unit that answers for them, units with address, telephone and people, villages with their
// committees. It names officials and never a resident.

#pragma once

#include <string>

#include "lib/casework/roster.hpp"
#include "lib/report/document.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::report {

struct GuideQuestion {
  const schema::Schema& schema;
  const casework::Roster& roster;
  std::string place;   ///< 热水镇; stands in the title
  std::string wanted;  ///< only lines that hold this; empty: all
  base::Date today;    ///< who is in office on that day
  base::Lang lang = base::Lang::zh;
};

/// Without blocks when nothing holds what is wanted.
Document make_guide(const GuideQuestion& question);

}  // namespace minqing::report
