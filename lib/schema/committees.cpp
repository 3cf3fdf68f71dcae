// SPDX-License-Identifier: MIT
#include "lib/schema/committees.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace minqing::schema {
namespace {

/// How a name may end, and what its stem is then followed by in the full name and in short ones.
struct Ending {
  std::string_view ending;
  std::string_view full;
  std::array<std::string_view, 4> shorts;
};

// Longer endings first: 社区居民委员会 ends with 居民委员会.
constexpr Ending kEndings[] = {
    {"社区居民委员会", "社区居民委员会", {"社区", "社区居委会", "居委会"}},
    {"社区居委会", "社区居民委员会", {"社区", "社区居委会", "居委会"}},
    {"居民委员会", "居民委员会", {"居委会", "社区", "社区居委会"}},
    {"居委会", "居民委员会", {"居委会", "社区", "社区居委会"}},
    {"社区", "社区居民委员会", {"社区", "社区居委会", "居委会"}},
    {"村村民委员会", "村村民委员会", {"村", "村委会", "村村委会"}},
    {"村民委员会", "村村民委员会", {"村", "村委会", "村民委员会"}},
    {"村委会", "村村民委员会", {"村", "村委会", "村村委会"}},
    {"村", "村村民委员会", {"村", "村委会", "村村委会"}},
};

std::string joined(std::string_view stem, std::string_view ending) {
  return std::string(stem).append(ending);
}

void add_spelling(CommitteeName& name, std::string spelling) {
  const bool known = spelling == name.name ||
                     std::find(name.also.begin(), name.also.end(), spelling) != name.also.end();
  if (!known) name.also.push_back(std::move(spelling));
}

/// How many units would answer to a spelling.
using Claims = std::unordered_map<std::string, int>;

void count_unit(const Unit& unit, Claims& claims) {
  std::unordered_set<std::string> own = {base::fold(unit.name)};
  for (const std::string& word : unit.also) own.insert(base::fold(word));
  for (const std::string& key : own) ++claims[key];
}

std::string parent_name(const std::unordered_map<std::string_view, const Area*>& by_code,
                        const Area& area) {
  const auto parent = by_code.find(area.parent);
  return parent == by_code.end() ? std::string() : parent->second->name;
}

void keep_only_clear_spellings(Unit& unit, const Claims& claims, const std::string& parent) {
  const auto shared = [&](const std::string& word) { return claims.at(base::fold(word)) > 1; };
  if (shared(unit.name)) unit.name = parent + unit.name;
  std::erase_if(unit.also, shared);
}

Unit committee_of(const Area& area) {
  CommitteeName name = committee_name(area.name);
  for (const std::string& word : area.also) add_spelling(name, word);
  return {.id = area.code,
          .name = std::move(name.name),
          .also = std::move(name.also),
          .kind = "committee",
          .area = area.code};
}

}  // namespace

CommitteeName committee_name(std::string_view area_name) {
  for (const Ending& known : kEndings) {
    if (!area_name.ends_with(known.ending) || area_name == known.ending) continue;
    const std::string_view stem = area_name.substr(0, area_name.size() - known.ending.size());
    CommitteeName name{joined(stem, known.full), {}};
    add_spelling(name, std::string(area_name));
    for (const std::string_view ending : known.shorts) {
      if (!ending.empty()) add_spelling(name, joined(stem, ending));
    }
    return name;
  }
  return {std::string(area_name), {}};
}

void add_committees(const std::vector<Area>& areas, std::vector<Unit>& units) {
  std::unordered_set<std::string_view> taken;
  for (const Unit& unit : units) taken.insert(unit.area);
  std::vector<Unit> committees;
  std::vector<std::string> parents;
  std::unordered_map<std::string_view, const Area*> by_code;
  for (const Area& area : areas) by_code.emplace(area.code, &area);
  for (const Area& area : areas) {
    if (area.level != "village" || taken.contains(area.code)) continue;
    committees.push_back(committee_of(area));
    parents.push_back(parent_name(by_code, area));
  }
  Claims claims;
  for (const Unit& unit : units) count_unit(unit, claims);
  for (const Unit& unit : committees) count_unit(unit, claims);
  for (std::size_t i = 0; i < committees.size(); ++i) {
    keep_only_clear_spellings(committees[i], claims, parents[i]);
    units.push_back(std::move(committees[i]));
  }
}

}  // namespace minqing::schema
