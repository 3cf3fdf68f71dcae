// SPDX-License-Identifier: MIT
// No plain personal text anywhere on disk; keys that are missing, wrong or destroyed.

#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/select.hpp"
#include "lib/ledger/verify.hpp"
#include "lib/privacy/key_file.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <sys/stat.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;
using base::Exit;

/// Each stands in another personal field.
const std::vector<std::string> kMarkers = {
    "暗号甲", "13800000077", "暗号乙三组九号", "暗号丙", "暗号丁", "暗号戊", "暗号己", "暗号庚",
    "暗号辛", "暗号壬",      "暗号癸",         "暗号子", "暗号丑", "暗号寅", "暗号卯", "暗号辰"};

/// An issue that went through everything, with a marker in every personal field.
std::string tell_everything(SampleLedger& sample) {
  const auto marked = [](std::size_t i) { return personal("见" + kMarkers[i] + "处"); };
  Register wish = water_matter();
  Particulars& of = wish.particulars;
  of.residents = {{.name = personal(kMarkers[0]),
                   .phone = personal(kMarkers[1]),
                   .address = personal(kMarkers[2])},
                  {.name = marked(3)}};
  of.title = marked(4);
  of.content = marked(5);
  of.location = marked(6);
  of.remark = marked(7);
  of.extra_personal = {{"family", marked(8)}};
  const std::string number = sample.record(wish);
  const auto step = [&](Wish next, const std::string& by) {
    sample.write(std::move(next), number, by);
  };
  step(Assign{.automatic = true}, kClerk);
  step(SignFor{}, kHandler);
  step(NoteProgress{true, marked(9)}, kHandler);
  step(Resolve{ResultKind::solved, marked(10)}, kHandler);
  step(Check{true, marked(11)}, kChecker);
  step(FeedBack{.said = marked(12)}, kHandler);
  step(CallBack{.satisfaction = Satisfaction::dissatisfied, .said = marked(13)}, kChecker);
  step(Void{marked(14)}, kClerk);
  return number;
}

std::string bytes_of_folder(const Folder& folder) {
  std::string out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
    if (entry.is_regular_file()) out += base::read_file(entry.path(), 1 << 28);
  }
  return out;
}

std::vector<std::string> found_in(const std::string& bytes) {
  std::vector<std::string> out;
  for (const std::string& marker : kMarkers) {
    if (bytes.find(marker) != std::string::npos) out.push_back(marker);
  }
  return out;
}

std::optional<ListedIssue> listed(const SampleLedger& sample, const std::string& number) {
  Ledger ledger = sample.read();
  return find_listed(ledger, number,
                     {.today = day("2026-11-20"), .with_text = true, .with_residents = true});
}

}  // namespace

TEST_CASE("no byte on disk holds plain personal text") {
  SampleLedger sample;
  sample.location().state_dir = sample.folder().file("state");
  const std::string number = tell_everything(sample);
  // Also not after what was never committed, and not after a rebuild.
  Order refused = order_of({{.wish = Reopen{personal(kMarkers[15])}, .issue = number}});
  CHECK(exit_of([&] { sample.write(refused); }) == Exit::conflict);
  Order rehearsed = order_of({{.wish = water_matter()}});
  std::get<Register>(rehearsed.commands[0].wish).particulars.content = personal(kMarkers[15]);
  rehearsed.dry_run = true;
  sample.write(rehearsed);
  CHECK(found_in(bytes_of_folder(sample.folder())).empty());
  {
    Ledger ledger(sample.location(), Access::write);
    rebuild(ledger, false);
  }
  const std::string bytes = bytes_of_folder(sample.folder());
  CHECK(found_in(bytes).empty());
  CHECK(bytes.find("issue_called_back") != std::string::npos);  // the search reads what is there
}

TEST_CASE("what was sealed is read back under the right key") {
  SampleLedger sample;
  const std::string number = tell_everything(sample);
  const auto issue = listed(sample, number);
  REQUIRE(issue);
  CHECK(issue->title == "见暗号丁处");
  CHECK(issue->content == "见暗号戊处");
  REQUIRE(issue->residents.size() == 2);
  CHECK(issue->residents[0].name->plain == kMarkers[0]);
  CHECK(issue->residents[0].phone->plain == kMarkers[1]);
  CHECK(issue->residents[0].address->plain == kMarkers[2]);
  CHECK(issue->residents[1].name->plain == "见暗号丙处");

  Ledger ledger = sample.read();
  const std::int64_t id = *issue_id(number);
  std::vector<std::string> plain;
  for (StoredEvent& stored : events_of(ledger.db(), id)) {
    std::visit(
        [&](auto& data) {
          for_each_personal(data, [&](std::string_view field, Personal& text) {
            CHECK(text.plain.empty());
            plain.push_back(ledger.keys().unseal(id, field, text).value());
          });
        },
        stored.event.payload);
  }
  const std::string all = base::join(plain, " ");
  for (std::size_t i = 0; i < 15; ++i) {
    CAPTURE(kMarkers[i]);
    CHECK(all.find(kMarkers[i]) != std::string::npos);
  }
}

TEST_CASE("identities have keys of their own, later words share the key of the text") {
  SampleLedger sample;
  tell_everything(sample);
  // Two residents, one text.
  CHECK(RawDatabase(sample.path()).number("SELECT count(*) FROM data_key WHERE issue <> 0") == 3);
  Register nameless = water_matter();
  nameless.particulars.residents = {{.anonymous = true}};
  sample.record(nameless);
  CHECK(RawDatabase(sample.path()).number("SELECT count(*) FROM data_key WHERE issue <> 0") == 4);
}

