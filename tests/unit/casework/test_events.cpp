// SPDX-License-Identifier: MIT
// The format of events is a permanent promise: what stands here was written once and must be
// written and read the same for ever. A change that breaks one of these texts breaks every ledger.

#include "lib/base/error.hpp"
#include "lib/casework/command.hpp"
#include "lib/casework/event.hpp"
#include "tests/unit/casework/story.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace minqing::casework {

namespace {

/// Sealed under key `0011223344556677`; the bytes stand for nonce, ciphertext and tag.
Personal sealed(const char* bytes) { return {{}, "0011223344556677", bytes}; }

Event event_of(Payload payload) {
  Event event;
  event.transaction = "01932f00-0000-7000-8000-000000000001";
  event.occurred_at = moment("2026-11-16T09:00:00");
  event.recorded_at = {1'794'790'800'123'456};
  event.actor = kClerk;
  event.by = kHandler;
  event.os = {1000, "liuwen", "office-1"};
  event.schema = "0123456789abcdef0123456789abcdef";
  event.payload = std::move(payload);
  return event;
}

/// The body of event_of(…) with this kind and these data.
std::string body_with(const std::string& kind, const std::string& data) {
  return R"({"actor":"liu_wen","at":"2026-11-16T09:00:00","by":"chen_ping","data":)" + data +
         R"(,"i":0,"kind":")" + kind +
         R"(","n":1,"os":{"host":"office-1","login":"liuwen","uid":1000},)"
         R"("recorded_at":1794790800123456,"schema":"0123456789abcdef0123456789abcdef",)"
         R"("tx":"01932f00-0000-7000-8000-000000000001","v":1})";
}

IssueRegistered full_registration() {
  IssueRegistered out;
  Particulars& of = out.particulars;
  of.channel = "call";
  of.nature = "help";
  of.category = "water_supply";
  of.urgency = Urgency::urgent;
  of.confidential = true;
  of.area = "431026102200";
  of.village_group = "3组";
  of.grid = "G-07";
  of.location = sealed("location");
  of.people_count = 12;
  of.source = "county_hotline";
  of.source_no = "GD20261115001";
  of.source_due_on = day("2026-11-30");
  of.campaign = "winter";
  of.card = "K-18";
  of.registrar = kClerk;
  of.residents = {{false, sealed("name"), sealed("phone"), sealed("address")}, {true, {}, {}, {}}};
  of.title = sealed("title");
  of.content = sealed("content");
  of.remark = sealed("remark");
  of.extra = {{"households", "5"}};
  of.extra_personal = {{"family", sealed("family")}};
  out.import_mark = ImportMark{"01932f00-0000-7000-8000-000000000001", "aa11", "bb22", "一组!5"};
  return out;
}

IssueRegistered short_registration() {
  IssueRegistered out;
  out.particulars.channel = "call";
  out.particulars.nature = "help";
  out.particulars.category = "other";
  out.particulars.content = sealed("content");
  return out;
}

IssueRegistered in_a_visit() {
  IssueRegistered out = short_registration();
  out.particulars.diary_entry = "RS2026D00001";
  out.particulars.diary_visit = 2;
  return out;
}

IssueAssigned full_assignment() {
  IssueAssigned out;
  out.unit = "water_station";
  out.handler = kHandler;
  out.co_units = {"planning_office"};
  out.leader = "zhou_shan";
  out.basis = AssignmentBasis::category;
  out.rule = {"类别“供水”归口 → 水务站", "category 'Water supply' by function → 水务站"};
  out.due = {calendar::parse_limit("15d"),
             {"求助", "help"},
             moment("2026-04-20"),
             day("2026-05-06"),
             1050,
             day("2026-05-05"),
             true};
  return out;
}

IssueAssigned short_assignment() {
  IssueAssigned out;
  out.round = 2;
  out.unit = "water_station";
  out.rule = {"指定", "chosen"};
  out.due.clock_start = moment("2026-11-16T09:00:00");
  out.due.due_on = day("2026-11-19");
  return out;
}

