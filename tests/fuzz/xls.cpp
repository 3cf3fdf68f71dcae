// SPDX-License-Identifier: MIT
// The records of an old workbook without their container, which a fuzzer would spend its time on;
// the container itself is the target `workbook`.

#include "lib/intake/byte_source.hpp"
#include "lib/intake/workbook/xls_reader.hpp"
#include "tests/fuzz/fuzz.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run_refusing([&] {
    fuzz::CheckingSink sink;
    intake::read_bare_xls(*intake::open_bytes(fuzz::bytes_of(data, size), "f"), sink);
  });
}
