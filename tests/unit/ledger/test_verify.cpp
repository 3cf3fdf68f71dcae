// SPDX-License-Identifier: MIT
// The chain: its digests, every change that it shows, and what it cannot show without an anchor
// (reliability §3.1–3.3).

#include "lib/base/digest.hpp"
#include "lib/casework/event.hpp"
#include "lib/ledger/chain.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/published.hpp"
#include "lib/ledger/verify.hpp"
#include "tests/unit/ledger/raw_database.hpp"
#include "tests/unit/ledger/sample_ledger.hpp"

#include <catch2/catch.hpp>

#include <cctype>
#include <set>
#include <string>
#include <vector>

namespace minqing::ledger {

namespace {

using namespace casework;

/// Four opening events, then five about an issue (5 to 9), two of them in one transaction, then a
/// report (10) and a last note in a transaction of its own (11).
void fill_to_verify(SampleLedger& sample) {
  sample.record();
  const auto later = [&](Wish wish, const std::string& by) {
    sample.write(std::move(wish), "RS2026-00001", by);
  };
  sample.write(order_of({{.wish = Assign{.automatic = true}, .issue = "RS2026-00001"},
                         {.wish = SignFor{}, .issue = "RS2026-00001"}}));
  later(NoteProgress{true, personal("已到现场")}, kHandler);
  later(Resolve{ResultKind::solved, personal("已修复")}, kHandler);
  sample.write(ReportPublished{"weekly", "〔2026〕1号", 2026, 1, day("2026-11-09"),
                               day("2026-11-16"), 9, "aa", "bb", "html"});
  later(NoteProgress{false, personal("复查一次")}, kHandler);
}

std::set<std::int64_t> seqs(const Verification& result) {
  std::set<std::int64_t> out;
  for (const Finding& finding : result.findings) {
    CHECK_FALSE(finding.what.zh.empty());
    out.insert(finding.seq);
  }
  return out;
}

Verification verify_file(const SampleLedger& sample, const std::string& anchor = {}) {
  Ledger ledger = sample.read();
  return verify(ledger, anchor);
}

std::string link_of(const SampleLedger& sample, std::int64_t seq) {
  Ledger ledger = sample.read();
  return link_hex(ledger.db(), seq);
}

std::string hex(const base::Digest& digest) { return base::to_hex(base::bytes_of(digest)); }

/// The events from `seq` on with fresh links, as somebody with time and the program would do.
void chain_anew(const SampleLedger& sample, std::int64_t from) {
  const std::string origin = origin_bytes(sample.read().id());
  RawDatabase db(sample.path());
  std::string sql;
  auto rows = db.texts("SELECT seq, hex(body) FROM event ORDER BY seq");
  base::Digest link{};
  for (std::size_t i = 0; i < rows.size(); i += 2) {
    const std::int64_t seq = std::stoll(rows[i]);
    std::string lower = rows[i + 1];
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const std::string body = base::from_hex(lower).value();
    link = link_digest(origin, 1, seq, seq == 1 ? genesis_digest(body) : link, leaf_digest(body));
    if (seq >= from) {
      sql += "UPDATE event SET link=x'" + hex(link) + "' WHERE seq=" + rows[i] + ";";
    }
  }
  tamper(sample.path(), sql);
}

constexpr const char* kOtherResult =
    "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"solved\"', '\"declined\"') AS "
    "BLOB) "
    "WHERE seq = 9";

}  // namespace

TEST_CASE("the digests of the chain are these for ever") {
  // Computed with another program from the formulas at the top of chain.hpp.
  const std::string origin = origin_bytes("01932f00-0000-7000-8000-000000000001");
  CHECK(base::to_hex(origin) == "01932f00000070008000000000000001");
  const base::Digest genesis = genesis_digest(R"({"a":1})");
  const base::Digest leaf = leaf_digest(R"({"a":1})");
  CHECK(hex(genesis) == "d595677e30817178f22324eff5ad18b0cb1314fc8322a2226f26830ddd8920e5");
  CHECK(hex(leaf) == "dfbb4b297a1b31442050971a529324a07374e90f122c5ba37a0a49e5d87e01e2");
  const base::Digest first = link_digest(origin, 1, 1, genesis, leaf);
  CHECK(hex(first) == "e627610dc6decdb98d14e8760fceecf81c13aa99f7530c03fb35cad77218644e");
  CHECK(hex(link_digest(origin, 1, 2, first, leaf_digest(R"({"a":2})"))) ==
        "b0285db0d00bc09a47a35260a44fab17504d076858efca3ab9c1b6b915e756a5");
  for (const char* id : {"", "01932f00", "01932f00-0000-7000-8000-00000000000z"}) {
    CHECK(exit_of([&] { origin_bytes(id); }) == base::Exit::integrity);
  }
}

TEST_CASE("a whole chain is whole, and says what an anchor covers") {
  SampleLedger sample(Preset::small);
  fill_to_verify(sample);
  const Verification result = verify_file(sample);
  CHECK(result.ok());
  CHECK(result.events == 11);
  CHECK(result.head.seq == 11);
  CHECK(hex(result.head.link) == link_of(sample, 11));
  CHECK(result.published_up_to == 9);
  CHECK(result.last_published == "〔2026〕1号");
  CHECK_FALSE(result.anchored_at);
  CHECK(verify_file(sample, link_of(sample, 10).substr(0, 40)).anchored_at == 10);
  CHECK_FALSE(verify_file(sample, std::string(40, '0')).anchored_at);
}

TEST_CASE("every changed byte of every event is found where it stands") {
  SampleLedger sample(Preset::small);
  fill_to_verify(sample);
  // On the writer's own connection and taken back at once: nothing reaches the disk.
  Ledger ledger(sample.location(), Access::write);
  Database& db = ledger.db();
  struct Row {
    std::int64_t seq;
    std::string body, link, kind, tx;
  };
  std::vector<Row> rows;
  {
    Statement all = db.prepare("SELECT seq, body, link, kind, tx FROM event ORDER BY seq");
    while (all.step()) {
      rows.push_back({all.integer(0), std::string(all.blob(1)), std::string(all.blob(2)),
                      all.string(3), all.string(4)});
    }
  }
  const auto transaction = ledger.take_writing();
  db.execute("DROP TRIGGER event_is_never_changed");
  REQUIRE(verify(ledger, "").ok());

  std::vector<std::string> missed;
  std::int64_t changes = 0;
  const auto check = [&](Statement& update, const Row& row, const std::string& column,
                         const std::string& before) {
    for (std::size_t at = 0; at < before.size(); ++at) {
      // The digest cares for no value; three kinds of change reach text, digits and high bits.
      const char flip = std::string("\x01\x10\x80")[at % 3];
      std::string changed = before;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      update.run(row.seq, Blob{changed});
      ++changes;
      std::set<std::int64_t> found;
      try {
        found = seqs(verify(ledger, ""));
      } catch (const base::Error& error) {
        found.insert(-static_cast<std::int64_t>(error.exit()));
      }
      if (found.empty() || *found.begin() != row.seq) {
        missed.push_back(column + " " + std::to_string(row.seq) + ":" + std::to_string(at));
      }
    }
    update.run(row.seq, Blob{before});
  };
  Statement body = db.prepare("UPDATE event SET body = ?2 WHERE seq = ?1");
  Statement link = db.prepare("UPDATE event SET link = ?2 WHERE seq = ?1");
  Statement kind = db.prepare("UPDATE event SET kind = CAST(?2 AS TEXT) WHERE seq = ?1");
  Statement tx = db.prepare("UPDATE event SET tx = CAST(?2 AS TEXT) WHERE seq = ?1");
  for (const Row& row : rows) {
    check(body, row, "body", row.body);
    check(link, row, "link", row.link);
    check(kind, row, "kind", row.kind);
    if (!row.tx.empty()) check(tx, row, "tx", row.tx);
  }
  CHECK(missed == std::vector<std::string>{});
  CHECK(changes > 5000);
  CHECK(verify(ledger, "").ok());  // everything was put back
}

TEST_CASE("changes made with another tool are found, whatever they are") {
  struct Case {
    const char* what;
    const char* sql;
    std::set<std::int64_t> found;
  };
  const std::vector<Case> cases = {
      {"a result", kOtherResult, {9}},
      {"a link", "UPDATE event SET link = zeroblob(32) WHERE seq = 6", {6, 7}},
      {"a short link", "UPDATE event SET link = x'00' WHERE seq = 11", {11}},
      {"the kind", "UPDATE event SET kind = 'issue_closed' WHERE seq = 9", {9}},
      {"the issue", "UPDATE event SET issue = issue + 1 WHERE seq = 7", {7}},
      {"the issue taken away", "UPDATE event SET issue = NULL WHERE seq = 7", {7}},
      {"an issue given", "UPDATE event SET issue = 20260000001 WHERE seq = 2", {2}},
      {"the transaction", "UPDATE event SET tx = 'x' WHERE seq = 8", {8}},
      {"the transaction taken away", "UPDATE event SET tx = NULL WHERE seq = 8", {8}},
      {"a transaction given", "UPDATE event SET tx = 'x' WHERE seq = 7", {7}},
      {"the incarnation", "UPDATE event SET incarnation = 2 WHERE seq = 8", {8}},
      {"no JSON", "UPDATE event SET body = x'00' WHERE seq = 8", {8}},
      {"an empty body", "UPDATE event SET body = x'' WHERE seq = 8", {8}},
      {"a newer format",
       "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"v\":1}', '\"v\":2}') AS BLOB) "
       "WHERE seq = 8",
       {8}},
      {"one deleted", "DELETE FROM event WHERE seq = 8", {9}},
      {"two deleted", "DELETE FROM event WHERE seq IN (8, 9)", {10}},
      {"half of a transaction deleted", "DELETE FROM event WHERE seq = 6", {7}},
      {"two exchanged",
       "UPDATE event SET seq = 99 WHERE seq = 8; UPDATE event SET seq = 8 WHERE seq = 9;"
       "UPDATE event SET seq = 9 WHERE seq = 99",
       {8, 9, 10}},
      {"one doubled",
       "INSERT INTO event SELECT 12, incarnation, link, body, kind, issue, NULL FROM event "
       "WHERE seq = 11",
       {12}},
      {"a gap opened", "UPDATE event SET seq = 12 WHERE seq = 11", {12}},
      {"half of a transaction cut off", "DELETE FROM event WHERE seq > 6", {6}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    SampleLedger sample(Preset::small);
    fill_to_verify(sample);
    tamper(sample.path(), c.sql);
    const auto found = seqs(verify_file(sample));
    REQUIRE_FALSE(found.empty());
    CHECK(*found.begin() == *c.found.begin());
    for (const std::int64_t seq : c.found) CHECK(found.contains(seq));
  }
}

TEST_CASE("findings are named one by one and do not hide each other") {
  SampleLedger sample(Preset::small);
  fill_to_verify(sample);
  tamper(sample.path(),
         "UPDATE event SET body = CAST(CAST(body AS TEXT) || ' ' AS BLOB) WHERE seq IN (3, 6, 10);"
         "UPDATE event SET kind = 'x' WHERE seq = 5");
  // 4 and 7 belong to transactions of which one event cannot be read.
  CHECK(seqs(verify_file(sample)) == std::set<std::int64_t>{3, 4, 5, 6, 7, 10});
}

TEST_CASE("a tail cut off clean is shown by an anchor only") {
  SampleLedger sample(Preset::small);
  fill_to_verify(sample);
  const std::string anchor = link_of(sample, 11);
  CHECK(verify_file(sample, anchor).anchored_at == 11);
  tamper(sample.path(), "DELETE FROM event WHERE seq > 9");
  CHECK(verify_file(sample).ok());
  CHECK(verify_file(sample).head.seq == 9);
  CHECK_FALSE(verify_file(sample, anchor).anchored_at);
}

TEST_CASE("a history written anew is shown by an anchor only") {
  SampleLedger sample(Preset::small);
  fill_to_verify(sample);
  const std::string before = link_of(sample, 8);
  const std::string after = link_of(sample, 10);
  tamper(sample.path(), kOtherResult);
  chain_anew(sample, 9);
  CHECK(verify_file(sample).ok());
  CHECK(verify_file(sample, before).anchored_at == 8);
  CHECK_FALSE(verify_file(sample, after).anchored_at);
}

TEST_CASE("an event of a newer program is no damage") {
  SampleLedger sample(Preset::small);
  fill_to_verify(sample);
  tamper(sample.path(),
         "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'issue_resolved', "
         "'issue_mediated') AS BLOB), kind = 'issue_mediated' WHERE seq = 9");
  chain_anew(sample, 9);
  CHECK(exit_of([&] { verify_file(sample); }) == base::Exit::version);
}

TEST_CASE("only so many findings are kept") {
  SampleLedger sample(Preset::small);
  Order order = order_of({});
  for (int i = 0; i < 80; ++i) order.commands.push_back({.wish = water_matter()});
  sample.write(order);
  tamper(sample.path(), "UPDATE event SET kind = 'x' WHERE seq > 4");
  const Verification result = verify_file(sample);
  CHECK(result.findings.size() == Verification::kMaxFindings);
  CHECK(result.events == 84);
}

}  // namespace minqing::ledger
