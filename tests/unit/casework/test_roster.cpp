// SPDX-License-Identifier: MIT
// Names as people write them → units, persons and areas; and the closed word lists.

#include "lib/base/utf8.hpp"
#include "lib/casework/roster_life.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace minqing::casework {

namespace {

using Packed = std::map<RosterPart, std::string>;

Packed packed(const Roster& roster) {
  Packed out;
  for (const RosterPart part : kRosterParts) out[part] = roster.pack(part);
  return out;
}

Roster from(const Packed& parts) {
  return Roster::from_packed([parts](RosterPart part) { return parts.at(part); });
}

std::string id(const Area& area) { return area.code; }
template <class T>
std::string id(const T& entry) {
  return entry.id;
}

/// The id that was found, `a|b` for candidates, or nothing.
template <class T>
std::string in_words(const Match<T>& match) {
  if (match.found) {
    CHECK(match.candidates.empty());
    return id(*match.found);
  }
  std::vector<std::string> ids;
  for (const T* entry : match.candidates) ids.push_back(id(*entry));
  std::sort(ids.begin(), ids.end());
  return base::join(ids, "|");
}

struct Case {
  const char* text;
  const char* found;
};

/// Two townships with a village of the same name each, and one township that is named like a
/// village.
Roster neighbours() {
  RosterChanged change;
  change.areas = {{"431026", "汝城县", {}, {}, "county"},
                  {"431026102", "热水镇", {}, "431026", "township"},
                  {"431026104", "泉水镇", {}, "431026", "township"},
                  {"431026102204", "和兴村", {}, "431026102", "village"},
                  {"431026104201", "和兴村", {"和心村"}, "431026104", "village"},
                  {"431026104202", "和兴桥村", {}, "431026104", "village"},
                  {"431026104203", "泉水村", {}, "431026104", "village"}};
  Roster roster;
  roster.apply(change);
  return roster;
}

template <class E>
void check_words(E last) {
  const auto table = words(E{});
  REQUIRE(table.size() == static_cast<std::size_t>(last) + 1);
  for (std::size_t i = 0; i < table.size(); ++i) {
    const E value = static_cast<E>(i);
    CAPTURE(table[i].id);
    CHECK(id_of(value) == table[i].id);
    CHECK(label_of(value).zh == table[i].zh);
    // No spelling belongs to two words: each leads back to its own.
    std::vector<std::string_view> spellings = base::split(table[i].also, '|');
    spellings.insert(spellings.end(), {table[i].id, table[i].zh, table[i].en});
    for (std::string_view spelling : spellings) {
      if (spelling.empty()) continue;
      CAPTURE(spelling);
      CHECK(parse_word<E>(spelling) == value);
    }
  }
  CHECK_FALSE(parse_word<E>("无此说法"));
}

}  // namespace

TEST_CASE("villages of the sample are found as ledgers write them") {
  const std::vector<Case> cases = {
      {"431026102200", "431026102200"},
      {"热水村", "431026102200"},
      {"热水", "431026102200"},
      {" 热 水 村 ", "431026102200"},
      {"热水村委会", "431026102200"},
      {"热水村村委会", "431026102200"},
      {"热水村村民委员会", "431026102200"},
      {"热水村3组", "431026102200"},
      {"热水村３组", "431026102200"},
      {"热水3组", "431026102200"},
      {"热水村第三组", "431026102200"},
      {"热水村三组12号", "431026102200"},
      {"热水镇热水村3组", "431026102200"},
      {"热水镇热水村", "431026102200"},
      {"热水镇热水", "431026102200"},
      {"汝城县热水镇热水村3组", "431026102200"},
      {"汝城县热水村", "431026102200"},
      {"热水汤河", "431026102001"},
      {"热水汤河社区", "431026102001"},
      {"热水汤河居委会", "431026102001"},
      {"热水镇", "431026102"},
      {"汝城县", "431026"},
      {"汝城县热水镇", "431026102"},
      // One township has a village and a community of the same name.
      {"东溪村", "431026108209"},
      {"东溪社区", "431026108005"},
      {"东溪村3组", "431026108209"},
      {"东溪", "431026108005|431026108209"},
      {"卢阳镇东溪", "431026108005|431026108209"},
      {"马桥镇马桥", "431026109001|431026109206"},
      {"马桥镇马桥村", "431026109206"},
      // No guesses.
      {"热水桥头", ""},
      {"热", ""},
      {"热水镇中心小学", ""},
      {"不知道哪个村", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_words(office().match_area(c.text)) == c.found);
  }
}

