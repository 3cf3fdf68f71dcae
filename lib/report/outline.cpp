// SPDX-License-Identifier: MIT
#include "lib/report/outline.hpp"

#include <algorithm>
#include <cstddef>

namespace minqing::report {

namespace {

constexpr std::array<const char*, 10> kDigits = {"",   "一", "二", "三", "四",
                                                 "五", "六", "七", "八", "九"};

}  // namespace

std::string chinese_numeral(int number) {
  if (number < 1 || number > 99) return fmt::format("{}", number);
  const auto tens = static_cast<std::size_t>(number / 10);
  const auto ones = static_cast<std::size_t>(number % 10);
  if (tens == 0) return kDigits[ones];
  return (tens > 1 ? std::string(kDigits[tens]) : std::string()) + "十" + kDigits[ones];
}

Outline::Outline(const Document& document) : language_(document.language) {
  for (const Block& block : document.blocks) {
    if (const auto* found = std::get_if<Attachment>(&block)) titles_.push_back(found->title);
  }
}

std::string Outline::number(int level) {
  const auto depth = static_cast<std::size_t>(level - 1);
  const int count = ++counters_[depth];
  std::fill(counters_.begin() + level, counters_.end(), 0);
  if (language_ == base::Lang::zh) {
    switch (level) {
      case 1:
        return chinese_numeral(count) + "、";
      case 2:
        return "（" + chinese_numeral(count) + "）";
      case 3:
        return fmt::format("{}.", count);
      default:
        return fmt::format("（{}）", count);
    }
  }
  std::string path = fmt::format("{}", counters_[0]);
  for (std::size_t i = 1; i <= depth; ++i) path += fmt::format(".{}", counters_[i]);
  return path + (level == 1 ? ". " : " ");
}

std::string Outline::heading(const Heading& heading) {
  if (!heading.numbered) return heading.text;
  return number(std::clamp(heading.level, 1, 4)) + heading.text;
}

std::string Outline::attachment() {
  counters_ = {};
  ++attachments_;
  const bool zh = language_ == base::Lang::zh;
  if (titles_.size() == 1) return zh ? "附件" : "Annex";
  return fmt::format("{}{}", zh ? "附件" : "Annex ", attachments_);
}

Outline::Names Outline::attachment_names() const {
  Names out{language_ == base::Lang::zh ? "附件：" : "Annexes: ", titles_};
  if (titles_.size() < 2) {
    if (language_ == base::Lang::en) out.word = "Annex: ";
    return out;
  }
  for (std::size_t i = 0; i < out.names.size(); ++i) {
    out.names[i].insert(0, fmt::format("{}.{}", i + 1, language_ == base::Lang::zh ? "" : " "));
  }
  return out;
}

}  // namespace minqing::report