struct Golden {
  Payload payload;
  const char* kind;
  std::string data;
};

/// A deadline that was moved, of a matter that was sent down.
DueBy later_due() {
  DueBy due;
  due.limit_rule = {"延期", "extended"};
  due.clock_start = moment("2026-11-16T09:00:00");
  due.due_on = day("2026-11-24");
  due.own_due_on = day("2026-11-30");
  due.source_due_on = day("2026-11-25");
  due.reserve = calendar::parse_limit("1wd");
  return due;
}
constexpr const char* kLaterDue =
    R"({"clock_start":"2026-11-16T09:00:00","due_on":"2026-11-24",)"
    R"("limit_rule":{"en":"extended","zh":"延期"},"own_due_on":"2026-11-30",)"
    R"("provisional":false,"reserve":"1wd","source_due_on":"2026-11-25"})";

const std::vector<Golden>& goldens() {
  static const std::vector<Golden> all = {
      {LedgerOpened{"01932f00-0000-7000-8000-0000000000ff", "热水镇民情台账", "RS", 480, "sha256"},
       "ledger_opened",
       R"({"hash":"sha256","ledger_id":"01932f00-0000-7000-8000-0000000000ff",)"
       R"("name":"热水镇民情台账","site":"RS","utc_offset_minutes":480})"},
      {SchemaApplied{"township", "c0ffee", "--- schema.yaml\nid: \"t\"\n"}, "schema_applied",
       R"({"digest":"c0ffee","name":"township","text":"--- schema.yaml\nid: \"t\"\n"})"},
      {CalendarApplied{"beef", "date,name,kind\n2026-10-01,国庆节,holiday\n"}, "calendar_applied",
       R"({"digest":"beef","text":"date,name,kind\n2026-10-01,国庆节,holiday\n"})"},
      {RosterChanged{{{"water_station", "水务站", {"供水站"}, "station", {}},
                      {"431026102200", "热水村村民委员会", {}, "committee", "431026102200"}},
                     {{"chen_ping", "陈平", {"老陈"}, "water_station", "站长", "chenping"},
                      {"liu_wen", "刘文", {}, {}, {}, {}}},
                     {{"431026102200", "热水村", {"温泉村"}, "431026102", "village"},
                      {"431026", "汝城县", {}, {}, "county"}}},
       "roster_changed",
       R"({"areas":[{"also":["温泉村"],"code":"431026102200","level":"village","name":"热水村",)"
       R"("parent":"431026102"},{"also":[],"code":"431026","level":"county","name":"汝城县"}],)"
       R"("people":[{"also":["老陈"],"id":"chen_ping","name":"陈平","os_user":"chenping",)"
       R"("post":"站长","unit":"water_station"},{"also":[],"id":"liu_wen","name":"刘文"}],)"
       R"("units":[{"also":["供水站"],"id":"water_station","kind":"station","name":"水务站"},)"
       R"({"also":[],"area":"431026102200","id":"431026102200","kind":"committee",)"
       R"("name":"热水村村民委员会"}]})"},
      {full_registration(), "issue_registered",
       R"({"import":{"batch":"01932f00-0000-7000-8000-000000000001","place":"一组!5",)"
       R"("row_digest":"bb22","row_key":"aa11"},"issue":{"area":"431026102200",)"
       R"("campaign":"winter","card":"K-18","category":"water_supply","channel":"call",)"
       R"("confidential":true,"content":"0011223344556677.Y29udGVudA",)"
       R"("extra":{"households":"5"},"extra_personal":{"family":"0011223344556677.ZmFtaWx5"},)"
       R"("grid":"G-07","location":"0011223344556677.bG9jYXRpb24","nature":"help",)"
       R"("people_count":12,"registrar":"liu_wen","remark":"0011223344556677.cmVtYXJr",)"
       R"("residents":[{"address":"0011223344556677.YWRkcmVzcw","anonymous":false,)"
       R"("name":"0011223344556677.bmFtZQ","phone":"0011223344556677.cGhvbmU"},)"
       R"({"anonymous":true}],"source":"county_hotline","source_due_on":"2026-11-30",)"
       R"("source_no":"GD20261115001","title":"0011223344556677.dGl0bGU","urgency":"urgent",)"
       R"("village_group":"3组"}})"},
      {short_registration(), "issue_registered",
       R"({"issue":{"category":"other","channel":"call","confidential":false,)"
       R"("content":"0011223344556677.Y29udGVudA","extra":{},"extra_personal":{},)"
       R"("nature":"help","residents":[],"urgency":"normal"}})"},
      {full_assignment(), "issue_assigned",
       R"({"basis":"category","co_units":["planning_office"],"due":{"clock_start":"2026-04-20",)"
       R"("due_minute":1050,"due_on":"2026-05-06","limit":"15d",)"
       R"("limit_rule":{"en":"help","zh":"求助"},"provisional":true,"unrolled_on":"2026-05-05"},)"
       R"("handler":"chen_ping","leader":"zhou_shan","round":1,)"
       R"("rule":{"en":"category 'Water supply' by function → 水务站",)"
       R"("zh":"类别“供水”归口 → 水务站"},"unit":"water_station"})"},
      {short_assignment(), "issue_assigned",
       R"({"basis":"explicit_choice","co_units":[],"due":{"clock_start":"2026-11-16T09:00:00",)"
       R"("due_on":"2026-11-19","limit_rule":{"en":"","zh":""},"provisional":false},"round":2,)"
       R"("rule":{"en":"chosen","zh":"指定"},"unit":"water_station"})"},
      {IssueSignedFor{kHandler}, "issue_signed_for", R"({"handler":"chen_ping"})"},
      {IssueSignedFor{}, "issue_signed_for", R"({})"},
      {ProgressNoted{true, sealed("note")}, "progress_noted",
       R"({"action_taken":"0011223344556677.bm90ZQ","contacted":true})"},
      {ProgressNoted{}, "progress_noted", R"({"contacted":false})"},
      {IssueResolved{ResultKind::explained, sealed("result")}, "issue_resolved",
       R"({"result":"0011223344556677.cmVzdWx0","result_kind":"explained"})"},
      {IssueChecked{false, sealed("finding")}, "issue_checked",
       R"({"finding":"0011223344556677.ZmluZGluZw","passed":false})"},
      {IssueChecked{}, "issue_checked", R"({"passed":true})"},
      {IssueReopened{3, ReopenCause::check_failed, sealed("reason")}, "issue_reopened",
       R"({"cause":"check_failed","reason":"0011223344556677.cmVhc29u","round":3})"},
      {IssueFedBack{Recipient::office, Method::meeting, sealed("said")}, "issue_fed_back",
       R"({"method":"meeting","said":"0011223344556677.c2FpZA","to":"office"})"},
      {IssueCalledBack{{}, true, false, Satisfaction::dissatisfied, sealed("said")},
       "issue_called_back",
       R"({"responded":true,"said":"0011223344556677.c2FpZA","satisfaction":"dissatisfied",)"
       R"("solved":false})"},
      {IssueCalledBack{Unreached::invalid_number, {}, {}, Satisfaction::not_rated, {}},
       "issue_called_back", R"({"satisfaction":"not_rated","unreached":"invalid_number"})"},
      {IssueClosed{CloseGround::explained, sealed("reason")}, "issue_closed",
       R"({"on":"explained","reason":"0011223344556677.cmVhc29u"})"},
      {IssueVoided{sealed("reason")}, "issue_voided", R"({"reason":"0011223344556677.cmVhc29u"})"},
      {IdentityRevealed{{"RS2026-00001"}, {"name", "phone"}, "callback", "回访"},
       "identity_revealed",
       R"({"fields":["name","phone"],"issues":["RS2026-00001"],"purpose":"callback",)"
       R"("reason":"回访"})"},
      {ReportPublished{"weekly", "〔2026〕3号", 2026, 3, day("2026-11-16"), day("2026-11-23"), 345,
                       "aa", "bb", "html"},
       "report_published",
       R"({"as_of":345,"figures_digest":"aa","file_digest":"bb","format":"html",)"
       R"("from":"2026-11-16","mark":"〔2026〕3号","number":3,"report":"weekly",)"
       R"("to":"2026-11-23","year":2026})"},
      {IssueAccepted{sealed("words")}, "issue_accepted", R"({"words":"0011223344556677.d29yZHM"})"},
      {IssueReturned{sealed("reason"), true}, "issue_returned",
       R"({"reason":"0011223344556677.cmVhc29u","to_source":true})"},
      {AssignmentRecalled{sealed("reason")}, "assignment_recalled",
       R"({"reason":"0011223344556677.cmVhc29u"})"},
      {DeadlineExtended{later_due(), sealed("reason"), day("2026-12-01")}, "deadline_extended",
       std::string(R"({"due":)") + kLaterDue +
           R"(,"reason":"0011223344556677.cmVhc29u","source_due_on":"2026-12-01"})"},
      {IssueSuspended{sealed("reason"), sealed("plan"), day("2027-03-01")}, "issue_suspended",
       R"({"plan":"0011223344556677.cGxhbg","reason":"0011223344556677.cmVhc29u",)"
       R"("review_on":"2027-03-01"})"},
      {IssueResumed{later_due(), sealed("reason")}, "issue_resumed",
       std::string(R"({"due":)") + kLaterDue + R"(,"reason":"0011223344556677.cmVhc29u"})"},
      {DeadlineCorrected{later_due()}, "deadline_corrected",
       std::string(R"({"due":)") + kLaterDue + "}"},
      {IssueAmended{{{.field = "phone",
                      .resident = 2,
                      .personal_before = sealed("old"),
                      .personal_after = sealed("new")},
                     {.field = "category", .before = "a", .after = "b"}},
                    later_due(),
                    sealed("reason")},
       "issue_amended",
       std::string(R"({"changes":[{"field":"phone",)"
                   R"("personal_after":"0011223344556677.bmV3",)"
                   R"("personal_before":"0011223344556677.b2xk","resident":2},)"
                   R"({"after":"b","before":"a","field":"category"}],"due":)") +
           kLaterDue + R"(,"reason":"0011223344556677.cmVhc29u"})"},
      {StepUndone{"01932f00-0000-7000-8000-000000000002", {"issue_resolved"}, sealed("reason")},
       "step_undone",
       R"({"kinds":["issue_resolved"],"reason":"0011223344556677.cmVhc29u",)"
       R"("transaction":"01932f00-0000-7000-8000-000000000002"})"},
      {IssueMerged{"RS2026-00002", sealed("reason")}, "issue_merged",
       R"({"into":"RS2026-00002","reason":"0011223344556677.cmVhc29u"})"},
      {IssueUnmerged{sealed("reason"), later_due()}, "issue_unmerged",
       std::string(R"({"due":)") + kLaterDue + R"(,"reason":"0011223344556677.cmVhc29u"})"},
      {IssueExcluded{sealed("reason")}, "issue_excluded",
       R"({"reason":"0011223344556677.cmVhc29u"})"},
      {RequestMade{.request = RequestKind::returned,
                   .reason = sealed("reason"),
                   .extend_to = day("2026-12-01"),
                   .ground = CloseGround::explained,
                   .plan = sealed("plan"),
                   .review_on = day("2027-03-01"),
                   .to_source = true},
       "request_made",
       R"({"changes":[],"extend_to":"2026-12-01","ground":"explained",)"
       R"("plan":"0011223344556677.cGxhbg","reason":"0011223344556677.cmVhc29u",)"
       R"("request":"return","review_on":"2027-03-01","to_source":true})"},
      {RequestApproved{RequestKind::extend, sealed("words")}, "request_approved",
       R"({"request":"extend","words":"0011223344556677.d29yZHM"})"},
      {RequestRefused{RequestKind::amend, sealed("reason")}, "request_refused",
       R"({"reason":"0011223344556677.cmVhc29u","request":"amend"})"},
      {IssueInstructed{sealed("words")}, "issue_instructed",
       R"({"words":"0011223344556677.d29yZHM"})"},
      {IssueAttached{AttachmentUse::evidence, sealed("name"), "aa", 12}, "issue_attached",
       R"({"digest":"aa","name":"0011223344556677.bmFtZQ","size":12,"use":"evidence"})"},
      {RosterChanged{
           {{"forestry",
             "林业站",
             {},
             "station",
             {},
             "0735-8720001",
             "镇政府二楼",
             Ended{day("2026-11-15"), "water_station"},
             std::vector<FormerName>{{"林管站", day("2025-12-31")}}}},
           {{"li_chen", "李晨", {}, {}, {}, {}, "8720002", Ended{day("2026-11-16"), std::nullopt}}},
           {{"431026102201",
             "冷水村",
             {},
             {},
             "village",
             Ended{day("2026-11-15"), "431026102200"},
             std::vector<FormerName>{{"凉水村", day("2020-01-01")}}}},
           "机构改革"},
       "roster_changed",
       R"({"areas":[{"also":[],"code":"431026102201","ended":{"successor":"431026102200",)"
       R"("until":"2026-11-15"},"former":[{"name":"凉水村","until":"2020-01-01"}],)"
       R"("level":"village","name":"冷水村"}],)"
       R"("people":[{"also":[],"ended":{"until":"2026-11-16"},"id":"li_chen","name":"李晨",)"
       R"("phone":"8720002"}],"reason":"机构改革",)"
       R"("units":[{"address":"镇政府二楼","also":[],"ended":{"successor":"water_station",)"
       R"("until":"2026-11-15"},"former":[{"name":"林管站","until":"2025-12-31"}],)"
       R"("id":"forestry","kind":"station","name":"林业站","phone":"0735-8720001"}]})"},
      {IssueHandedOver{"li_chen", sealed("reason")}, "issue_handed_over",
       R"({"handler":"li_chen","reason":"0011223344556677.cmVhc29u"})"},
      {IssueAnswered{sealed("words"), Method::letter}, "issue_answered",
       R"({"method":"letter","words":"0011223344556677.d29yZHM"})"},
      {PaperIssued{"dispatch_slip",
                   "RS2026-00001",
                   "民情交〔2026〕3号",
                   3,
                   {"交办单", "Dispatch slip"},
                   2026},
       "paper_issued",
       R"({"form":"dispatch_slip","issue":"RS2026-00001","mark":"民情交〔2026〕3号","number":3,)"
       R"("title":{"en":"Dispatch slip","zh":"交办单"},"year":2026})"},
      {LedgerOpened{"01932f00-0000-7000-8000-0000000000fe", "练习", "LX", 480, "sha256", true},
       "ledger_opened",
       R"({"hash":"sha256","ledger_id":"01932f00-0000-7000-8000-0000000000fe",)"
       R"("name":"练习","practice":true,"site":"LX","utc_offset_minutes":480})"},
      {DiaryWritten{"RS2026D00001",
                    "aa11",
                    {kHandler,
                     day("2026-11-15"),
                     "晴",
                     {kClerk},
                     {{"431026102200",
                       sealed("household"),
                       {"RS2026-00017"},
                       Method::visit,
                       sealed("place"),
                       sealed("said")},
                      {{}, {}, {}, Method::meeting, sealed("place"), {}}},
                     sealed("remark")}},
       "diary_written",
       R"({"digest":"aa11","entry":{"companions":["liu_wen"],"day":"2026-11-15",)"
       R"("official":"chen_ping","remark":"0011223344556677.cmVtYXJr",)"
       R"("visits":[{"area":"431026102200","household":"0011223344556677.aG91c2Vob2xk",)"
       R"("issues":["RS2026-00017"],"method":"visit","place":"0011223344556677.cGxhY2U",)"
       R"("said":"0011223344556677.c2FpZA"},{"issues":[],"method":"meeting",)"
       R"("place":"0011223344556677.cGxhY2U"}],"weather":"晴"},"number":"RS2026D00001"})"},
      {DiaryReviewed{"RS2026D00001", sealed("words")}, "diary_reviewed",
       R"({"number":"RS2026D00001","words":"0011223344556677.d29yZHM"})"},
      {DiaryVoided{"RS2026D00001", sealed("reason")}, "diary_voided",
       R"({"number":"RS2026D00001","reason":"0011223344556677.cmVhc29u"})"},
      {CardGiven{"LK00001", kHandler, "431026102200", sealed("household")}, "card_given",
       R"({"area":"431026102200","household":"0011223344556677.aG91c2Vob2xk","no":"LK00001",)"
       R"("official":"chen_ping"})"},
      {CardGiven{"LK00002", kHandler, {}, {}}, "card_given",
       R"({"no":"LK00002","official":"chen_ping"})"},
      {CardRecalled{"LK00001", sealed("reason")}, "card_recalled",
       R"({"no":"LK00001","reason":"0011223344556677.cmVhc29u"})"},
      {RosterChanged{{{.id = "water_station",
                       .name = "水务站",
                       .kind = "station",
                       .duties = "农村供水的建设和管护"}},
                     {},
                     {},
                     {}},
       "roster_changed",
       R"({"areas":[],"people":[],"units":[{"also":[],"duties":"农村供水的建设和管护",)"
       R"("id":"water_station","kind":"station","name":"水务站"}]})"},
      {IdentityRevealed{{}, {"content"}, {}, "核对", std::vector<std::string>{"RS2026D00001"}},
       "identity_revealed",
       R"({"entries":["RS2026D00001"],"fields":["content"],"issues":[],"reason":"核对"})"},
      {in_a_visit(), "issue_registered",
       R"({"issue":{"category":"other","channel":"call","confidential":false,)"
       R"("content":"0011223344556677.Y29udGVudA","diary_entry":"RS2026D00001","diary_visit":2,)"
       R"("extra":{},"extra_personal":{},"nature":"help","residents":[],"urgency":"normal"}})"},
  };
  return all;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// `version`, `malformed`, or `read`.
