// SPDX-License-Identifier: MIT
#include "lib/ledger/verify.hpp"

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/casework/event.hpp"
#include "lib/ledger/chain.hpp"
#include "lib/ledger/load.hpp"

namespace minqing::ledger {

namespace {

using base::text;

/// Walks the events once and notes everything that does not agree.
class Walk {
 public:
  Walk(Ledger& ledger, const std::string& anchor, Verification& out)
      : origin_(origin_bytes(ledger.id())), ledger_id_(ledger.id()), anchor_(anchor), out_(out) {}

  void visit(const Statement& row) {
    const std::int64_t seq = row.integer(0);
    if (seq != out_.head.seq + 1) {
      note(seq, text("前面缺第 {} 条", "event {} before it is missing", out_.head.seq + 1));
    }
    const bool is_linked = check_link(row, seq);
    check_body(row, seq, is_linked);
    ++out_.events;
  }

  void finish() {
    if (left_ != 0)
      note(out_.head.seq, text("最后一次写入不完整", "the last transaction is incomplete"));
  }

 private:
  void note(std::int64_t seq, base::Text what) {
    if (out_.findings.size() < Verification::kMaxFindings) {
      out_.findings.push_back({seq, std::move(what)});
    }
  }

  bool check_link(const Statement& row, std::int64_t seq) {
    const std::string_view body = row.blob(3);
    const base::Digest previous = out_.events == 0 ? genesis_digest(body) : out_.head.link;
    const base::Digest expected =
        link_digest(origin_, row.integer(1), seq, previous, leaf_digest(body));
    const auto stored = base::digest_from(row.blob(2));
    const bool is_linked = stored && *stored == expected;
    if (!is_linked) {
      note(seq, text("校验链在此断开：内容被改过或换过位置",
                     "the chain breaks here: the content was changed or moved"));
    }
    // Going on from the stored link finds each later break by itself.
    out_.head = {seq, stored.value_or(expected)};
    if (!anchor_.empty() &&
        base::starts_with(base::to_hex(base::bytes_of(out_.head.link)), anchor_)) {
      out_.anchored_at = seq;
    }
    return is_linked;
  }

  void check_body(const Statement& row, std::int64_t seq, bool is_linked) {
    casework::Event event;
    try {
      event = casework::decode_body(row.blob(3));
    } catch (const base::JsonError& error) {
      note(seq, text("内容不合格式（{}）", "the body is malformed ({})", error.what()));
      return;
    } catch (const base::Error& error) {
      // In its place in the chain it is a newer program's event; else somebody changed it.
      if (is_linked) throw;
      note(seq, error.message());
      return;
    }
    if (row.text(4) != kind_of(event.payload)) {
      note(seq, text("类别列与内容不符", "the kind column differs from the body"));
    }
    const auto id = issue_id(event.issue);
    if (id.has_value() == row.is_null(5) || (id && *id != row.integer(5))) {
      note(seq, text("事项列与内容不符", "the issue column differs from the body"));
    }
    const bool first = event.index == 0;
    if (first == row.is_null(6) || (first && row.text(6) != event.transaction)) {
      note(seq, text("事务列与内容不符", "the transaction column differs from the body"));
    }
    check_transaction(event, seq);
    check_genesis(event, seq);
    if (const auto* report = std::get_if<casework::ReportPublished>(&event.payload)) {
      out_.published_up_to = report->as_of;
      out_.last_published = report->mark;
    }
  }

  void check_transaction(const casework::Event& event, std::int64_t seq) {
    const bool begins = left_ == 0;
    const bool fits =
        begins ? event.index == 0 : event.transaction == transaction_ && event.index == next_;
    if (!fits) note(seq, text("这次写入的记录不全", "its transaction is incomplete"));
    transaction_ = event.transaction;
    next_ = event.index + 1;
    left_ = event.count - next_;
  }

  void check_genesis(const casework::Event& event, std::int64_t seq) {
    const auto* opened = std::get_if<casework::LedgerOpened>(&event.payload);
    if ((seq == 1) != (opened != nullptr)) {
      note(seq, text("开账记录不在应在的位置", "the opening event is not where it belongs"));
    }
    if (opened && opened->ledger_id != ledger_id_) {
      note(seq, text("开账记录属于另一本台账", "the opening event belongs to another ledger"));
    }
  }

  const std::string origin_;
  const std::string ledger_id_;
  const std::string anchor_;
  Verification& out_;
  std::string transaction_;
  std::int64_t next_ = 0;
  std::int64_t left_ = 0;
};

}  // namespace

Verification verify(Ledger& ledger, const std::string& anchor) {
  Verification out;
  Walk walk(ledger, anchor, out);
  Statement rows = ledger.db().prepare(
      "SELECT seq, incarnation, link, body, kind, issue, tx FROM event ORDER BY seq");
  while (rows.step()) walk.visit(rows);
  walk.finish();
  rows.reset();
  return out;
}

}  // namespace minqing::ledger
