// SPDX-License-Identifier: MIT
#include "cli/calendar_years.hpp"
#include "cli/desk.hpp"
#include "cli/doctor.hpp"
#include "lib/base/utf8.hpp"
#include "lib/calendar/missing_year.hpp"
#include "lib/ledger/attachments.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/past.hpp"

#include <algorithm>
#include <set>

namespace minqing::cli {

namespace {

using base::Text;
using base::text;
using casework::in_office;

/// `甲、乙、丙…（共 12）`: a line has to stay one.
Text some_of(const std::vector<std::string>& all) {
  constexpr std::size_t kNamed = 8;
  std::vector<std::string> named(all.begin(),
                                 all.begin() + static_cast<long>(std::min(all.size(), kNamed)));
  const Text list{base::join(named, "、"), base::join(named, ", ")};
  if (all.size() <= kNamed) return list;
  return text("{} 等 {} 个", "{} and others, {} in all", list, all.size());
}

/// Fine when the list is empty, else a notice about those in it.
void examine_list(std::string_view check, const std::vector<std::string>& wanting, Text fine,
                  const Text& what, Text way_out, Examination& out) {
  if (wanting.empty()) {
    out.push_back({check, Verdict::fine, std::move(fine)});
  } else {
    out.push_back({check, Verdict::notice, text("{}：{}", "{}: {}", what, some_of(wanting)),
                   std::move(way_out)});
  }
}

class Books {
 public:
  Books(Context& context, ledger::Ledger& ledger, Examination& out)
      : context_(context),
        ledger_(ledger),
        roster_(ledger.roster()),
        today_(context.today()),
        out_(out) {}

  void calendar() {
    const std::string known = years_of(ledger_.calendar());
    if (const auto missing = calendar::missing_year(ledger_.calendar(), today_)) {
      out_.push_back({"calendar", Verdict::notice,
                      text("有 {}，缺 {} 年", "knows {}, not {}", known, *missing),
                      text("放假安排公布后 minqing 日历 导入 文件.csv",
                           "once it is published, minqing calendar import FILE")});
      return;
    }
    examine_list("calendar", ledger::with_provisional_deadline(ledger_.db()),
                 text("有 {}", "knows {}", known), text("时限暂定的", "provisional deadlines"),
                 text("下一年的放假安排公布后 minqing 日历 导入 文件.csv",
                      "once next year's holidays are published, minqing calendar import FILE"),
                 out_);
  }

  void caller() {
    try {
      const Actor actor = context_.actor();
      if (roster_.has_people()) {
        out_.push_back(
            {"caller", Verdict::fine, text("名册里的 {}", "{} of the roster", actor.typed_by)});
        return;
      }
      out_.push_back({"caller", Verdict::notice,
                      text("名册里没有人，记的是登录名", "the roster has no people yet"),
                      text("minqing 名册 导入 名册.csv", "minqing roster import people.csv")});
    } catch (const base::Error& error) {
      out_.push_back({"caller", Verdict::notice, error.message(), error.way_out()});
    }
  }

  void people() {
    std::vector<std::string> wanting;
    for (const casework::Person& person : roster_.people()) {
      if (!in_office(person, today_)) continue;
      const casework::Unit* unit = person.unit ? roster_.unit(*person.unit) : nullptr;
      if (unit && in_office(*unit, today_)) {
        staffed_.insert(unit->id);
      } else {
        wanting.push_back(person.id);
      }
    }
    examine_list("people", wanting, text("在任的都有单位", "all in office have a unit"),
                 text("没有单位，或单位已撤销的", "without a unit, or of one that is dissolved"),
                 text("minqing 名册 调动 编号 --单位 单位", "minqing roster move ID --unit UNIT"),
                 out_);
  }

