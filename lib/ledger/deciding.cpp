// SPDX-License-Identifier: MIT
#include "lib/ledger/deciding.hpp"

#include "lib/ledger/cards.hpp"
#include "lib/ledger/diary.hpp"
#include "lib/ledger/load.hpp"
#include "lib/ledger/papers.hpp"
#include "lib/ledger/past.hpp"

namespace minqing::ledger {

using casework::Command;

Decider::Decider(Ledger& ledger, const Order& order, const base::Moment& now, Mode mode,
                 const std::vector<bool>* fresh)
    : ledger_(ledger),
      order_(order),
      rules_(ledger.rules()),
      now_(now),
      mode_(mode),
      fresh_(fresh),
      source_(
          ledger.db(),
          "SELECT number FROM issue WHERE source IS ?1 AND source_no = ?2 AND voided_at IS NULL"),
      row_(ledger.db(),
           "SELECT i.number, r.row_digest FROM import_row r JOIN issue i ON i.id = r.issue "
           "WHERE r.row_key = ?1 AND i.voided_at IS NULL") {}

base::Moment Decider::time_of(const Command& command) const {
  return command.at ? *command.at : order_.at.value_or(now_);
}

casework::Verdict Decider::decide(std::size_t index, const Command& command,
                                  const casework::Issue* issue, const casework::Issue* other) {
  index_ = index;
  const bool registers = std::holds_alternative<casework::Register>(command.wish);
  casework::Books books = registers ? books_for(command) : casework::Books{};
  if (issue) look_around(command, *issue, books);
  if (const auto* reveal = std::get_if<casework::IdentityRevealed>(&command.wish)) {
    books.concerned = load_concerned(reveal->issues);
    for (const std::string& entry : reveal->entries.value_or(std::vector<std::string>{})) {
      for (auto& linked : load_concerned(issues_of_entry(ledger_.db(), entry))) {
        books.concerned.push_back(std::move(linked));
      }
    }
  }
  if (std::holds_alternative<casework::SchemaApplied>(command.wish)) {
    books.in_use = words_in_use(ledger_.db());
  }
  look_up_diary(command, books);
  look_up_card(command, books);
  const auto* paper = std::get_if<casework::IssuePaper>(&command.wish);
  if (paper) books.concerned = load_concerned({paper->issue});
  std::int64_t* numbers = nullptr;
  if (paper) numbers = &last_paper(paper->form, base::year_of(time_of(command).date));
  if (numbers) books.next_paper = *numbers + 1;
  books.other = other;
  casework::Verdict verdict = casework::decide(
      rules_, issue, books, command,
      {order_.actor, order_.done_by(command), time_of(command), now_, order_.imported});
  if (numbers && !verdict.refusal) ++*numbers;
  remember_entry(verdict);
  remember_card(verdict);
  return verdict;
}

/// What the rules of some steps have to know of other issues and of the past.
void Decider::look_around(const Command& command, const casework::Issue& issue,
                          casework::Books& books) {
  if (std::holds_alternative<casework::Undo>(command.wish)) {
    books.past = past_steps(ledger_, *issue_id(command.issue));
    find_heirs(issue, books);
  }
  if (std::holds_alternative<casework::Close>(command.wish) ||
      std::holds_alternative<casework::CallBack>(command.wish) ||
      std::holds_alternative<casework::Approve>(command.wish) ||
      std::holds_alternative<casework::Merge>(command.wish)) {
    books.merged = merged_into(ledger_.db(), command.issue);
  }
}

/// Who took the number and the row of an issue that was voided.
void Decider::find_heirs(const casework::Issue& issue, casework::Books& books) {
  if (!issue.voided_at) return;
  look_up_source(issue.particulars, books);
  if (issue.import_mark) look_up_row(*issue.import_mark, books);
}

std::vector<casework::Issue> Decider::load_concerned(const std::vector<std::string>& numbers) {
  std::vector<casework::Issue> out;
  for (const std::string& number : numbers) {
    const auto id = issue_id(number);
    auto issue = id ? load_to_decide(ledger_, *id) : std::nullopt;
    if (issue) out.push_back(std::move(*issue));
  }
  return out;
}

casework::Books Decider::books_for(const Command& command) {
  const auto& wish = std::get<casework::Register>(command.wish);
  casework::Books books;
  books.site = ledger_.site();
  books.next_number = last_number(base::year_of(time_of(command).date)) + 1;
  books.last_entry = last_entry_;
  if (fresh_ && (*fresh_)[index_]) return books;
  look_up_source(wish.particulars, books);
  if (wish.import_mark) look_up_row(*wish.import_mark, books);
  return books;
}

/// What the rules of the diary have to know: the next number, whether the same stands there
/// already, whose entry it is that a later step is about.
void Decider::look_up_diary(const Command& command, casework::Books& books) {
  const std::string about =
      std::visit([](const auto& wish) { return casework::entry_number(wish); }, command.wish);
  if (!about.empty()) {
    if (const auto entry = find_entry(ledger_.db(), about)) {
      books.entry = casework::KnownEntry{entry->official, entry->voided_at.has_value()};
    }
    return;
  }
  const auto* diary = std::get_if<casework::WriteDiary>(&command.wish);
  if (!diary) return;
  books.site = ledger_.site();
  books.next_entry = last_entry_number(base::year_of(diary->entry.day)) + 1;
  const auto known = new_entries_.find(diary->digest);
  books.same_entry = known != new_entries_.end() ? std::optional(known->second)
                                                 : entry_of_digest(ledger_.db(), diary->digest);
  for (const casework::DiaryVisit& visit : diary->entry.visits) {
    for (auto& issue : load_concerned(visit.issues)) books.concerned.push_back(std::move(issue));
  }
}

namespace {

/// The number of the card that a wish is about or names, as it was typed.
std::string card_named(const casework::Wish& wish) {
  if (const auto* registers = std::get_if<casework::Register>(&wish)) {
    return registers->particulars.card.value_or("");
  }
  if (const auto* amend = std::get_if<casework::Amend>(&wish)) {
    for (const casework::Amendment& change : amend->changes) {
      if (change.field == "card") return change.after.value_or("");
    }
    return {};
  }
  return std::visit([](const auto& data) { return casework::card_number(data); }, wish);
}

}  // namespace

void Decider::look_up_card(const Command& command, casework::Books& books) {
  const std::string no = card_named(command.wish);
  if (!no.empty()) {
    const auto known = new_cards_.find(no);
    books.card =
        known != new_cards_.end() ? std::optional(known->second) : find_card(ledger_.db(), no);
  }
  const auto* given = std::get_if<casework::CardGiven>(&command.wish);
  if (!given) return;
  if (!last_card_) last_card_ = last_card_counter(ledger_.db());
  books.next_card = *last_card_ + 1;
  if (!given->household) return;
  const auto known = new_households_.find(holder_key(*given));
  books.same_card =
      known != new_households_.end()
          ? std::optional(known->second)
          : card_of_household(ledger_.db(), given->official,
                              household_digest(ledger_.keys(), given->household->plain));
}

std::string Decider::holder_key(const casework::CardGiven& card) {
  return card.official + '\0' + household_digest(ledger_.keys(), card.household->plain);
}

void Decider::remember_card(const casework::Verdict& verdict) {
  if (verdict.events.empty()) return;
  const auto* given = std::get_if<casework::CardGiven>(&verdict.events.front());
  if (!given) return;
  if (given->no == casework::make_card_number(*last_card_ + 1, rules_.schema.number_width)) {
    ++*last_card_;
  }
  if (mode_ == Mode::writing) return;  // it stands in the tables
  new_cards_[given->no] = {given->no, given->official, {}};
  if (given->household) new_households_[holder_key(*given)] = given->no;
}

std::int64_t& Decider::last_entry_number(int year) {
  auto [it, is_first] = entries_.try_emplace(year, 0);
  if (is_first) it->second = last_entry_counter(ledger_.db(), year);
  return it->second;
}

void Decider::remember_entry(const casework::Verdict& verdict) {
  if (verdict.events.empty()) return;
  const auto* written = std::get_if<casework::DiaryWritten>(&verdict.events.front());
  if (!written) return;
  ++last_entry_number(base::year_of(written->entry.day));
  last_entry_ = written->number;
  if (mode_ == Mode::rehearsal) new_entries_[written->digest] = written->number;
}

void Decider::look_up_source(const casework::Particulars& of, casework::Books& books) {
  if (!of.source_no) return;
  const auto known = new_sources_.find(of.source.value_or("") + '\0' + *of.source_no);
  if (known != new_sources_.end()) {
    books.source_holder = known->second;
    return;
  }
  if (source_->with(of.source, *of.source_no).step()) books.source_holder = source_->string(0);
  source_->reset();
}

void Decider::look_up_row(const casework::ImportMark& mark, casework::Books& books) {
  const auto known = new_rows_.find(mark.row_key);
  if (known != new_rows_.end()) {
    const Command earlier = order_.command(known->second.command);
    books.row_holder = known->second.number;
    books.row_digest = std::get<casework::Register>(earlier.wish).import_mark->row_digest;
    return;
  }
  if (row_->with(mark.row_key).step()) {
    books.row_holder = row_->string(0);
    books.row_digest = row_->string(1);
  }
  row_->reset();
}

std::int64_t& Decider::last_number(int year) {
  auto [it, is_first] = counters_.try_emplace(year, 0);
  if (is_first) it->second = ledger::last_number(ledger_.db(), year);
  return it->second;
}

std::int64_t& Decider::last_paper(const std::string& form, int year) {
  auto [it, is_first] = papers_.try_emplace({form, year}, 0);
  if (is_first) it->second = last_paper_number(ledger_.db(), form, year);
  return it->second;
}

std::string Decider::take_number(const Command& command) {
  const int year = base::year_of(time_of(command).date);
  const std::int64_t counter = ++last_number(year);
  std::string number =
      casework::make_number(ledger_.site(), year, counter, rules_.schema.number_width);
  // Rows of an import are all different.
  if (mode_ == Mode::writing || order_.rows) return number;
  const auto& wish = std::get<casework::Register>(command.wish);
  if (const auto& source_no = wish.particulars.source_no) {
    new_sources_[wish.particulars.source.value_or("") + '\0' + *source_no] = number;
  }
  if (const auto& mark = wish.import_mark) new_rows_[mark->row_key] = {number, index_};
  return number;
}

}  // namespace minqing::ledger
