// SPDX-License-Identifier: MIT
// Small workbooks made in memory, well formed or hostile.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace minqing::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A zip file of these parts.
std::string make_zip(const Parts& parts);

/// A compound file (OLE2) of these streams. Short ones lie in the stream of small ones, as they do
/// in real files.
std::string make_ole(const Parts& streams);

/// `value` in `bytes` bytes, the lowest first.
std::string number(std::uint64_t value, int bytes = 2);
/// A record of an old workbook.
std::string record(std::uint16_t id, const std::string& data);
/// An OpenDocument spreadsheet; `tables` are the children of `<office:spreadsheet>`.
std::string make_ods(const std::string& tables, const std::string& styles = {});

/// What a workbook is made of; every piece can be replaced.
struct WorkbookPieces {
  /// Below <worksheet>: `<sheetData>…</sheetData>` and what stands around it.
  std::string sheet;
  /// Below <sst>; empty: no such part.
  std::string strings;
  /// Below <styleSheet>.
  std::string styles;
  std::string workbook_properties;
  /// Attributes of <sheet> besides name and id.
  std::string sheet_attributes;
};

Parts workbook_parts(const WorkbookPieces& pieces);
std::string make_workbook(const WorkbookPieces& pieces);

}  // namespace minqing::test
