// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xlsx_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ooxml_package.hpp"
#include "lib/intake/workbook/shared_strings.hpp"
#include "lib/intake/workbook/styles.hpp"
#include "lib/intake/workbook/xlsx_merges.hpp"
#include "lib/intake/workbook/xlsx_sheet.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

constexpr std::size_t kMaxXlsxSheets = 1000;

struct ListedSheet {
  std::string name;
  std::string relationship;
  Visibility visibility = Visibility::visible;
};

Visibility visibility_of(std::string_view state) {
  if (state == "hidden") return Visibility::hidden;
  return state == "veryHidden" ? Visibility::very_hidden : Visibility::visible;
}

/// xl/workbook.xml
class WorkbookReader : public XmlHandler {
 public:
  explicit WorkbookReader(const std::string& file) : file_(file) {}

  void start(std::string_view name, const XmlAttributes& attributes, int depth) override {
    if (depth == 1 && name != "workbook") {
      reject_file(file_, {"里面没有工作簿", "it holds no workbook"});
    }
    if (depth == 2 && name == "workbookPr") date1904 = attributes.is_true("date1904");
    if (depth == 2) in_sheets_ = name == "sheets";
    if (depth != 3 || !in_sheets_ || name != "sheet") return;
    if (sheets.size() == kMaxXlsxSheets) reject_file(file_, {"工作表太多", "too many sheets"});
    sheets.push_back({std::string(attributes.find("name")), std::string(attributes.find("id")),
                      visibility_of(attributes.find("state"))});
  }
  void end(std::string_view, int) override {}

  bool date1904 = false;
  std::vector<ListedSheet> sheets;

 private:
  const std::string& file_;
  bool in_sheets_ = false;
};

/// Named by what the package declares its main part to be.
void refuse_other_packages(const std::string& file, std::string_view type) {
  if (type.find(".binary.") != std::string_view::npos) {
    reject_file(file,
                {"是二进制工作簿（xlsb），不支持", "is a binary workbook (xlsb), not supported"});
  }
  if (type.find("wordprocessingml") != std::string_view::npos ||
      type.find("presentationml") != std::string_view::npos) {
    reject_file(file, {"是文字或演示文稿，不是工作簿", "is a document or slides, not a workbook"},
                {"请把表格复制到工作簿里再读", "copy the table into a workbook"});
  }
}

std::string find_workbook_part(ZipArchive& archive) {
  auto relationships = read_relationships(archive, "");
  const Relationship* main = find_by_type(relationships, "officeDocument");
  if (main == nullptr) {
    reject_file(archive.name(),
                {"找不到工作簿的主体部件", "the main part of the workbook is missing"});
  }
  refuse_other_packages(archive.name(), content_type_of(archive, main->target));
  return main->target;
}

SheetKind kind_of_part(std::string_view type) {
  if (type == "worksheet") return SheetKind::table;
  return type == "chartsheet" ? SheetKind::chart : SheetKind::other;
}

/// A part that the workbook may do without: not listed, or listed and not there.
template <class Read>
auto read_optional(ZipArchive& archive, const std::vector<Relationship>& parts,
                   std::string_view type, Read read)
    -> decltype(read(archive, std::string_view())) {
  const Relationship* part = find_by_type(parts, type);
  if (part == nullptr || !archive.has(part->target)) return {};
  return read(archive, part->target);
}

void announce_without_rows(const SheetInfo& info, SheetSink& sink) {
  sink.on_sheet(info);
  sink.on_sheet_end();
}

}  // namespace

bool is_ooxml(const ZipArchive& archive) {
  return archive.has("[Content_Types].xml") || archive.has("_rels/.rels");
}

void read_xlsx(ZipArchive& archive, SheetSink& sink) {
  std::string main = find_workbook_part(archive);
  WorkbookReader workbook(archive.name());
  parse_part(archive, main, workbook);
  auto parts = read_relationships(archive, main);
  auto strings = read_optional(archive, parts, "sharedStrings", read_shared_strings);
  auto styles = read_optional(archive, parts, "styles", read_styles);
  for (const ListedSheet& sheet : workbook.sheets) {
    if (sheet.relationship.empty()) {  // a module of Excel 5; it lies with the macros
      announce_without_rows({.name = sheet.name, .kind = SheetKind::other}, sink);
      continue;
    }
    const Relationship* part = find_by_id(parts, sheet.relationship);
    if (part == nullptr) {
      reject({archive.name(), sheet.name, {}, 0, 0},
             {"工作表的内容缺失", "the contents of the sheet are missing"});
    }
    SheetInfo info{sheet.name, kind_of_part(part->type), sheet.visibility, workbook.date1904, {},
                   {}};
    if (info.kind != SheetKind::table) {
      announce_without_rows(info, sink);
      continue;
    }
    info.merges = find_merges(archive, part->target, info.name);
    read_xlsx_sheet(archive, part->target, std::move(info), strings, styles, sink);
  }
}

}  // namespace minqing::intake
