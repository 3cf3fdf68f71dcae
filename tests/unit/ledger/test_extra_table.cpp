// SPDX-License-Identifier: MIT
// The generated table follows the schema in force: made, filled again when the schema changes, and
// absent where there are no fields of the office's own.

#include "lib/ledger/extra_table.hpp"
#include "lib/ledger/select.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

namespace minqing::ledger {

namespace {

using namespace casework;

constexpr const char* kTable =
    "SELECT group_concat(name || ' ' || type, ', ') FROM pragma_table_info('issue_extra')";

/// The small rules with these fields of the office's own.
SchemaApplied small_with(const std::string& fields) {
  const std::string text = opening(Preset::small).schema_text + "extra_fields:\n" + fields;
  return {"small", "0123456789abcdef0123456789abcdef", text};
}

SchemaApplied both_fields() {
  return small_with(
      "  house_no: {label: 户编号, type: integer}\n"
      "  contact: {label: 代办人, type: name, personal: identity}\n");
}

Register matter(const std::string& house_no) {
  Register wish = water_matter();
  wish.particulars.extra = {{"house_no", house_no}};
  wish.particulars.extra_personal = {{"contact", personal("周小满")}};
  return wish;
}

ExtraValues values_of(const SampleLedger& sample, const std::string& number) {
  Ledger ledger = sample.read();
  return find_listed(ledger, number, {.with_extra = true})->extra;
}

void check_rebuilt(const SampleLedger& sample) {
  Ledger ledger(sample.location(), Access::write);
  const Rebuilt rebuilt = rebuild(ledger, false);
  CHECK(rebuilt.before == rebuilt.after);
}

}  // namespace

TEST_CASE("a ledger without fields of the office's own has no table of them") {
  SampleLedger sample(Preset::small);
  const std::string number = sample.record(matter("12"));
  CHECK(
      RawDatabase(sample.path()).number("SELECT count(*) FROM pragma_table_info('issue_extra')") ==
      0);
  CHECK(values_of(sample, number).empty());
  check_rebuilt(sample);
}

TEST_CASE("the table is made by the schema and filled from the issues there are") {
  SampleLedger sample(Preset::small);
  const std::string earlier = sample.record(matter("12"));
  sample.write(both_fields());
  CHECK(RawDatabase(sample.path()).text(kTable) ==
        "_issue INTEGER, house_no INTEGER, contact BLOB, contact.digest TEXT");
  const std::string later = sample.record(matter("13"));
  CHECK(values_of(sample, earlier).open.at("house_no") == "12");
  CHECK(values_of(sample, later).open.at("house_no") == "13");
  CHECK(values_of(sample, later).personal.at("contact") == "周小满");
  check_rebuilt(sample);
}

TEST_CASE("another schema makes another table; what does not fit its type is left out") {
  SampleLedger sample(Preset::small);
  sample.write(small_with("  house_no: {label: 户编号}\n"));
  const std::string words = sample.record(matter("十二号"));
  const std::string figures = sample.record(matter("12"));
  sample.write(both_fields());
  CHECK(values_of(sample, words).open.empty());
  CHECK(values_of(sample, figures).open.at("house_no") == "12");
  check_rebuilt(sample);
  sample.write(SchemaApplied{"small", "0123", opening(Preset::small).schema_text});
  CHECK(values_of(sample, figures).empty());
  CHECK(
      RawDatabase(sample.path()).number("SELECT count(*) FROM pragma_table_info('issue_extra')") ==
      0);
  check_rebuilt(sample);
}

TEST_CASE("sealed values are found by their digests alone") {
  SampleLedger sample(Preset::small);
  sample.write(both_fields());
  const std::string number = sample.record(matter("12"));
  Ledger ledger = sample.read();
  Selection selection;
  selection.terms = {{.criterion = Criterion::extra, .field = "contact", .any_of = {" 周小满"}}};
  CHECK(count(ledger, selection, base::Date{}) == 1);
  selection.terms[0].any_of = {"周小"};
  CHECK(count(ledger, selection, base::Date{}) == 0);
  selection.terms[0].negated = true;
  CHECK(count(ledger, selection, base::Date{}) == 1);
}

}  // namespace minqing::ledger
