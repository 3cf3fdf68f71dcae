// SPDX-License-Identifier: MIT
// Text tables: RFC 4180 with `,`, TAB or `;`, quoted line breaks, and CR LF, LF or CR. A quote has
// a meaning only at the start of a field; inside an unquoted field it is a character. Rows may
// differ in length; what that means is for the layout to say.
//
//   auto source = open_file("三月.csv");
//   CsvFacts facts = read_csv(*source, {}, [](const CsvRow& row) { …; return true; });
//
// What makes the borders of the fields uncertain is a fault of the file: a quote that is never
// closed (reported at the line where it opened), words after a closing quote, a field or row of
// absurd size. Then base::Rejected is thrown, and the rows already given must not be used.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "lib/intake/byte_source.hpp"
#include "lib/intake/encoding.hpp"
#include "lib/intake/sheet.hpp"

namespace minqing::intake {

/// A text file may hold more rows than a sheet; a field, a row and its columns have limits.
inline constexpr std::size_t kMaxFieldBytes = 1 << 20;
inline constexpr std::size_t kMaxRecordBytes = 16 << 20;

struct CsvOptions {
  std::optional<Encoding> encoding;  ///< found out when not given
  std::optional<char> separator;     ///< found out when not given
};

/// What was found out, to be told to the user.
struct CsvFacts {
  EncodingFound encoding;
  char separator = ',';
  std::int64_t rows = 0;

  bool operator==(const CsvFacts&) const = default;
};

/// `UTF-8，逗号分隔` / `UTF-8, separated by commas`
base::Text describe(const CsvFacts& facts);

struct CsvRow {
  std::int64_t number = 0;                   ///< from 1
  std::int64_t line = 0;                     ///< its first line in the file, from 1
  std::span<const std::string_view> fields;  ///< valid until the callback returns
};
/// False: enough.
using OnCsvRow = std::function<bool(const CsvRow&)>;

CsvFacts read_csv(ByteSource& source, const CsvOptions& options, const OnCsvRow& on_row);

/// The same as one sheet without a name; fields that are not empty become text cells.
CsvFacts read_csv_sheet(ByteSource& source, const CsvOptions& options, SheetSink& sink);

}  // namespace minqing::intake
