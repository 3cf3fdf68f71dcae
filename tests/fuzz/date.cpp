// SPDX-License-Identifier: MIT
// Dates as people write them. The readers expect valid UTF-8, which their callers have checked.

#include "lib/intake/date_notation.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::bytes_of(data, size);
  if (!base::is_valid_utf8(text)) return 0;
  intake::DateContext context{base::make_date(2026, 11, 20)};
  const auto value = intake::parse_date(text, context);
  if (value.is_moment()) fuzz::demand(base::year_of(value.moment.date) <= 9999);
  intake::parse_date(text, {});
  intake::find_date(text);
  for (auto type :
       {intake::Cell::Type::text, intake::Cell::Type::number, intake::Cell::Type::date}) {
    intake::Cell cell;
    cell.set(type, text);
    intake::parse_date_cell(cell, context);
  }
  return 0;
}