TEST_CASE("villages of the same name are told apart by their township, or by a person") {
  const Roster roster = neighbours();
  const std::vector<Case> cases = {
      {"和兴村", "431026102204|431026104201"},
      {"和兴", "431026102204|431026104201"},
      {"和兴村5组", "431026102204|431026104201"},
      {"汝城县和兴村", "431026102204|431026104201"},
      {"热水镇和兴村", "431026102204"},
      {"泉水镇和兴村5组", "431026104201"},
      {"汝城县泉水镇和兴", "431026104201"},
      {"和心村", "431026104201"},
      {"和兴桥村", "431026104202"},  // the longest name decides
      {"和兴桥", "431026104202"},
      {"泉水镇和兴桥村2组", "431026104202"},
      {"泉水村", "431026104203"},
      {"泉水镇泉水村", "431026104203"},
      {"热水镇泉水村", ""},  // no such village there
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_words(roster.match_area(c.text)) == c.found);
  }
}

TEST_CASE("units are found by id, name, short form and spelling") {
  const std::vector<Case> cases = {
      {"social_affairs_office", "social_affairs_office"},
      {"社会事务办公室", "social_affairs_office"},
      {"社会事务办", "social_affairs_office"},
      {"社会事务", "social_affairs_office"},
      {"社事办", "social_affairs_office"},
      {"民政办", "social_affairs_office"},
      {"水务站", "water_station"},
      {"供水站", "water_station"},
      {"水务", "water_station"},
      {"Water_Station", "water_station"},
      {"热水村委会", kHotWaterVillage},
      {"热水村", kHotWaterVillage},
      {"热水村村民委员会", kHotWaterVillage},
      {"东溪村", "431026108209"},
      {"东溪社区", "431026108005"},
      {"月球办公室", ""},
      {"办公室", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(in_words(office().match_unit(c.text)) == c.found);
  }
  REQUIRE(office().committee_of(kHotWaterVillage));
  CHECK(office().committee_of(kHotWaterVillage)->name == "热水村村民委员会");
  CHECK(office().committee_of("431026102") == nullptr);
}

TEST_CASE("endings are taken off names and nothing else is") {
  CHECK(strip_area_ending("热水村委会") == "热水");
  CHECK(strip_area_ending("马桥社区居民委员会") == "马桥");
  CHECK(strip_area_ending("村") == "村");
  CHECK(strip_unit_ending("社会事务办公室") == "社会事务");
  CHECK(strip_unit_ending("热水村村民委员会") == "热水");
  CHECK(strip_unit_ending("水务站") == "水务");
  CHECK(strip_unit_ending("站") == "站");
}

TEST_CASE("namesakes are told apart by their unit") {
  RosterChanged change;
  change.units = {{"water_station", "水务站", {}, "station", {}},
                  {"planning_office", "规建办", {}, "office", {}}};
  change.people = {{"wang_yu_1", "王宇", {"老王"}, "water_station", {}, "wangyu"},
                   {"wang_yu_2", "王宇", {}, "planning_office", {}, {}},
                   {"li_chen", "李晨", {}, {}, {}, {}}};
  Roster roster;
  roster.apply(change);
  CHECK(in_words(roster.match_person("李晨")) == "li_chen");
  CHECK(in_words(roster.match_person("li_chen")) == "li_chen");
  CHECK(in_words(roster.match_person("老王")) == "wang_yu_1");
  CHECK(in_words(roster.match_person("王宇")) == "wang_yu_1|wang_yu_2");
  CHECK(in_words(roster.match_person("王宇", "planning_office")) == "wang_yu_2");
  CHECK(in_words(roster.match_person("王宇", "finance_office")) == "wang_yu_1|wang_yu_2");
  CHECK(in_words(roster.match_person("李晨", "water_station")) == "li_chen");
  CHECK(in_words(roster.match_person("王小宇")) == "");
  REQUIRE(roster.person_of_login("wangyu"));
  CHECK(roster.person_of_login("wangyu")->id == "wang_yu_1");
  CHECK(roster.person_of_login("root") == nullptr);
}

TEST_CASE("an entry that is changed is found by its new names only and keeps its place") {
  RosterChanged first;
  first.areas = {{"431026102200", "热水村", {"温泉村"}, "431026102", "village"}};
  first.units = {{"water_station", "供水站", {"自来水厂"}, "station", {}},
                 {"committee", "热水村村民委员会", {}, "committee", "431026102200"}};
  first.people = {{"li_chen", "李晨", {"小李"}, "water_station", {}, "lichen"}};
  Roster roster;
  roster.apply(first);
  const Unit* before = roster.unit("water_station");
  RosterChanged second;
  second.areas = {{"431026102200", "热泉村", {}, "431026102", "village"}};
  second.units = {{"water_station", "水务站", {"水厂"}, "station", {}},
                  {"committee", "热水村村民委员会", {}, "committee", {}}};
  second.people = {{"li_chen", "李辰", {}, "committee", {}, "lichen2"}};
  roster.apply(second);

  CHECK(roster.unit("water_station") == before);
  CHECK(roster.units().size() == 2);
  CHECK(roster.people().size() == 1);
  CHECK(roster.areas().size() == 1);
  CHECK(in_words(roster.match_unit("水厂")) == "water_station");
  CHECK(in_words(roster.match_unit("自来水厂")) == "");
  CHECK(in_words(roster.match_unit("供水")) == "");
  CHECK(in_words(roster.match_person("小李")) == "");
  CHECK(in_words(roster.match_person("李辰")) == "li_chen");
  CHECK(in_words(roster.match_area("温泉村")) == "");
  CHECK(in_words(roster.match_area("热水")) == "");
  CHECK(in_words(roster.match_area("热泉")) == "431026102200");
  CHECK(roster.committee_of("431026102200") == nullptr);
  CHECK(roster.person_of_login("lichen") == nullptr);
  CHECK(roster.person_of_login("lichen2") == roster.person("li_chen"));
}

TEST_CASE("each spelling of a word list belongs to one word") {
  check_words(State::merged);
  check_words(RequestKind::close);
  check_words(AttachmentUse::answer);
  check_words(Urgency::critical);
  check_words(ResultKind::withdrawn);
  check_words(Recipient::office);
  check_words(Method::notice);
  check_words(Satisfaction::not_rated);
  check_words(Unreached::no_contact);
  check_words(CloseGround::recorded);
  check_words(ReopenCause::ordered);
  check_words(AssignmentBasis::same_unit);
}

TEST_CASE("identifiers of the word lists never change") {
  const auto ids = [](std::span<const base::Word> table) {
    std::string out;
    for (const base::Word& word : table) out += std::string(word.id) + ' ';
    return out;
  };
  CHECK(ids(words(State{})) ==
        "registered assigned signed_for in_progress resolved checked fed_back called_back closed "
        "reopened voided accepted returned suspended merged ");
  CHECK(ids(words(RequestKind{})) == "extend suspend return exclude amend close ");
  CHECK(ids(words(AttachmentUse{})) == "document evidence answer ");
  CHECK(ids(words(Urgency{})) == "normal urgent critical ");
  CHECK(ids(words(ResultKind{})) == "solved explained declined transferred withdrawn ");
  CHECK(ids(words(Recipient{})) == "resident office ");
  CHECK(ids(words(Method{})) == "visit phone text_message letter meeting notice ");
  CHECK(ids(words(Satisfaction{})) ==
        "very_satisfied satisfied fairly_satisfied dissatisfied very_dissatisfied not_rated ");
  CHECK(ids(words(Unreached{})) == "no_answer switched_off invalid_number refused no_contact ");
  CHECK(ids(words(CloseGround{})) == "satisfied explained unreached concluded withdrawn recorded ");
  CHECK(ids(words(ReopenCause{})) == "dissatisfied check_failed ordered ");
  CHECK(ids(words(AssignmentBasis{})) == "category area explicit_choice default_unit same_unit ");
}

TEST_CASE("a packed roster answers as the one it was made of") {
  const Roster made = neighbours();
  const Packed bytes = packed(made);
  const Roster read = from(bytes);
  CHECK(read.units() == made.units());
  CHECK(read.people() == made.people());
  CHECK(read.areas() == made.areas());
  CHECK(packed(read) == bytes);
  for (const Area& area : made.areas()) {
    const Roster fresh = from(bytes);  // nothing is made yet
    REQUIRE(fresh.area(area.code));
    CHECK(*fresh.area(area.code) == area);
    CHECK(in_words(fresh.match_area(area.name)) == in_words(made.match_area(area.name)));
    const Unit* committee = made.committee_of(area.code);
    REQUIRE((fresh.committee_of(area.code) != nullptr) == (committee != nullptr));
    if (committee) CHECK(*fresh.committee_of(area.code) == *committee);
  }
  CHECK(read.unit("nobody") == nullptr);
  CHECK(in_words(read.match_area("没有这个村")) == "");
}

TEST_CASE("a packed roster changes as another does, and its copies do not") {
  Roster roster = from(packed(neighbours()));
  const Roster copy = roster;
  const Area first = roster.areas().front();
  Area renamed = first;
  renamed.name = "新名村";
  RosterChanged change;
  change.areas = {renamed, {"999", "另一村", {}, {}, "village"}};
  roster.apply(change);
  CHECK(roster.areas().size() == copy.areas().size() + 1);
  CHECK(roster.areas().front() == renamed);
  CHECK(in_words(roster.match_area("另一村")) == "999");
  CHECK(in_words(roster.match_area("新名村")) == first.code);
  CHECK(*copy.area(first.code) == first);
  CHECK(copy.area("999") == nullptr);
}

TEST_CASE("a packed roster that was damaged is an error or another roster") {
  RosterChanged change;
  change.units = {{"water_station", "水务站", {"水厂"}, "station", {}}};
  change.people = {{"li_chen", "李晨", {}, "water_station", {}, "lichen"}};
  Roster made;
  made.apply(change);
  const Packed sound = packed(made);
  const auto ask = [](const Packed& parts) {
    const Roster roster = from(parts);
    roster.match_unit("水务站");
    roster.match_person("李晨");
    roster.person_of_login("lichen");
    roster.units();
    roster.people();
  };
  ask(sound);
  for (const RosterPart part : {RosterPart::units, RosterPart::people}) {
    const std::string& bytes = sound.at(part);
    const auto ask_with = [&](std::string other) {
      Packed changed = sound;
      changed[part] = std::move(other);
      ask(changed);
    };
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      CHECK_THROWS_AS(ask_with(bytes.substr(0, size)), base::PackedError);
      CHECK_THROWS_AS(Roster::check_packed(bytes.substr(0, size)), base::PackedError);
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (const int other : {0x00, 0x01, 0x7f, 0x80, 0xff}) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(other);
        try {
          ask_with(std::move(changed));
        } catch (const base::PackedError&) {
        }
      }
    }
  }
}

