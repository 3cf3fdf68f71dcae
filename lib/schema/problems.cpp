// SPDX-License-Identifier: MIT
#include "lib/schema/problems.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace minqing::schema {
namespace {

/// A key that is longer than this says nothing more.
constexpr int kFieldColumns = 60;

}  // namespace

int Problems::add_file(std::string name) {
  files_.push_back(std::move(name));
  return static_cast<int>(files_.size()) - 1;
}

void Problems::add(Position at, const std::string& field, base::Text reason, base::Text way_out) {
  base::Problem problem{place_of(at), base::fit(base::visible(field), kFieldColumns),
                        std::move(reason), std::move(way_out)};
  const bool known = std::any_of(found_.begin(), found_.end(), [&](const Found& found) {
    return found.at == at && found.problem == problem;
  });
  if (known) return;
  if (found_.size() == kMax) {
    ++unlisted_;
    return;
  }
  found_.push_back({at, std::move(problem)});
}

std::vector<base::Problem> Problems::sorted() const {
  std::vector<Found> found = found_;
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.at < b.at; });
  std::vector<base::Problem> problems;
  for (Found& one : found) problems.push_back(std::move(one.problem));
  if (unlisted_ > 0) {
    problems.push_back({{},
                        {},
                        base::text("另有 {} 处问题未列出", "{} more not listed", unlisted_),
                        {"先改上面的，再检查一次", "correct those above, then check again"}});
  }
  return problems;
}

void Problems::throw_if_any() const {
  if (!empty()) throw base::Rejected(sorted());
}

std::string Problems::name_of(Position at) const { return base::to_string(place_of(at)); }

base::Place Problems::place_of(Position at) const {
  if (files_.empty()) return {};
  return {
      .file = file_name(at.file), .sheet = {}, .cell = {}, .line = at.line, .column = at.column};
}

}  // namespace minqing::schema
