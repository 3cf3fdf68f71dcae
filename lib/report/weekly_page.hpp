// SPDX-License-Identifier: MIT
// The bulletin while it is written: figures and context in, blocks out. The parts of the bulletin
// (weekly_*.cpp) write on it one after the other; nothing outside them includes this.

#pragma once

#include <utility>

#include "lib/report/weekly.hpp"
#include "lib/report/weekly_words.hpp"

namespace minqing::report {

class WeeklyPage {
 public:
  WeeklyPage(const Figures& figures, const WeeklyContext& context)
      : figures_(figures), context_(context) {}

  const Figures& figures() const { return figures_; }
  const WeeklyContext& context() const { return context_; }

  std::int64_t now(Metric metric) const { return figures_.now[metric]; }
  std::int64_t earlier(Metric metric) const { return figures_.earlier[metric]; }
  base::Date last_day() const { return figures_.period.to - 1; }
  /// 截至11月22日24时; 截至11月17日 while the week runs.
  base::Text at_the_end() const;
  /// Enough of them to give a rate or to compare.
  bool enough(std::int64_t count) const;
  base::Text change(Metric metric) const;
  /// `按时办结率80.00%，较上周下降3.21个百分点`; the counts behind both decide whether it is
  /// compared.
  base::Text rate(const base::Text& name, Ratio now_rate, Ratio before_rate, Metric behind) const;
  Ratio satisfaction(const Counts& counts) const;

  std::string say(const base::Text& words) const { return words.in(context_.language); }
  void heading(int level, const base::Text& words);
  void paragraph(const base::Text& words);
  /// Begins in bold.
  void paragraph(const base::Text& strong, const base::Text& rest);
  void note(const base::Text& words);
  void put(Block block) { blocks_.push_back(std::move(block)); }
  std::vector<Block> take() { return std::move(blocks_); }

 private:
  const Figures& figures_;
  const WeeklyContext& context_;
  std::vector<Block> blocks_;
};

void write_overview(WeeklyPage& page);       ///< 基本情况
void write_timeliness(WeeklyPage& page);     ///< （一）办理时效
void write_call_backs(WeeklyPage& page);     ///< （二）回访评价
void write_topics(WeeklyPage& page);         ///< 热点问题
void write_problems(WeeklyPage& page);       ///< 存在问题
void write_units_annex(WeeklyPage& page);    ///< 附件1 统计表
void write_overdue_annex(WeeklyPage& page);  ///< 附件2 超期清单
void write_closed_annex(WeeklyPage& page);   ///< 附件3 销号清单
void write_books_annex(WeeklyPage& page);    ///< 附件4 收支平衡
void write_cards_annex(WeeklyPage& page);  ///< 附件5 联系卡, when issues came in through them
void write_basis(WeeklyPage& page);        ///< 口径 and 核对, at the very end

}  // namespace minqing::report
