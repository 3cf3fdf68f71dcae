// SPDX-License-Identifier: MIT
#include "lib/report/figures_counting.hpp"

#include <algorithm>
#include <numeric>

#include "lib/report/figures_labels.hpp"

namespace minqing::report {

namespace {

using casework::Issue;

base::Period period_before(const FigureQuestion& question) {
  if (question.before) return *question.before;
  const base::Period period = question.period;
  return {period.from - (period.to - period.from), period.from};
}

std::vector<std::string_view> ids_in_order(const FigureQuestion& question, Dimension dimension) {
  std::vector<std::string_view> ids;
  switch (dimension) {
    case Dimension::unit:
      ids.emplace_back();
      for (const auto& unit : question.roster.units()) ids.push_back(unit.id);
      break;
    case Dimension::category:
    case Dimension::subcategory:
      for (const auto& category : question.schema.categories) ids.push_back(category.id);
      break;
    case Dimension::channel:
      for (const auto& channel : question.schema.channels) ids.push_back(channel.id);
      break;
    case Dimension::nature:
      for (const auto& nature : question.schema.natures) ids.push_back(nature.id);
      break;
    case Dimension::card:
      break;  // by their numbers
  }
  return ids;
}

base::Text label_in(const FigureQuestion& question, Dimension dimension, std::string_view id) {
  switch (dimension) {
    case Dimension::unit:
      return unit_label(question.roster, id, question.period.to - 1);
    case Dimension::category:
    case Dimension::subcategory:
      return category_label(question.schema, id);
    case Dimension::channel:
      return choice_label(question.schema.channels, id);
    case Dimension::nature:
      return choice_label(question.schema.natures, id);
    case Dimension::card:
      break;
  }
  return card_label(id);
}

Figures empty_figures(const FigureQuestion& question) {
  Figures figures;
  figures.period = question.period;
  figures.before = period_before(question);
  if (question.asked_on && *question.asked_on < question.period.to) {
    figures.running_on = question.asked_on;
  }
  figures.fairly_weight_percent = question.schema.bulletin.fairly_weight_percent;
  return figures;
}

Ratio median_of(const std::vector<std::int64_t>& ascending) {
  const std::size_t middle = ascending.size() / 2;
  if (ascending.size() % 2 == 1) return {ascending[middle], 1};
  return {ascending[middle - 1] + ascending[middle], 2};
}

}  // namespace

Counting::Counting(const FigureQuestion& question)
    : question_(question),
      figures_(empty_figures(question)),
      now_(question.schema, question.calendar, figures_.period, question.asked_on),
      before_(question.schema, question.calendar, figures_.before, question.asked_on) {}

base::Date Counting::since() const { return std::min(figures_.before.from, figures_.period.from); }

void Counting::take(const Issue& issue) {
  findings_.clear();
  now_.find(issue, findings_);
  const std::size_t of_period = findings_.size();
  before_.find(issue, findings_);
  if (findings_.empty()) return;
  places_ = places_of(issue);
  if (of_period > 0) keep_facts(issue, of_period);
  for (std::size_t i = of_period; i < findings_.size(); ++i) {
    count(findings_[i], &Group::before, figures_.earlier);
  }
}

Figures Counting::finish() {
  for (std::size_t i = 0; i < kDimensions; ++i) arrange(static_cast<Dimension>(i));
  sort_subjects();
  sort_lines(figures_.overdue);
  sort_lines(figures_.closed);
  measure_handling();
  check_books();
  return std::move(figures_);
}

Counting::Places Counting::places_of(const Issue& issue) {
  const auto& of = issue.particulars;
  const std::string_view parent = first_level(question_.schema, of.category);
  const std::uint32_t sub = table(Dimension::subcategory).position(of.category);
  table(Dimension::subcategory).at(sub).parent = parent;
  Places places{};
  places[index_of(Dimension::category)] = table(Dimension::category).position(parent);
  places[index_of(Dimension::subcategory)] = sub;
  places[index_of(Dimension::channel)] = table(Dimension::channel).position(of.channel);
  places[index_of(Dimension::nature)] = table(Dimension::nature).position(of.nature);
  places[index_of(Dimension::card)] = table(Dimension::card).position(of.card.value_or(""));
  return places;
}

void Counting::keep_facts(const Issue& issue, std::size_t of_period) {
  const auto subject = static_cast<std::uint32_t>(figures_.subjects.size());
  figures_.subjects.push_back({issue.number, places_});
  for (std::size_t i = 0; i < of_period; ++i) {
    const Finding& finding = findings_[i];
    count(finding, &Group::now, figures_.now);
    figures_.facts.push_back({finding.metric, subject, places_[index_of(Dimension::unit)],
                              static_cast<std::int32_t>(finding.amount)});
  }
  const ListWords words{question_.schema, question_.roster, question_.calendar,
                        figures_.period.to - 1};
  const base::Date last_day = figures_.running_on.value_or(figures_.period.to - 1);
  list_overdue(words, issue, now_.overdue_rounds(issue), last_day, figures_.overdue);
  list_closed(words, issue, figures_.period, figures_.closed);
}

void Counting::count(const Finding& finding, Counts Group::*side, Counts& total) {
  places_[index_of(Dimension::unit)] = table(Dimension::unit).position(finding.unit);
  total.add(finding.metric, finding.amount);
  for (std::size_t d = 0; d < kDimensions; ++d) {
    (tables_[d].at(places_[d]).*side).add(finding.metric, finding.amount);
  }
}

void Counting::arrange(Dimension dimension) {
  const std::size_t d = index_of(dimension);
  const auto moved = tables_[d].arrange(ids_in_order(question_, dimension));
  figures_.groups[d] = tables_[d].take();
  for (Group& group : figures_.groups[d]) group.label = label_in(question_, dimension, group.id);
  if (dimension == Dimension::unit) {
    for (Figures::Fact& fact : figures_.facts) fact.unit = moved[fact.unit];
  } else {
    for (Figures::Subject& subject : figures_.subjects) {
      subject.places[d] = moved[subject.places[d]];
    }
  }
}

/// By number, and the facts with them: the order in which the issues came leaves no trace.
void Counting::sort_subjects() {
  auto& subjects = figures_.subjects;
  std::vector<std::uint32_t> order(subjects.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return is_earlier_number(subjects[a].number, subjects[b].number);
  });
  std::vector<std::uint32_t> moved(order.size());
  std::vector<Figures::Subject> sorted;
  sorted.reserve(order.size());
  for (std::uint32_t from : order) {
    moved[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(subjects[from]));
  }
  subjects = std::move(sorted);
  for (Figures::Fact& fact : figures_.facts) fact.issue = moved[fact.issue];
  std::stable_sort(figures_.facts.begin(), figures_.facts.end(),
                   [](const auto& a, const auto& b) { return a.issue < b.issue; });
}

void Counting::measure_handling() {
  std::vector<std::int64_t> days;
  for (const Figures::Fact& fact : figures_.facts) {
    if (fact.metric == Metric::handling_days) days.push_back(fact.amount);
  }
  if (days.empty()) return;
  std::sort(days.begin(), days.end());
  figures_.handling = {median_of(days), days.back()};
}

void Counting::check_books() {
  for (Dimension dimension : {Dimension::unit, Dimension::category}) {
    for (const Group& group : figures_.by(dimension)) {
      const std::int64_t difference = imbalance(group.now);
      if (difference == 0) continue;
      figures_.unbalanced.push_back({dimension, group.id, group.label, difference});
    }
  }
}

}  // namespace minqing::report
