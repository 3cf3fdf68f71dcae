// SPDX-License-Identifier: MIT
#include "cli/office_returned_rows.hpp"

#include "cli/confidence.hpp"
#include "cli/history.hpp"
#include "lib/base/utf8.hpp"

#include <map>

namespace minqing::cli {

namespace {

using base::text;
using intake::ReturnedRow;
using intake::ReturnField;
using Verdict = intake::ReturnedSteps::Verdict;

class Judge {
 public:
  Judge(Context& context, ledger::Ledger& ledger)
      : context_(context),
        ledger_(ledger),
        setting_{ledger.roster(), context.arguments().has("by") ? context.actor().done_by : "",
                 context.lang()} {}

  std::vector<Judged> judge(const std::vector<ReturnedRow>& rows) {
    std::vector<Judged> out;
    for (const ReturnedRow& row : rows) out.push_back(judge(row));
    return out;
  }

 private:
  Judged judge(const ReturnedRow& row) {
    const auto id = ledger::issue_id(base::to_half_width(row.number));
    const auto issue = id ? ledger::load_to_decide(ledger_, *id) : std::nullopt;
    if (!issue || issue->number != base::to_half_width(row.number)) {
      return reject(row, ReturnField::number,
                    text("没有事项“{}”", "there is no issue '{}'", row.number));
    }
    if (!row.mark || !was_exported(row, *issue)) {
      return reject(row, ReturnField::mark,
                    text("校验与编号不符", "mark and number do not belong together"),
                    text("编号、校验两列不能改；重新导出回填表",
                         "neither may be changed; export the return sheet again"));
    }
    std::vector<ledger::StoredEvent> since = events_since(*id, row.mark->seq);
    intake::SinceExport state{*issue, {}};
    for (const auto& stored : since) state.events.push_back(stored.event);
    Judged out{&row, steps_of(row, state, setting_), {}};
    for (std::size_t index : out.steps.against) out.against.push_back(since[index]);
    if (out.steps.verdict != Verdict::untouched) refuse_second(out);
    return out;
  }

  Judged reject(const ReturnedRow& row, ReturnField field, base::Text reason,
                base::Text way_out = {}) {
    Judged out{&row, {}, {}};
    out.steps.verdict = Verdict::rejected;
    out.steps.problems.push_back(
        problem_of(row, field, context_.lang(), std::move(reason), std::move(way_out)));
    return out;
  }

  /// The mark was made for one of the units that held the issue.
  bool was_exported(const ReturnedRow& row, const casework::Issue& issue) {
    for (const casework::Round& round : issue.rounds) {
      for (const casework::Assignment& held : round.assignments) {
        const std::string whole = ledger_.keys().digest(
            "return_sheet",
            intake::covered_by_mark(issue.number, held.unit, row.mark->seq, row.mark->sheet));
        if (base::starts_with(whole, row.mark->digest) &&
            row.mark->digest.size() == intake::kMarkDigits) {
          return true;
        }
      }
    }
    return false;
  }

  /// What happened to the issue after `seq` and was not undone.
  std::vector<ledger::StoredEvent> events_since(std::int64_t id, std::int64_t seq) {
    auto all = ledger::events_of(ledger_.db(), id);
    const std::vector<bool> counts = ledger::effective(all);
    for (auto& stored : all) unseal_event(ledger_, stored.event);
    hide_confidential(context_, ledger_.roster(), all);
    std::vector<ledger::StoredEvent> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].seq > seq && counts[i]) out.push_back(std::move(all[i]));
    }
    return out;
  }

  /// One issue, one answer: of two filled rows a person decides which is meant.
  void refuse_second(Judged& judged) {
    const auto [first, is_new] = filled_.emplace(judged.row->number, judged.row);
    if (is_new) return;
    judged = reject(*judged.row, ReturnField::number,
                    text("与 {} 是同一件", "is the same issue as {}",
                         to_string(first->second->place(ReturnField::number))),
                    text("只留一行", "leave one of the rows"));
  }

  Context& context_;
  ledger::Ledger& ledger_;
  intake::Returning setting_;
  std::map<std::string, const ReturnedRow*> filled_;
};

}  // namespace

std::vector<Judged> judge_rows(Context& context, ledger::Ledger& ledger,
                               const std::vector<ReturnedRow>& rows) {
  return Judge(context, ledger).judge(rows);
}

}  // namespace minqing::cli