TEST_CASE("a part that could not be read is no empty one") {
  const Packed parts = packed(neighbours());
  bool is_broken = true;
  const Roster roster = Roster::from_packed([&](RosterPart part) {
    if (is_broken) throw std::runtime_error("disk");
    return parts.at(part);
  });
  CHECK_THROWS_AS(roster.has_people(), std::runtime_error);
  CHECK_THROWS_AS(roster.has_people(), std::runtime_error);
  is_broken = false;
  CHECK(roster.has_people() == neighbours().has_people());
  CHECK(roster.areas() == neighbours().areas());
}

TEST_CASE("a part of a packed roster is read when it is needed, once, and before a copy is made") {
  const Packed parts = packed(neighbours());
  std::vector<RosterPart> read;
  const Roster roster = Roster::from_packed([&](RosterPart part) {
    read.push_back(part);
    return parts.at(part);
  });
  CHECK(read.empty());
  roster.match_area("热水村");
  roster.areas();
  CHECK(read == std::vector{RosterPart::areas});
  const Roster copy = roster;
  CHECK(read == std::vector{RosterPart::areas, RosterPart::units, RosterPart::people});
  CHECK(copy.units() == roster.units());
  CHECK(read.size() == 3);
}

namespace {

/// Two villages with their committees, a station with two people.
Roster small_office() {
  RosterChanged change;
  change.areas = {{"101", "热水村", {"温泉村"}, "10", "village"},
                  {"102", "冷水村", {}, "10", "village"},
                  {"102-1", "1组", {}, "102", "group"}};
  change.units = {{"101", "热水村村民委员会", {}, "committee", "101"},
                  {"102", "冷水村村民委员会", {"冷水村委"}, "committee", "102"},
                  {"water_station", "水务站", {"水厂"}, "station", {}},
                  {"planning_office", "规建办", {}, "office", {}}};
  change.people = {{"wang", "王宇", {}, "water_station", "站长", "wangyu"},
                   {"li", "李晨", {}, "102", {}, {}}};
  Roster roster;
  roster.apply(change);
  return roster;
}

}  // namespace

