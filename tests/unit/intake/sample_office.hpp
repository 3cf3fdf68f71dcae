// SPDX-License-Identifier: MIT
// A small office for the tests of drafts and queries: two townships, three units, a handful of
// words. All persons are invented.

#pragma once

#include "lib/casework/roster.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

schema::Schema sample_schema();
casework::Roster sample_roster();

}  // namespace minqing::intake