  /// After people(), which saw whose units are staffed. A unit that nothing was handed to may wait
  /// for its people; one that nobody works in needs no telephone yet.
  void units() {
    const std::set<std::string> holding = units_that_hold_issues();
    std::vector<std::string> empty, silent;
    for (const casework::Unit& unit : roster_.units()) {
      if (!in_office(unit, today_)) continue;
      const bool is_staffed = staffed_.contains(unit.id);
      if (!is_staffed && holding.contains(unit.id)) empty.push_back(unit.name);
      if (is_staffed && !unit.phone) silent.push_back(unit.name);
    }
    examine_list("units", empty, text("手里有在办的都有人", "all that hold issues have people"),
                 text("手里有在办的却没有人的", "that hold issues and have nobody"),
                 text("minqing 名册 导入 名册.csv，或 minqing 交办 编号 --收回",
                      "minqing roster import people.csv, or minqing assign ISSUE --recall"),
                 out_);
    examine_list("telephones", silent, text("有人的都有电话", "all that have people have one"),
                 text("没有电话，便民导引上是空的", "without one, empty in the guide"),
                 text("minqing 名册 导入 单位.csv（列：单位名称、电话）",
                      "minqing roster import units.csv (columns: name, phone)"),
                 out_);
  }

  void issues() {
    std::vector<std::string> wanting;
    ledger::for_each_issue(ledger_.db(), today_, [&](const casework::Issue& issue) {
      const casework::Assignment* held = issue.is_open() ? issue.assignment() : nullptr;
      if (held && !held->ended_at && !in_good_hands(*held)) wanting.push_back(issue.number);
    });
    examine_list("issues", wanting, text("承办的单位和人都在任", "who handles them is in office"),
                 text("承办的人已离任，或单位已撤销的", "handled by somebody in office no more"),
                 text("minqing 移交 原承办人 --给 接手人，或 minqing 交办 编号 --收回",
                      "minqing handover FROM --to PERSON, or minqing assign ISSUE --recall"),
                 out_);
  }

  void files() {
    examine_list("files", ledger::with_missing_files(ledger_),
                 text("附件都在台账旁边", "all are beside the ledger"),
                 text("附件不在的", "issues whose files are missing"),
                 text("从备份还原 {}", "restore {} from a backup",
                      ledger::attachment_folder(ledger_.path())),
                 out_);
  }

  void bulletin() {
    const auto week = unpublished_week(ledger_, today_);
    if (!week) {
      out_.push_back({"bulletin", Verdict::fine,
                      text("上周的已发布，或还不用发布", "last week's is published, or not due")});
      return;
    }
    const std::string from = to_string(week->from);
    out_.push_back({"bulletin", Verdict::notice,
                    text("上周（{} 至 {}）的还没有发布", "last week's ({} to {}) is not published",
                         from, to_string(week->to - 1)),
                    text("minqing 报表 周报 --周 {} --发布 -o 文件",
                         "minqing report weekly --week {} --publish -o FILE", from)});
  }

 private:
  std::set<std::string> units_that_hold_issues() const {
    std::set<std::string> out;
    ledger::for_each_issue(ledger_.db(), today_, [&](const casework::Issue& issue) {
      const casework::Assignment* held = issue.is_open() ? issue.assignment() : nullptr;
      if (held && !held->ended_at) out.insert(held->unit);
    });
    return out;
  }
  bool in_good_hands(const casework::Assignment& held) const {
    const casework::Unit* unit = roster_.unit(held.unit);
    if (!unit || !in_office(*unit, today_)) return false;
    if (!held.handler) return true;
    const casework::Person* handler = roster_.person(*held.handler);
    return handler && in_office(*handler, today_);
  }

  Context& context_;
  ledger::Ledger& ledger_;
  const casework::Roster& roster_;
  base::Date today_;
  std::set<std::string> staffed_;
  Examination& out_;
};

}  // namespace

void examine_books(Context& context, ledger::Ledger& ledger, Examination& out) {
  Books books(context, ledger, out);
  books.calendar();
  books.caller();
  books.people();
  books.units();
  books.issues();
  books.files();
  books.bulletin();
}

}  // namespace minqing::cli
