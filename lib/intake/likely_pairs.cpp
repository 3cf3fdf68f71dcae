// SPDX-License-Identifier: MIT
#include "lib/intake/likely_pairs.hpp"

#include "lib/casework/decide.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace minqing::intake {
namespace {

using base::Text;
using base::text;

/// Pairs listed one by one on a terminal.
constexpr std::size_t kMostPairsListed = 20;

class Pairing {
 public:
  Pairing(const schema::Schema& schema, const FindOpen& find) : schema_(schema), find_(find) {}

  /// What the issue is to be merged into, or nothing.
  std::optional<std::string> take(const casework::Particulars& of, const NewIssue& issue) {
    const std::vector<casework::Likeness> likenesses = casework::likenesses(of);
    std::string first;
    for (const casework::Likeness& likeness : likenesses) {
      const std::string& known = first_with(likeness);
      if (first.empty()) first = known;
    }
    // Who is like an issue that goes on under another number is merged into that one.
    for (const casework::Likeness& likeness : likenesses) {
      std::string& known = first_[likeness];
      if (known.empty()) known = first.empty() ? issue.number() : first;
    }
    if (first.empty() || !standing(issue.state).may_be_merged) return std::nullopt;
    return first;
  }
  bool is_open(casework::State state) { return standing(state).is_open; }

 private:
  struct Standing {
    bool is_open;
    bool may_be_merged;
  };

  const std::string& first_with(const casework::Likeness& likeness) {
    const auto [known, is_new] = first_.try_emplace(likeness);
    if (is_new) known->second = find_(likeness).value_or("");
    return known->second;
  }

  Standing standing(casework::State state) {
    if (const auto known = standings_.find(state); known != standings_.end()) return known->second;
    casework::Issue issue;
    issue.state = state;
    const auto steps = casework::further_steps(schema_, issue);
    const bool may_be_merged = std::find(steps.begin(), steps.end(), "merge") != steps.end();
    return standings_[state] = {issue.is_open(), may_be_merged};
  }

  const schema::Schema& schema_;
  const FindOpen& find_;
  std::map<casework::Likeness, std::string> first_;  ///< numbers; empty: none yet
  std::map<casework::State, Standing> standings_;
};

}  // namespace

NewIssue::NewIssue(std::size_t command, std::string_view number)
    : command_(static_cast<std::uint32_t>(command)),
      length_(static_cast<std::uint8_t>(number.size())) {
  if (number.size() > number_.size()) throw std::length_error("a number of an issue is too long");
  std::copy(number.begin(), number.end(), number_.begin());
}

std::vector<LikelyPair> likely_pairs(const schema::Schema& schema, const ImportBatch& batch,
                                     const std::vector<NewIssue>& issues, const FindOpen& find) {
  Pairing pairing(schema, find);
  std::vector<LikelyPair> out;
  for (const NewIssue& issue : issues) {
    if (!pairing.is_open(issue.state)) continue;
    const casework::Command command = batch.commands[issue.command()];
    const auto& wish = std::get<casework::Register>(command.wish);
    if (auto into = pairing.take(wish.particulars, issue)) {
      out.push_back({issue.command(), issue.number(), *std::move(into)});
    }
  }
  return out;
}

std::vector<Text> describe(const ImportBatch& batch, const std::vector<LikelyPair>& pairs,
                           bool dry_run) {
  if (pairs.empty()) return {};
  std::vector<Text> lines;
  lines.push_back(
      dry_run
          ? text("写入以后有 {} 件可能重复（同一电话、同一类别，都没有销号），确是一件的要并案：",
                 "once written, {} are perhaps duplicates (same telephone and category, both "
                 "open); merge those that are:",
                 pairs.size())
          : text("有 {} 件可能重复（同一电话、同一类别，都没有销号），确是一件的请并案：",
                 "{} are perhaps duplicates (same telephone and category, both open); merge "
                 "those that are:",
                 pairs.size()));
  for (const LikelyPair& pair : pairs) {
    if (lines.size() > kMostPairsListed) {
      lines.push_back(text("  还有 {} 件没有列出；--json 列全", "  and {} more; --json lists all",
                           pairs.size() - kMostPairsListed));
      break;
    }
    lines.push_back(text("  {}：minqing 并案 {} --并入 {}", "  {}: minqing merge {} --into {}",
                         to_string(batch.place_of_command(pair.command)), pair.number, pair.into));
  }
  return lines;
}

base::Json to_json(const ImportBatch& batch, const std::vector<LikelyPair>& pairs) {
  base::Json out = base::Json::array();
  for (const LikelyPair& pair : pairs) {
    base::Json one = base::Json::object();
    one.set("place", to_string(batch.place_of_command(pair.command)));
    one.set("number", pair.number);
    out.push(one.set("into", pair.into));
  }
  return out;
}

}  // namespace minqing::intake
