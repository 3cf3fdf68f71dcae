// SPDX-License-Identifier: MIT
// The weekly bulletin (督查通报) in the layout of published ones (domain facts §4.4): what came in,
// what was handled in time, what residents say, what people raise most, what is overdue, what is
// asked for; then the tables. It holds figures, names of units and numbers of issues, and no
// resident. Units are never ranked: those at 100 % and those below the floor of the schema are
// named, small numbers are given as counts (国办函〔2025〕66号: no chase after ranks).
//
// The same figures and context give the same document: no clock, no locale.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/report/document.hpp"
#include "lib/report/figures.hpp"
#include "lib/schema/policy.hpp"

namespace minqing::report {

/// What a bulletin says besides its figures.
struct WeeklyContext {
  base::Lang language = base::Lang::zh;
  schema::Bulletin bulletin;  ///< title, mark, floors, issuer
  std::string ledger_name = {};
  std::int64_t as_of = 0;          ///< seq of the last event that the figures know
  std::string head = {};           ///< chain head, hex; its first 160 bits are printed
  std::string schema_digest = {};  ///< hex; its first 64 bits are printed
  std::string issuer = {};         ///< without it the schema's
  /// Of the year of the signature; without it the bulletin has no number yet.
  std::optional<std::int64_t> number = {};
  std::vector<std::string> next_steps = {};  ///< without them the schema's
  std::optional<base::Date> signed_on = {};  ///< without it the day after the period
  bool practice = false;                     ///< of a ledger to practise with: marked 演练
};

/// Marked 草稿 when the books do not balance, 演练 when it is for practice.
Document weekly_bulletin(const Figures& figures, const WeeklyContext& context);

/// 发文字号 of a published bulletin: `×政督〔2026〕7号`; empty when the schema has no mark.
std::string bulletin_mark(const schema::Bulletin& bulletin, int year, std::int64_t number);

}  // namespace minqing::report
