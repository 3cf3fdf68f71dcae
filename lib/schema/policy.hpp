// SPDX-License-Identifier: MIT
// The numbers and choices of a schema: time limits, required steps, guards, the bulletin, purposes
// of seeing masked data. The defaults here are those of a schema that does not mention them.

#pragma once

#include "lib/base/text.hpp"
#include "lib/calendar/due.hpp"
#include "lib/calendar/limit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// `handle` applies to issues that match all the given parts; the first matching rule wins.
struct LimitRule {
  std::string nature;    ///< empty: any
  std::string urgency;   ///< empty: any
  std::string category;  ///< empty: any; a first-level category covers its children
  calendar::Limit handle;
};

enum class ClockStart { assigned, registered };

/// 延期: how often and how far the deadline of a round may be moved (domain §3.7).
struct Extension {
  std::optional<calendar::Limit> most;  ///< all extensions together; absent: no bound
  int times = 1;                        ///< 0: deadlines are never moved
  bool before_due = true;               ///< asked for before the deadline has passed
  std::vector<std::string> not_for;     ///< urgencies that are never extended
};

struct Limits {
  std::optional<calendar::Limit> sign;           ///< 签收
  std::optional<calendar::Limit> first_contact;  ///< 先行联系
  std::vector<LimitRule> rules;
  calendar::Limit handle;                   ///< when no rule matches
  calendar::Limit warn;                     ///< due_soon window before the deadline
  Extension extension;                      ///< 延期; the key is `extension`
  std::optional<calendar::Limit> returned;  ///< 退回, from the assignment; the key is `return`
  ClockStart starts = ClockStart::assigned;
  calendar::Rules counting;  ///< roll, deem_next_workday, office hours
};

/// Which optional steps the office requires before the later ones.
struct Steps {
  bool accept = false;         ///< 受理 before assigning; else registering accepts
  bool sign = true;            ///< 签收 before progress and result
  bool first_contact = false;  ///< 先行联系 before the result
  bool check = true;           ///< 核查 between result and feedback
  bool callback = true;        ///< 回访 before closing
};

struct Guards {
  bool checker_not_handler = true;  ///< who resolves cannot check
  bool caller_not_handler = true;   ///< who resolves cannot record the call-back
  int callback_attempts = 3;        ///< recorded attempts before closing as unreached
  int max_backdate_days = 7;        ///< a step older than this is refused (imports excepted)
  /// Satisfaction values on which an issue may be closed.
  std::vector<std::string> satisfied = {"very_satisfied", "satisfied", "fairly_satisfied"};
};

/// After a dissatisfied call-back or a failed check: a new round.
struct Redo {
  bool same_unit = true;
  std::optional<calendar::Limit> limit;  ///< absent: the same limit as before
};

/// 挂账: kept open without a running deadline.
struct Suspension {
  bool review_date = true;              ///< a review date has to be named
  std::optional<calendar::Limit> most;  ///< the longest until the review; absent: no bound
};

/// Steps that wait for somebody's approval (批准): asked for, they move nothing. The list of a
/// schema stands for all of them; without one these are asked for.
struct Requests {
  bool extend = true;    ///< 延期
  bool suspend = true;   ///< 挂账
  bool returned = true;  ///< 退回; the word is `return`
  bool exclude = true;   ///< 剔除
  bool amend = true;     ///< 更正 of what moves a deadline; of other fields never
  bool close = false;    ///< 销号 on an explanation
};

/// Who may approve and refuse: anybody who fits one of the lists.
struct Approvers {
  std::vector<std::string> posts;   ///< 职务, with `*` for any characters: `*镇长`
  std::vector<std::string> people;  ///< ids of the roster
  std::vector<std::string> units;   ///< ids; everybody of the unit

  /// True when nobody is named, and then every leader may.
  bool empty() const { return posts.empty() && people.empty() && units.empty(); }
  /// Whether this person of the roster may. Of an empty list, whoever has the post of a leader of
  /// a township: 书记, 镇长, 乡长, 主任 of a street office, 主席 of its congress, and their
  /// deputies.
  bool admit(std::string_view person, std::string_view post, std::string_view unit) const;
};

struct Bulletin {
  base::Text title;
  std::string mark;  ///< 发文字号 with {year} and {number}: `汝政督〔{year}〕{number}号`
  std::string issuer;  ///< 署名
  int week_start = 1;  ///< 1 = Monday … 7 = Sunday
  int top_categories = 3;
  std::int64_t fairly_weight_percent = 90;  ///< weight of 基本满意 in 满意率 (domain §4.1)
  std::int64_t on_time_floor = 90;          ///< percent; units below are named
  std::int64_t satisfaction_floor = 85;
  int small_number = 5;                 ///< below this, counts instead of rates in comparisons
  std::vector<std::string> next_steps;  ///< 五、下步要求, when none are given
};

/// Why somebody may see masked data (亮明).
struct Purpose {
  std::string id;
  base::Text label;
  std::vector<std::string> fields;  ///< name, phone, address, content
};

}  // namespace minqing::schema
