// SPDX-License-Identifier: MIT
// A workbook file of any format, as it comes in.

#include "lib/intake/workbook/workbook.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run_refusing([&] {
    fuzz::CheckingSink sink;
    intake::ZipLimits limits;
    limits.max_inflated = 16 << 20;
    intake::read_workbook_bytes(fuzz::bytes_of(data, size), "f", sink, limits);
  });
}