TEST_CASE("a key that was destroyed takes its text along, and the chain stays whole") {
  SampleLedger sample;
  const std::string number = tell_everything(sample);
  RawDatabase(sample.path()).run("DELETE FROM data_key WHERE issue <> 0");
  const auto issue = listed(sample, number);
  REQUIRE(issue);
  CHECK(issue->title.empty());
  CHECK(issue->content.empty());
  CHECK(issue->residents.at(0).name->plain.empty());
  CHECK(issue->state == State::voided);
  {
    Ledger ledger = sample.read();
    CHECK(verify(ledger, "").ok());
    CHECK(load_issue(ledger.db(), *issue_id(number))->number == number);
  }
  // Rebuilding brings nobody back: the digests of the erased go as well.
  {
    Ledger ledger(sample.location(), Access::write);
    rebuild(ledger, false);
  }
  CHECK(RawDatabase(sample.path()).number("SELECT count(*) FROM resident_digest") == 0);
}

TEST_CASE("an issue whose text was erased takes no more words") {
  SampleLedger sample;
  const std::string number = sample.record();
  RawDatabase(sample.path()).run("DELETE FROM data_key WHERE issue <> 0");
  const std::int64_t before = sample.events();
  CHECK(exit_of([&] { sample.write(Void{personal("误录")}, number); }) == Exit::permission);
  CHECK(sample.events() == before);
  CHECK(sample.write(Assign{.automatic = true}, number).steps.at(0).state == State::assigned);
}

TEST_CASE("without the right key file nothing personal is read or written") {
  struct Case {
    const char* what;
    std::function<void(SampleLedger&)> change;
  };
  const std::vector<Case> cases = {
      {"missing", [](SampleLedger& s) { std::filesystem::remove(s.location().key_file); }},
      {"elsewhere", [](SampleLedger& s) { s.location().key_file = s.folder().file("no.key"); }},
      {"of another ledger",
       [](SampleLedger& s) {
         std::filesystem::remove(s.location().key_file);
         privacy::create_key_file(s.location().key_file, "01932f00-0000-7000-8000-000000000001",
                                  privacy::Key::random());
       }},
      {"damaged",
       [](SampleLedger& s) {
         std::string line = base::read_file(s.location().key_file, 4096);
         line[60] = line[60] == 'A' ? 'B' : 'A';
         base::write_file_atomically(s.location().key_file, line, 0600, base::IfExists::replace);
       }},
      {"open to others", [](SampleLedger& s) { chmod(s.location().key_file.c_str(), 0644); }},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    SampleLedger sample;
    const std::string number = sample.record();
    c.change(sample);
    const std::int64_t before = sample.events();
    CHECK(exit_of([&] { sample.record(); }) == Exit::permission);
    CHECK(exit_of([&] { sample.write(Assign{.automatic = true}, number); }) == Exit::permission);
    CHECK(exit_of([&] { listed(sample, number); }) == Exit::permission);
    CHECK(sample.events() == before);
    // Figures, lists without text and verification need no key.
    Ledger ledger = sample.read();
    CHECK(count(ledger, {}, day("2026-11-20")) == 1);
    CHECK(select(ledger, {}, {.today = day("2026-11-20"), .with_text = false}).size() == 1);
    CHECK(verify(ledger, "").ok());
  }
}

TEST_CASE("a key of the right ledger that is not its key is damage, not an empty text") {
  SampleLedger sample;
  const std::string number = sample.record();
  const std::string id = sample.read().id();
  std::filesystem::remove(sample.location().key_file);
  privacy::create_key_file(sample.location().key_file, id, privacy::Key::random());
  CHECK(exit_of([&] { listed(sample, number); }) == Exit::integrity);
  CHECK(exit_of([&] { sample.record(); }) == Exit::integrity);
}

TEST_CASE("sealed text does not open elsewhere") {
  SampleLedger sample;
  const std::string first = sample.record();
  const std::string second = sample.record();
  Ledger ledger = sample.read();
  const std::int64_t id = *issue_id(first);
  const Personal content = load_issue(ledger.db(), id)->particulars.content;
  CHECK(ledger.keys().unseal(id, "content", content) == "自来水浑浊三天了");
  // As another field, with a changed byte: damage.
  CHECK(exit_of([&] { ledger.keys().unseal(id, "title", content); }) == Exit::integrity);
  Personal changed = content;
  changed.sealed.back() = static_cast<char>(changed.sealed.back() ^ 1);
  CHECK(exit_of([&] { ledger.keys().unseal(id, "content", changed); }) == Exit::integrity);
  // In another issue its key does not stand.
  CHECK_FALSE(ledger.keys().unseal(*issue_id(second), "content", content));
}

TEST_CASE("residents are found by exact name and phone without being stored in plain") {
  SampleLedger sample;
  const std::string number = sample.record();
  Register other = water_matter();
  other.particulars.residents = {{.anonymous = true, .name = personal("何田")}};
  sample.record(other);
  Ledger ledger = sample.read();
  const auto found = [&](Criterion criterion, const char* text) {
    std::string out;
    const Selection selection{.terms = {{.criterion = criterion, .any_of = {text}}}, .words = {}};
    for (const ListedIssue& issue : select(ledger, selection, {.today = day("2026-11-20")})) {
      out += issue.number;
    }
    return out;
  };
  CHECK(found(Criterion::resident_name, "何田") == number);  // an anonymous one is not found
  CHECK(found(Criterion::resident_name, " 何 田 ") == number);
  CHECK(found(Criterion::resident_name, "何") == "");
  CHECK(found(Criterion::resident_phone, "138-0000-0001") == number);
  CHECK(found(Criterion::resident_phone, "+86 １３８00000001") == number);
  CHECK(found(Criterion::resident_phone, "13800000002") == "");
}

}  // namespace minqing::ledger
