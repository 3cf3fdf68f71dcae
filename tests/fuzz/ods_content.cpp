// SPDX-License-Identifier: MIT
// The content.xml of an OpenDocument spreadsheet.

#include "lib/intake/workbook/workbook.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/unit/intake/workbook_maker.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run_refusing([&] {
    fuzz::CheckingSink sink;
    const std::string file =
        test::make_zip({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                        {"content.xml", std::string(fuzz::bytes_of(data, size))}});
    intake::read_workbook_bytes(file, "f", sink);
  });
}
