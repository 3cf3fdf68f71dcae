// SPDX-License-Identifier: MIT
// Text tables. The first byte chooses the encoding, or leaves it to be found out.

#include "lib/intake/csv.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  intake::CsvOptions options;
  const auto choice = data[0] % 5;
  if (choice < 4) options.encoding = static_cast<intake::Encoding>(choice);
  return fuzz::run_refusing([&] {
    fuzz::CheckingSink sink;
    intake::read_csv_sheet(*intake::open_bytes(fuzz::bytes_of(data + 1, size - 1), "f"), options,
                           sink);
  });
}
