// SPDX-License-Identifier: MIT
#include "lib/report/canonical.hpp"

#include "lib/base/digest.hpp"

namespace minqing::report {

namespace {

using base::Json;

constexpr int kFormat = 1;

Json period_json(base::Period period) {
  return Json::object().set("from", base::to_string(period.from)).set("to", to_string(period.to));
}

Json counts_json(const Counts& counts) {
  Json out = Json::object();
  for (std::size_t i = 0; i < kMetrics; ++i) {
    const auto metric = static_cast<Metric>(i);
    if (metric == Metric::waiting) continue;  // came after format 1, whose digests are published
    if (counts[metric] != 0) out.set(std::string(words(metric)[i].id), counts[metric]);
  }
  return out;
}

Json sides_json(const Counts& now, const Counts& before) {
  return Json::object().set("before", counts_json(before)).set("now", counts_json(now));
}

Json groups_json(const std::vector<Group>& groups) {
  Json out = Json::object();
  for (const Group& group : groups) out.set(group.id, sides_json(group.now, group.before));
  return out;
}

Json ratio_json(Ratio ratio) {
  return Json(Json::Array{Json(ratio.numerator), Json(ratio.denominator)});
}

Json overdue_json(const std::vector<OverdueLine>& lines) {
  Json out = Json::array();
  for (const OverdueLine& line : lines) {
    out.push(Json::object()
                 .set("due", calendar::to_string(line.due))
                 .set("number", line.issue.number)
                 .set("round", line.round)
                 .set("working_days", line.working_days));
  }
  return out;
}

Json closed_json(const std::vector<ClosedLine>& lines) {
  Json out = Json::array();
  for (const ClosedLine& line : lines) {
    out.push(Json::object()
                 .set("closed_on", base::to_string(line.closed_on))
                 .set("number", line.issue.number)
                 .set("on", line.ground ? Json(casework::id_of(*line.ground)) : Json()));
  }
  return out;
}

Json unbalanced_json(const std::vector<Unbalanced>& lines) {
  Json out = Json::array();
  for (const Unbalanced& line : lines) {
    out.push(Json::object()
                 .set("by", base::word_of(words(line.dimension), line.dimension).id)
                 .set("difference", line.difference)
                 .set("id", line.id));
  }
  return out;
}

}  // namespace

Json canonical_figures(const Figures& figures) {
  Json by = Json::object();
  for (std::size_t i = 0; i < kDimensions; ++i) {
    const auto dimension = static_cast<Dimension>(i);
    if (dimension == Dimension::card && !has_cards(figures)) continue;
    by.set(std::string(words(dimension)[i].id), groups_json(figures.by(dimension)));
  }
  return Json::object()
      .set("before", period_json(figures.before))
      .set("by", std::move(by))
      .set("closed", closed_json(figures.closed))
      .set("fairly_weight_percent", figures.fairly_weight_percent)
      .set("format", kFormat)
      .set("longest_handling", figures.handling.longest)
      .set("median_handling", ratio_json(figures.handling.median))
      .set("overdue", overdue_json(figures.overdue))
      .set("period", period_json(figures.period))
      .set("total", sides_json(figures.now, figures.earlier))
      .set("unbalanced", unbalanced_json(figures.unbalanced));
}

std::string figures_digest(const Figures& figures) {
  const std::string bytes = canonical_figures(figures).dump();
  return base::to_hex(base::bytes_of(base::sha256({bytes})));
}

}  // namespace minqing::report