std::string reading(const std::string& body) {
  try {
    decode_body(body);
  } catch (const base::Error& error) {
    return error.exit() == base::Exit::version ? "version" : "other";
  } catch (const base::JsonError&) {
    return "malformed";
  }
  return "read";
}

}  // namespace

TEST_CASE("each kind is written as exactly these bytes") {
  std::vector<bool> seen(std::variant_size_v<Payload>);
  for (const Golden& golden : goldens()) {
    CAPTURE(golden.kind);
    seen[golden.payload.index()] = true;
    CHECK(kind_of(golden.payload) == golden.kind);
    CHECK(encode_body(event_of(golden.payload)) == body_with(golden.kind, golden.data));
  }
  CHECK(std::count(seen.begin(), seen.end(), true) == 42);
  CHECK(seen.size() == 42);
}

TEST_CASE("what was written is read back, and written again as the same bytes") {
  for (const Golden& golden : goldens()) {
    CAPTURE(golden.kind);
    const std::string body = body_with(golden.kind, golden.data);
    const Event event = decode_body(body);
    CHECK(event.payload == golden.payload);
    CHECK(encode_body(event) == body);
  }
}

TEST_CASE("the envelope carries transaction, issue, times, persons and rules") {
  Event event = event_of(IssueSignedFor{});
  event.index = 2;
  event.count = 3;
  event.issue = "RS2026-00017";
  event.occurred_at = moment("2026-11-15");  // the time of day is not known
  event.request = "fedcba9876543210fedcba9876543210";
  event.imported = true;
  const std::string body =
      R"({"actor":"liu_wen","at":"2026-11-15","by":"chen_ping","data":{},"i":2,"import":true,)"
      R"("issue":"RS2026-00017","kind":"issue_signed_for","n":3,)"
      R"("os":{"host":"office-1","login":"liuwen","uid":1000},"recorded_at":1794790800123456,)"
      R"("request":"fedcba9876543210fedcba9876543210",)"
      R"("schema":"0123456789abcdef0123456789abcdef",)"
      R"("tx":"01932f00-0000-7000-8000-000000000001","v":1})";
  CHECK(encode_body(event) == body);
  const Event read = decode_body(body);
  CHECK(read.transaction == event.transaction);
  CHECK(read.index == 2);
  CHECK(read.count == 3);
  CHECK(read.issue == event.issue);
  CHECK(read.occurred_at == event.occurred_at);
  CHECK(read.recorded_at == event.recorded_at);
  CHECK(read.actor == event.actor);
  CHECK(read.by == event.by);
  CHECK(read.os == event.os);
  CHECK(read.schema == event.schema);
  CHECK(read.request == event.request);
  CHECK(read.imported);
}

