// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/fault.hpp"

#include <utility>

namespace minqing::intake {

base::Text save_again() {
  return {"请用表格软件打开，“另存为”xlsx 后再读",
          "open it in a spreadsheet program, save it as xlsx, and read that file"};
}

void reject(base::Place place, base::Text reason, base::Text way_out) {
  throw base::Rejected({{std::move(place), {}, std::move(reason), std::move(way_out)}});
}

void reject_file(const std::string& file, base::Text reason, base::Text way_out) {
  reject({file, {}, {}, 0, 0}, std::move(reason), std::move(way_out));
}

}  // namespace minqing::intake