TEST_CASE("a unit that became part of another leaves it its names, its people and its work") {
  Roster roster = small_office();
  const Unit* station = roster.unit("water_station");
  roster.apply(merged(roster, {station}, *roster.unit("planning_office"), day("2026-11-15")));
  CHECK(in_words(roster.match_unit("水务站")) == "planning_office");
  CHECK(in_words(roster.match_unit("水厂")) == "planning_office");
  CHECK(roster.person("wang")->unit == "planning_office");
  CHECK(roster.person("wang")->post == "站长");
  CHECK_FALSE(in_office(*roster.unit("water_station"), day("2026-11-16")));
  CHECK(in_office(*roster.unit("water_station"), day("2026-11-15")));
  CHECK(roster.acting_unit("water_station", day("2026-11-15"))->id == "water_station");
  CHECK(roster.acting_unit("water_station", day("2026-11-16"))->id == "planning_office");
  const Roster read = from(packed(roster));
  CHECK(read.units() == roster.units());
  CHECK(in_words(read.match_unit("水厂")) == "planning_office");
  roster.apply(retired(*roster.unit("planning_office"), day("2026-12-31")));
  CHECK(roster.acting_unit("water_station", day("2027-01-01")) == nullptr);
  CHECK(roster.acting_unit("nobody", day("2027-01-01")) == nullptr);
}

