// SPDX-License-Identifier: MIT
#include "cli/likely_duplicates.hpp"

#include "cli/confidence.hpp"
#include "cli/writing.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/likely_same.hpp"

namespace minqing::cli {

namespace {

using base::Text;
using base::text;

/// A remark has to stay a line, however many matters share a telephone.
constexpr std::size_t kMostAlike = 5;

void name_alike(Context& context, const std::string& number, std::vector<std::string> others) {
  const bool are_all = others.size() <= kMostAlike;
  if (!are_all) others.resize(kMostAlike);
  const std::string list = base::join(others, " ");
  context.out().remark(
      text("{} 可能重复：同一电话、同一类别还有 {} 未销号",
           "{} is perhaps a duplicate: the same telephone has {} open in this category", number,
           are_all ? Text{list, list} : Text{list + " 等", list + " …"}));
}

}  // namespace

class LikelyDuplicates::Looking {
 public:
  Looking(Context& context, ledger::Ledger& ledger)
      : context_(context), ledger_(ledger), same_(ledger) {}

  Alike around(std::size_t index, const casework::Command& command) {
    Alike out;
    const auto* wish = std::get_if<casework::Register>(&command.wish);
    if (!wish) return out;
    for (const casework::Likeness& likeness : casework::likenesses(wish->particulars)) {
      add_open(likeness, out);
      std::vector<std::size_t>& earlier = earlier_[likeness];
      out.earlier.insert(earlier.begin(), earlier.end());
      if (earlier.size() <= kMostAlike) earlier.push_back(index);
    }
    return out;
  }

 private:
  void add_open(const casework::Likeness& likeness, Alike& out) {
    std::size_t found = 0;
    same_.for_each_open(likeness, [&](const ledger::LikelySame::Issue& issue) {
      if (issue.confidential && is_kept_from_caller(context_, ledger_, issue.id)) return true;
      out.open.emplace(issue.id, issue.number);
      return ++found <= kMostAlike;
    });
  }

  Context& context_;
  ledger::Ledger& ledger_;
  ledger::LikelySame same_;
  std::map<casework::Likeness, std::vector<std::size_t>> earlier_;
};

LikelyDuplicates::LikelyDuplicates(Context& context, ledger::Ledger& ledger,
                                   const std::vector<casework::Command>& commands) {
  Looking looking(context, ledger);
  alike_.reserve(commands.size());
  for (const casework::Command& command : commands) {
    alike_.push_back(looking.around(alike_.size(), command));
  }
}

std::vector<std::string> LikelyDuplicates::numbers(const Alike& alike,
                                                   const ledger::Outcome& outcome) {
  std::vector<std::string> out;
  for (const auto& [id, number] : alike.open) out.push_back(number);
  for (const std::size_t command : alike.earlier) out.push_back(outcome.steps.at(command).issue);
  return out;
}

void LikelyDuplicates::name(Context& context, const ledger::Outcome& outcome) const {
  if (outcome.replayed) return;
  for (std::size_t i = 0; i < alike_.size(); ++i) {
    const auto others = numbers(alike_[i], outcome);
    if (!others.empty()) name_alike(context, outcome.steps.at(i).issue, others);
  }
}

ledger::Outcome write_registrations(Context& context, ledger::Ledger& ledger,
                                    std::vector<casework::Command> commands) {
  const LikelyDuplicates likely(context, ledger, commands);
  ledger::Outcome outcome = write_to(context, ledger, std::move(commands));
  echo(context, ledger, outcome);
  likely.name(context, outcome);
  return outcome;
}

}  // namespace minqing::cli
