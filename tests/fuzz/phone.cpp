// SPDX-License-Identifier: MIT
// Telephone numbers as people write them, in valid UTF-8.

#include "lib/intake/phone_notation.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::bytes_of(data, size);
  if (!base::is_valid_utf8(text)) return 0;
  const auto value = intake::parse_phone(text);
  fuzz::demand((value.kind == intake::PhoneValue::Kind::numbers) == !value.numbers.empty());
  intake::Cell cell;
  cell.set(intake::Cell::Type::number, text);
  intake::parse_phone_cell(cell);
  return 0;
}
