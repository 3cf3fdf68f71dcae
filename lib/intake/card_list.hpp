// SPDX-License-Identifier: MIT
// A list of households that get a contact card, as a text table:
//
//   户号 | 村 | 联系干部 | 卡号
//
// The household has to be there; without an official the card is that of who gives it, without a
// number the program gives one.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/intake/byte_source.hpp"
#include "lib/intake/diary_words.hpp"

namespace minqing::intake {

struct CardRow {
  base::Place place;
  DiaryWords::Value household;
  std::optional<DiaryWords::Value> village;
  std::optional<DiaryWords::Value> official;
  std::optional<DiaryWords::Value> no;
};

struct CardList {
  std::vector<CardRow> rows;
  std::vector<base::Problem> problems;
  std::vector<std::string> unused;  ///< `E 电话`: columns that are not taken in
};

/// Throws as read_csv does.
CardList read_card_list(ByteSource& source);

}  // namespace minqing::intake
