// SPDX-License-Identifier: MIT
#include "lib/intake/returned_steps.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "lib/base/utf8.hpp"
#include "lib/intake/recorded.hpp"

namespace minqing::intake {
namespace {

using base::text;
using casework::Command;
using casework::personal;
using Field = ReturnField;

class Judging {
 public:
  Judging(const ReturnedRow& row, const SinceExport& since, const Returning& setting)
      : row_(row), since_(since), setting_(setting) {}

  ReturnedSteps run() {
    out_.problems = row_.problems;
    if (out_.problems.empty()) list_steps();
    if (!out_.problems.empty()) return end(ReturnedSteps::Verdict::rejected);
    if (out_.commands.empty()) return end(ReturnedSteps::Verdict::untouched);
    leave_out_recorded();
    if (out_.commands.empty()) return end(ReturnedSteps::Verdict::unchanged);
    if (!out_.against.empty()) return end(ReturnedSteps::Verdict::conflict);
    check_date();
    name_person();
    return end(out_.problems.empty() ? ReturnedSteps::Verdict::steps
                                     : ReturnedSteps::Verdict::rejected);
  }

 private:
  ReturnedSteps end(ReturnedSteps::Verdict verdict) {
    out_.verdict = verdict;
    if (verdict != ReturnedSteps::Verdict::steps) out_.commands.clear();
    return std::move(out_);
  }

  void fail(Field field, base::Text reason, base::Text way_out = {}) {
    out_.problems.push_back(
        problem_of(row_, field, setting_.lang, std::move(reason), std::move(way_out)));
  }

  void add(Field field, casework::Wish wish, std::optional<base::Moment> at = {}) {
    out_.commands.push_back(
        {.wish = std::move(wish), .issue = row_.number, .at = at, .origin = row_.place(field)});
  }

  bool signed_since() const {
    return std::any_of(since_.events.begin(), since_.events.end(), [](const auto& event) {
      return as<casework::IssueSignedFor>(event) != nullptr;
    });
  }
  bool contacted_since() const {
    return std::any_of(since_.events.begin(), since_.events.end(), [](const auto& event) {
      const auto* noted = as<casework::ProgressNoted>(event);
      return noted && noted->contacted;
    });
  }

  void list_steps() {
    add_signing();
    add_contact();
    if (row_.result) {
      add(Field::result, casework::Resolve{*row_.result, personal(row_.action_taken)},
          row_.resolved_at);
    } else if (row_.extend_to) {
      add(Field::extend_to, casework::Extend{row_.extend_to, {}, {}, personal(row_.action_taken)});
    } else if (!row_.action_taken.empty()) {
      add(Field::action_taken, casework::NoteProgress{false, personal(row_.action_taken)});
    }
    if (!row_.return_reason.empty()) {
      add(Field::return_reason, casework::Return{personal(row_.return_reason)});
    }
  }

  /// Of what was signed for before the export the cell says who handles it.
  void add_signing() {
    if (row_.signed_for_by.empty()) return;
    const casework::Assignment* held = since_.issue.assignment();
    const bool was_signed = held && held->signed_at;
    if (was_signed && !signed_since()) return;
    const casework::Person* person = person_named();
    if (!person) return;
    // Signed for without a date, at the latest on the first day of which something is told.
    add(Field::signed_for_by, casework::SignFor{person->id},
        after_last_step(row_.contacted_at ? row_.contacted_at : row_.resolved_at));
  }

  /// What has no date of its own cannot be the fault of a date that is too early.
  std::optional<base::Moment> after_last_step(std::optional<base::Moment> at) const {
    const base::Moment& last = since_.issue.last_moved_at;
    return at && base::certainly_before(*at, last) ? last : at;
  }

  void add_contact() {
    if (!row_.contacted) return;
    const casework::Assignment* held = since_.issue.assignment();
    const bool was_contacted = held && held->contacted_at;
    if (was_contacted && !contacted_since()) return;
    add(Field::first_contact, casework::NoteProgress{true, std::nullopt},
        row_.contacted_at ? row_.contacted_at : after_last_step(row_.resolved_at));
  }

  const casework::Person* person_named() {
    const casework::Assignment* held = since_.issue.assignment();
    const auto match = setting_.roster.match_person(row_.signed_for_by, held ? held->unit : "");
    if (match.found) return match.found;
    if (match.candidates.empty()) {
      fail(Field::signed_for_by,
           text("名册里没有“{}”", "the roster has no person '{}'", row_.signed_for_by),
           text("写本单位在名册里的人；新来的先用 名册 导入",
                "name somebody of the unit; bring in newcomers with 'roster import'"));
    } else {
      fail(Field::signed_for_by,
           text("“{}”不止一个", "several people are called '{}'", row_.signed_for_by));
    }
    return nullptr;
  }

  /// What stands in the ledger already is not said again; what else stands there is in the way,
  /// unless an earlier state of this sheet brought it.
  void leave_out_recorded() {
    std::vector<bool> same(since_.events.size(), false);
    std::erase_if(out_.commands, [&](const Command& command) {
      for (std::size_t i = 0; i < since_.events.size(); ++i) {
        if (!is_recorded(since_.events[i], command)) continue;
        same[i] = true;
        return true;
      }
      return false;
    });
    const std::string own = transaction_prefix(*row_.mark);
    for (std::size_t i = 0; i < since_.events.size(); ++i) {
      const bool is_own = base::starts_with(since_.events[i].transaction, own);
      if (!same[i] && !is_own) out_.against.push_back(i);
    }
  }

  /// The rules would say so too, of the whole step; here the cell is known.
  void check_date() {
    const base::Moment& last = since_.issue.last_moved_at;
    if (!row_.result || !base::certainly_before(*row_.resolved_at, last)) return;
    fail(Field::resolved_on, text("{} 早于上一步的时间 {}", "{} lies before the last step ({})",
                                  to_display(*row_.resolved_at), to_display(last)));
  }

  /// Steps of a unit are somebody's of that unit: who signs, else --by, else the handler.
  void name_person() {
    const casework::Assignment* held = since_.issue.assignment();
    std::string id = setting_.by;
    if (!row_.signed_for_by.empty()) {
      const casework::Person* person = person_named();
      if (!person) return;
      id = person->id;
    } else if (id.empty() && held && held->handler) {
      id = *held->handler;
    }
    if (id.empty()) {
      return fail(Field::signed_for_by, text("没有写是谁办的", "nobody is named"),
                  text("填签收人，或导入时加 --经办 姓名",
                       "fill in who signed, or import it with --by NAME"));
    }
    const casework::Person* person = setting_.roster.person(id);
    if (held && (!person || person->unit != held->unit)) {
      const casework::Unit* unit = setting_.roster.unit(held->unit);
      return fail(Field::signed_for_by,
                  text("“{}”不是{}的人", "'{}' is not of {}", person ? person->name : id,
                       unit ? unit->name : held->unit));
    }
    for (Command& command : out_.commands) command.by = id;
  }

  const ReturnedRow& row_;
  const SinceExport& since_;
  const Returning& setting_;
  ReturnedSteps out_;
};

}  // namespace

std::string transaction_prefix(const ReturnMark& mark) { return "sheet-" + mark.sheet + "-"; }

ReturnedSteps steps_of(const ReturnedRow& row, const SinceExport& since, const Returning& setting) {
  return Judging(row, since, setting).run();
}

}  // namespace minqing::intake
