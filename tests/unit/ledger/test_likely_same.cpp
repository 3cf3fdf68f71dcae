// SPDX-License-Identifier: MIT
// Open issues that share a telephone and the category.

#include "lib/ledger/likely_same.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;

std::string record_with_phone(SampleLedger& sample, const char* phone, const char* category) {
  Register wish = water_matter();
  wish.particulars.category = category;
  wish.particulars.residents = {{false, personal("何田"), personal(phone), {}}};
  return sample.record(wish);
}

std::vector<std::string> open_with_phone(SampleLedger& sample, const char* phone,
                                         const char* category, std::size_t most = 100) {
  Ledger ledger = sample.read();
  LikelySame open(ledger);
  std::vector<std::string> out;
  open.for_each_open({category, phone}, [&](const LikelySame::Issue& issue) {
    out.push_back(issue.number);
    CHECK(issue.id == issue_id(issue.number));
    return out.size() < most;
  });
  return out;
}

}  // namespace

TEST_CASE("open issues are found by telephone and category, in the order of their numbers") {
  SampleLedger sample;
  const std::string first = record_with_phone(sample, "138-0000-0001/13800000003", "water_supply");
  const std::string other_category = record_with_phone(sample, "13800000001", "sanitation");
  const std::string other_phone = record_with_phone(sample, "13800000002", "water_supply");
  const std::string second = record_with_phone(sample, "13800000001", "water_supply");
  const std::string voided = record_with_phone(sample, "13800000001", "water_supply");
  const std::string merged = record_with_phone(sample, "13800000001", "water_supply");
  sample.write(Void{personal("误录")}, voided);
  sample.write(Merge{.into = second}, merged);

  using Numbers = std::vector<std::string>;
  CHECK(open_with_phone(sample, "13800000001", "water_supply") == Numbers{first, second});
  CHECK(open_with_phone(sample, "13800000001", "water_supply", 1) == Numbers{first});
  CHECK(open_with_phone(sample, "13800000003", "water_supply") == Numbers{first});
  CHECK(open_with_phone(sample, "13800000001", "sanitation") == Numbers{other_category});
  CHECK(open_with_phone(sample, "13800000002", "water_supply") == Numbers{other_phone});
  CHECK(open_with_phone(sample, "13800000009", "water_supply").empty());
  CHECK(open_with_phone(sample, "", "water_supply").empty());
}

TEST_CASE("a likely duplicate is looked up by the index of digests, not by reading all issues") {
  SampleLedger sample;
  record_with_phone(sample, "13800000001", "water_supply");
  Ledger ledger = sample.read();
  Statement plan = ledger.db().prepare(std::string("EXPLAIN QUERY PLAN ") + LikelySame::kQuestion);
  std::string steps;
  while (plan.step()) steps += plan.string(3) + "\n";
  INFO(steps);
  CHECK(steps.find("SCAN") == std::string::npos);
  CHECK(steps.find("TEMP B-TREE") == std::string::npos);
  CHECK(steps.find("PRIMARY KEY (digest=?)") != std::string::npos);
}

}  // namespace minqing::ledger
