// SPDX-License-Identifier: MIT
#include "lib/intake/unknown_category.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::intake {
namespace {

using base::Error;
using base::Exit;
using base::text;

/// A column with more different words is none of categories: what comes beyond stays a problem.
constexpr std::size_t kMostUnknownWords = 500;
/// A cell of the wrong column may hold a whole page.
constexpr int kMostWordColumns = 40;

bool is_category_value(const DraftValue& value) { return value.field == "category"; }

}  // namespace

const schema::Category& category_for_unknown(const schema::Schema& schema, std::string_view words) {
  if (const schema::Category* found = schema.match_category(words)) return *found;
  base::Text way_out = suggestion(words, spellings_of(schema.categories));
  if (way_out.empty()) way_out = accepted(list_of(schema.categories));
  throw Error(
      Exit::usage,
      text("--未知类别：没有类别“{}”", "--unknown-category: there is no category '{}'", words),
      way_out);
}

UnknownCategories::UnknownCategories(const schema::Schema& schema, const std::string& category)
    : schema_(schema), category_(category.empty() ? nullptr : schema.find_category(category)) {}

std::optional<std::string> UnknownCategories::keep_words(Draft& draft) {
  if (category_ == nullptr) return std::nullopt;
  std::vector<std::string> words;
  base::Place place = draft.place;
  for (const DraftValue& value : draft.values) {
    if (!is_category_value(value) || is_blank_cell(value.cell)) continue;
    CellWords cell = words_of(value.cell);
    if (!cell.fault.empty() || schema_.match_category(cell.words) != nullptr) return std::nullopt;
    if (is_near(cell.words)) return std::nullopt;
    if (words.empty()) place = value.place;
    if (std::find(words.begin(), words.end(), cell.words) == words.end()) {
      words.push_back(std::move(cell.words));
    }
  }
  std::erase_if(draft.values, is_category_value);
  std::string kept = base::join(words, "、");
  if (kept.empty()) return kept;
  // The words of a schema's language: whoever imports the sheet again says the same.
  const base::Text note = text("原类别：{}", "Category in the sheet: {}", kept);
  DraftValue& remark = draft.values.emplace_back();
  remark.field = "remark";
  remark.cell.set(Cell::Type::text, schema_.language == "en" ? note.en : note.zh);
  remark.place = place;
  return kept;
}

void UnknownCategories::send(Draft& draft) const {
  DraftValue& value = draft.values.emplace_back();
  value.field = "category";
  value.cell.set(Cell::Type::text, category_->id);
  value.place = draft.place;
  value.for_all = true;
}

SentToCategory UnknownCategories::report() const {
  SentToCategory out;
  if (category_ == nullptr) return out;
  out.category = category_->id;
  out.label = category_->label;
  for (const auto& [words, rows] : rows_) {
    const std::string shown = base::fit(base::visible(privacy::mask_text(words)), kMostWordColumns);
    out.words.push_back({shown, rows});
  }
  std::stable_sort(out.words.begin(), out.words.end(),
                   [](const auto& a, const auto& b) { return a.rows > b.rows; });
  return out;
}

bool UnknownCategories::is_near(const std::string& words) {
  const auto known = near_.find(words);
  if (known != near_.end()) return known->second;
  if (near_.size() >= kMostUnknownWords) return true;
  if (known_.empty()) known_ = spellings_of(schema_.categories);
  return near_[words] = !suggestion(words, known_).empty();
}

}  // namespace minqing::intake
