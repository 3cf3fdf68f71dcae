// SPDX-License-Identifier: MIT
// Texts of old workbooks. BIFF8 stores UTF-16, shortened to one byte a character where that does;
// BIFF5 stores bytes in the code page of the workbook.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "lib/intake/workbook/biff_records.hpp"

namespace minqing::intake {

/// As UTF-8; nothing when half a surrogate pair is among the units.
std::optional<std::string> to_utf8(std::u16string_view units);

/// A text of BIFF8 behind its length: flags, characters, and what is known of fonts and readings,
/// which is passed over.
std::u16string read_wide_text(ContinuedRecord& record, std::size_t count);

/// The code page of a BIFF5 workbook.
class CodePage {
 public:
  /// `number` as the CODEPAGE record has it: 936, 1252, 10000 (Mac) …
  explicit CodePage(std::uint16_t number = 1252);
  ~CodePage();
  CodePage(CodePage&& other) noexcept;
  CodePage& operator=(CodePage&& other) noexcept;

  std::uint16_t number() const { return number_; }
  /// As UTF-8; nothing when the bytes have no meaning in the code page, or it is not known here.
  std::optional<std::string> decode(std::string_view bytes) const;

 private:
  std::uint16_t number_;
  void* converter_;  ///< an iconv_t, or null
};

}  // namespace minqing::intake
