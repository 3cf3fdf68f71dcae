// SPDX-License-Identifier: MIT
#include "lib/report/figures.hpp"

#include <algorithm>

#include "lib/report/figures_counting.hpp"

namespace minqing::report {

namespace {

constexpr base::Word kDimensionWords[] = {
    {"unit", "承办单位", "unit", "单位"},
    {"category", "诉求类别", "category", "类别"},
    {"subcategory", "诉求小类", "subcategory", "二级分类"},
    {"channel", "来源渠道", "channel", "来源|渠道"},
    {"nature", "诉求性质", "nature", "性质"},
    {"card", "民情联系卡", "contact card", "联系卡|卡"},
};
static_assert(std::size(kDimensionWords) == kDimensions);

template <class Wanted>
std::vector<std::string> collect(const Figures& figures, Metric metric, Wanted wanted) {
  std::vector<std::string> out;
  for (const Figures::Fact& fact : figures.facts) {
    if (fact.metric == metric && wanted(fact)) out.push_back(figures.subjects[fact.issue].number);
  }
  return out;
}

}  // namespace

std::span<const base::Word> words(Dimension) { return kDimensionWords; }

const Group* Figures::find(Dimension dimension, std::string_view id) const {
  for (const Group& group : by(dimension)) {
    if (group.id == id) return &group;
  }
  return nullptr;
}

bool has_cards(const Figures& figures) {
  const auto& cards = figures.by(Dimension::card);
  return std::any_of(cards.begin(), cards.end(),
                     [](const Group& card) { return !card.id.empty(); });
}

std::vector<std::string> numbers_behind(const Figures& figures, Metric metric) {
  return collect(figures, metric, [](const Figures::Fact&) { return true; });
}

std::vector<std::string> numbers_behind(const Figures& figures, Metric metric, Dimension dimension,
                                        std::string_view id) {
  const Group* group = figures.find(dimension, id);
  if (!group) return {};
  const auto position = static_cast<std::uint32_t>(group - figures.by(dimension).data());
  return collect(figures, metric, [&](const Figures::Fact& fact) {
    if (dimension == Dimension::unit) return fact.unit == position;
    return figures.subjects[fact.issue].places[index_of(dimension)] == position;
  });
}

Figures compute(const FigureQuestion& question, const IssueSource& source) {
  Counting counting(question);
  source(counting.since(), [&](const casework::Issue& issue) { counting.take(issue); });
  return counting.finish();
}

std::vector<const Group*> top_received(const std::vector<Group>& groups, std::size_t most) {
  std::vector<const Group*> out;
  for (const Group& group : groups) {
    if (group.now[Metric::received_count] > 0) out.push_back(&group);
  }
  std::stable_sort(out.begin(), out.end(), [](const Group* a, const Group* b) {
    return a->now[Metric::received_count] > b->now[Metric::received_count];
  });
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace minqing::report
