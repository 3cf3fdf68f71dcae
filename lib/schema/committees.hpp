// SPDX-License-Identifier: MIT
// Village and neighbourhood committees are units too: a category routed by area goes to the
// committee of the village. Nobody should have to type 243 of them, so each area of level `village`
// yields one:
//
//   area   431026102200, 热水村
//   unit   431026102200, 热水村村民委员会, kind committee, also 热水村, 热水村委会 …
//
// Its id is the code of the area. A unit of the table that names the area in its column `area`
// takes the place of the generated one. Spellings that another unit has, or that two committees
// would share, are left out: `和兴村` means nothing when two townships have one; the name is then
// written with the township in front (`热水镇和兴村村民委员会`).

#pragma once

#include "lib/schema/definitions.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// The committee's full name and its other spellings, from the name of an area as statistics and
/// spreadsheets write it: 热水村, 远光村委会, 文明社区居民委员会, 濠头居委会, 津江社区.
struct CommitteeName {
  std::string name;
  std::vector<std::string> also;
};
CommitteeName committee_name(std::string_view area_name);

/// Appends a unit for each village of `areas` that has none in `units`.
void add_committees(const std::vector<Area>& areas, std::vector<Unit>& units);

}  // namespace minqing::schema