TEST_CASE("text as typed survives: quotes, controls, other scripts, beyond the BMP") {
  for (const char* text :
       {"", "\"引\" \\ /", "a\nb\tc\x01\x1b[2J", "𬭛 䶮 \u202e e\u0301 é", "❤️"}) {
    const Event event = event_of(IdentityRevealed{{}, {}, {}, text});
    const auto read = decode_body(encode_body(event));
    CHECK(std::get<IdentityRevealed>(read.payload).reason == text);
  }
  CHECK_THROWS_AS(encode_body(event_of(IdentityRevealed{{}, {}, {}, "\xff"})), base::JsonError);
}

TEST_CASE("plain personal text is never written") {
  const Personal plain = personal("何田");
  std::vector<Payload> payloads = {
      ProgressNoted{true, plain},
      IssueResolved{ResultKind::solved, plain},
      IssueChecked{true, plain},
      IssueReopened{2, ReopenCause::ordered, plain},
      IssueFedBack{Recipient::resident, Method::phone, plain},
      IssueCalledBack{{}, {}, {}, Satisfaction::satisfied, plain},
      IssueClosed{CloseGround::concluded, plain},
      IssueVoided{plain},
      IssueAmended{{{.field = "phone", .personal_after = plain}}, {}, {}},
      RequestMade{.reason = plain},
      IssueAttached{AttachmentUse::document, plain, "aa", 1},
      StepUndone{"t", {}, plain},
      DiaryWritten{.entry = {.visits = {{.household = plain}}}},
      DiaryWritten{.entry = {.visits = {{.said = plain}}}},
      DiaryWritten{.entry = {.remark = plain}},
      DiaryReviewed{"RS2026D00001", plain},
      CardGiven{.no = "LK00001", .household = plain},
      CardRecalled{"LK00001", plain}};
  const std::vector<std::function<void(Particulars&)>> leaks = {
      [&](Particulars& p) { p.location = plain; },
      [&](Particulars& p) { p.title = plain; },
      [&](Particulars& p) { p.content = plain; },
      [&](Particulars& p) { p.remark = plain; },
      [&](Particulars& p) { p.residents[0].name = plain; },
      [&](Particulars& p) { p.residents[0].phone = plain; },
      [&](Particulars& p) { p.residents[1].address = plain; },
      [&](Particulars& p) { p.extra_personal["family"] = plain; }};
  for (const auto& leak : leaks) {
    IssueRegistered registered = full_registration();
    leak(registered.particulars);
    payloads.push_back(registered);
  }
  for (const Payload& payload : payloads) {
    CAPTURE(kind_of(payload));
    CHECK_THROWS_AS(encode_body(event_of(payload)), std::logic_error);
  }
  // While a command runs the plain text stands beside the sealed one; only the latter is written.
  Personal both = sealed("note");
  both.plain = "何田";
  CHECK(encode_body(event_of(ProgressNoted{true, both})) ==
        body_with("progress_noted",
                  R"({"action_taken":"0011223344556677.bm90ZQ","contacted":true})"));
}

