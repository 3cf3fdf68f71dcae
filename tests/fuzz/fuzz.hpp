// SPDX-License-Identifier: MIT
// What the fuzz targets share. A target may refuse its input (base::Error); every other exception,
// and cells that break the contract of lib/intake/sheet.hpp, end the program.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/sheet.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace minqing::fuzz {

inline void demand(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

template <class Run>
int run_refusing(Run run) {
  try {
    run();
  } catch (const base::Error& error) {
    demand(!error.message().zh.empty() && base::is_valid_utf8(error.message().zh));
  }
  return 0;
}

/// Rows ascend, cells lie within a sheet, values are texts.
class CheckingSink : public intake::SheetSink {
 public:
  bool on_sheet(const intake::SheetInfo& sheet) override {
    demand(base::is_valid_utf8(sheet.name));
    last_row_ = 0;
    return true;
  }
  bool on_row(const intake::Row& row) override {
    demand(row.number > last_row_ && !row.empty());
    last_row_ = row.number;
    int last_column = 0;
    for (const auto& placed : row.cells()) {
      demand(placed.column > last_column && placed.column <= intake::kMaxColumn);
      last_column = placed.column;
      demand(!placed.cell.is_empty() && base::is_valid_utf8(placed.cell.value));
      demand(placed.cell.value.find('\0') == std::string::npos);
    }
    return true;
  }

 private:
  std::int64_t last_row_ = 0;
};

}  // namespace minqing::fuzz
