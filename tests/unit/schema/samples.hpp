// SPDX-License-Identifier: MIT
// A small schema that is right in every point, for tests that change one line of it, and problems
// as lines of text.

#pragma once

#include "lib/base/error.hpp"
#include "lib/schema/schema.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace minqing::schema {

/// As stored in an event; the id stands in line 1 of schema.yaml.
inline const std::string kTiny = R"(--- schema.yaml
id: tiny
name: {zh: 小台账, en: Small ledger}
fields:
  content: {headings: [诉求内容]}
  phone: {headings: [电话]}
natures:
  help: 求助
  complaint: 投诉
categories:
  utilities: {label: 公用设施}
  water: {parent: utilities, label: 供水, also: [自来水], route: water_station}
units:
  - {id: water_station, name: 水务站, also: 供水站}
  - {id: office, name: 综合办}
areas:
  - {code: "431026102", name: 热水镇, level: township}
  - {code: "431026102200", name: 热水村, parent_code: "431026102", level: village}
limits:
  handle: 5wd
)";

/// kTiny with `what`, which must stand in it, replaced by `by`.
inline std::string tiny_with(const std::string& what, const std::string& by) {
  std::string text = kTiny;
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// `place: key: reason -> way out`, in English; the Chinese must be there too.
inline std::vector<std::string> lines_of(const std::vector<base::Problem>& problems) {
  std::vector<std::string> lines;
  for (const base::Problem& problem : problems) {
    CHECK_FALSE(problem.reason.zh.empty());
    CHECK(problem.way_out.zh.empty() == problem.way_out.en.empty());
    lines.push_back(base::to_line(problem, base::Lang::en));
    if (!problem.way_out.empty()) lines.back() += " -> " + problem.way_out.en;
  }
  return lines;
}

inline std::vector<std::string> problems_of(const std::string& text) {
  try {
    schema_from_text(text);
  } catch (const base::Rejected& rejected) {
    return lines_of(rejected.problems());
  }
  return {};
}

}  // namespace minqing::schema
