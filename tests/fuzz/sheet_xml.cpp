// SPDX-License-Identifier: MIT
// The XML of a worksheet, beside sound other parts.

#include "lib/intake/workbook/workbook.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/unit/intake/workbook_maker.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return fuzz::run_refusing([&] {
    test::Parts parts = test::workbook_parts(
        {.sheet = {},
         .strings = "<si><t>甲</t></si><si><t>a_x000D_b</t></si>",
         .styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"});
    for (auto& [name, bytes] : parts) {
      if (name == "xl/worksheets/sheet1.xml") bytes = fuzz::bytes_of(data, size);
    }
    fuzz::CheckingSink sink;
    intake::read_workbook_bytes(test::make_zip(parts), "f", sink);
  });
}