TEST_CASE("villages merge with their committees and what lies in them") {
  Roster roster = small_office();
  roster.apply(merged(roster, {roster.area("102")}, *roster.area("101"), day("2026-11-15")));
  CHECK(in_words(roster.match_area("冷水村")) == "101");
  CHECK(in_words(roster.match_area("冷水村1组")) == "101");
  CHECK(roster.area("102-1")->parent == "101");
  CHECK(roster.person("li")->unit == "101");
  CHECK(in_words(roster.match_unit("冷水村委")) == "101");
  // Issues of earlier days keep the code of the village: its committee is the other's now.
  CHECK(roster.acting_unit(roster.committee_of("102")->id, day("2026-11-16"))->id == "101");
}

TEST_CASE("successors in a circle lead nowhere") {
  Roster roster = small_office();
  for (const auto& [id, heir] : {std::pair("101", "102"), std::pair("102", "101")}) {
    Unit unit = *roster.unit(id);
    unit.ended = Ended{day("2026-11-15"), heir};
    roster.apply({{unit}, {}, {}});
  }
  CHECK(roster.acting_unit("101", day("2026-11-16")) == nullptr);
}

TEST_CASE("an entry is called as on the day, and understood by every name it had") {
  Roster roster = small_office();
  RosterChanged change = renamed(*roster.unit("water_station"), "水利站");
  change.units[0].former = std::vector<FormerName>{{"水务站", day("2026-11-15")}};
  roster.apply(change);
  const Unit& unit = *roster.unit("water_station");
  CHECK(unit.also == std::vector<std::string>{"水厂", "水务站"});
  CHECK(name_on(unit, day("2026-11-15")) == "水务站");
  CHECK(name_on(unit, day("2026-11-16")) == "水利站");
  CHECK(in_words(roster.match_unit("水务站")) == "water_station");
  const RosterChanged village = renamed(roster, *roster.area("101"), "热泉村");
  CHECK(village.areas[0].name == "热泉村");
  REQUIRE(village.units.size() == 1);
  CHECK(village.units[0].name == "热泉村村民委员会");
}

TEST_CASE("who left gives way to who is there") {
  Roster roster = small_office();
  roster.apply(left(*roster.person("wang"), day("2026-11-16"), "li"));
  CHECK(roster.person("wang")->ended->successor == "li");
  roster.apply({{}, {{"wang2", "王宇", {}, "planning_office", {}, "wangyu"}}, {}});
  CHECK(in_words(roster.match_person("王宇")) == "wang2");
  CHECK(roster.person_of_login("wangyu")->id == "wang2");
}

TEST_CASE("what lies below a village is no place of a matter") {
  const Roster roster = small_office();
  CHECK(in_words(roster.match_area("1组")) == "");
  CHECK(roster.area("102-1") != nullptr);
}

}  // namespace minqing::casework