TEST_CASE("what a newer program wrote is refused as such") {
  const std::string body = body_with("issue_resolved", R"({"result":"0011223344556677.cmVzdWx0",)"
                                                       R"("result_kind":"explained"})");
  CHECK(reading(body) == "read");
  CHECK(reading(replaced(body, R"("v":1})", R"("v":2})")) == "version");
  CHECK(reading(replaced(body, "issue_resolved", "issue_forgotten")) == "version");
  // Kinds, fields and words are only ever added.
  CHECK(reading(replaced(body, R"("result_kind")", R"("result_file":"a","result_kind")")) ==
        "version");
  CHECK(reading(replaced(body, R"(,"tx":)", R"(,"signature":"a","tx":)")) == "version");
  CHECK(reading(replaced(body, R"("uid":1000)", R"("sudo":"root","uid":1000)")) == "version");
  CHECK(reading(replaced(body, R"("explained")", R"("postponed")")) == "version");
}

TEST_CASE("what nobody wrote is refused as malformed") {
  const std::string body = body_with("issue_assigned", goldens()[7].data);
  REQUIRE(reading(body) == "read");
  struct Damage {
    const char* what;
    const char* by;
  };
  for (const Damage& damage :
       {Damage{R"("unit":"water_station")", R"("unit":7)"},
        Damage{R"(,"unit":"water_station")", ""}, Damage{R"("actor":"liu_wen",)", ""},
        Damage{R"("round":2)", R"("round":"2")"},
        Damage{R"("due_on":"2026-11-19")", R"("due_on":"2026-02-30")"},
        Damage{R"("at":"2026-11-16T09:00:00")", R"("at":"yesterday")"},
        Damage{R"("provisional":false)", R"("provisional":0)"},
        Damage{R"("co_units":[])", R"("co_units":{})"}, Damage{R"("round":2)", R"("round": 2)"},
        Damage{R"("round":2)", R"("round":2.0)"}, Damage{R"("i":0)", R"("i":0,"i":0)"},
        Damage{R"({"actor":"liu_wen",)", R"({"by":"liu_wen",)"}, Damage{R"("v":1})", R"("v":1} )"},
        Damage{R"("v":1})", R"("v":1)"}}) {
    CAPTURE(damage.what, damage.by);
    CHECK(reading(replaced(body, damage.what, damage.by)) == "malformed");
  }
  const std::string text = body_with("issue_voided", R"({"reason":"0011223344556677.cmVhc29u"})");
  CHECK(reading(text) == "read");
  CHECK(reading(replaced(text, "0011223344556677.", "")) == "malformed");
  CHECK(reading(replaced(text, ".cmVhc29u", ".***")) == "malformed");
}

TEST_CASE("the digest of a request sees every field of a wish, and not where it came from") {
  Command command{.wish = water_matter(), .issue = "", .at = {}, .origin = {}};
  const std::string plain = describe_command(command);
  CHECK(plain.find("何田") != std::string::npos);  // which is why only its keyed digest is kept
  Command moved = command;
  moved.origin = {.file = "三月.xlsx", .sheet = "一组", .cell = "C18"};
  CHECK(describe_command(moved) == plain);

  std::vector<Command> others(5, command);
  others[0].at = moment("2026-11-16");
  others[1].issue = "RS2026-00001";
  std::get<Register>(others[2].wish).particulars.content = personal("自来水浑浊四天了");
  std::get<Register>(others[3].wish).particulars.remark = personal("");
  others[4].wish = NoteProgress{};
  for (const Command& other : others) CHECK(describe_command(other) != plain);
  // Wishes with the same fields are told apart by their kind.
  const Command check{.wish = Reopen{personal("x")}};
  const Command close{.wish = Void{personal("x")}};
  CHECK(describe_command(check) != describe_command(close));
}

}  // namespace minqing::casework
