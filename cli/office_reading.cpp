// SPDX-License-Identifier: MIT
#include "cli/office_reading.hpp"

#include "lib/base/error.hpp"

namespace minqing::cli {

using base::Error;
using base::Exit;
using base::text;

intake::CsvOptions read_text_options(const Arguments& arguments) {
  intake::CsvOptions options;
  const auto name = arguments.value("encoding");
  if (!name) return options;
  options.encoding = intake::parse_encoding(*name);
  if (options.encoding) return options;
  throw Error(Exit::usage, text("--编码：不认得“{}”", "--encoding: '{}' is not known", *name),
              text("可以写 UTF-8、GB18030、UTF-16LE、UTF-16BE",
                   "accepted: UTF-8, GB18030, UTF-16LE, UTF-16BE"));
}

}  // namespace minqing::cli
