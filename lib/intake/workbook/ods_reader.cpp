// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/ods_reader.hpp"

#include <string>
#include <utility>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/ods_cell.hpp"
#include "lib/intake/workbook/ods_survey.hpp"
#include "lib/intake/workbook/ods_walker.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

constexpr std::string_view kContent = "content.xml";
constexpr std::string_view kManifest = "META-INF/manifest.xml";
constexpr std::size_t kMaxManifest = 8 << 20;
/// Cells with a value that stand for many may stand for so many: a column filled to the last row
/// four times. A file of a few bytes could ask for billions.
constexpr std::int64_t kMaxRepeatedCells = 4 * kMaxRow;

class RowReader : public OdsWalker {
 public:
  RowReader(const std::string& file, const std::vector<SheetInfo>& sheets, SheetSink& sink)
      : OdsWalker(file), sheets_(sheets), sink_(sink) {}

 private:
  void begin_table(std::string_view, const XmlAttributes&) override {
    wanted_ = sink_.on_sheet(sheets_[next_sheet_++]);
  }
  void end_table() override { sink_.on_sheet_end(); }

  void begin_row(const XmlAttributes& attributes, std::int64_t repeated) override {
    row_.restart(row());
    row_.hidden = is_hidden(attributes);
    row_repeats_ = repeated;
  }

  void begin_cell(const XmlAttributes& attributes, std::int64_t repeated, bool covered) override {
    reading_ = wanted_ && !covered;
    cell_repeats_ = repeated;
    if (reading_) cell_.begin(attributes);
  }
  void start_inside(std::string_view name, const XmlAttributes& attributes) override {
    if (reading_) cell_.text().start(name, attributes);
  }
  void end_inside(std::string_view name) override {
    if (reading_) cell_.text().end(name);
  }
  void text_inside(std::string_view piece) override {
    if (reading_) cell_.text().text(piece);
  }

  void end_cell() override {
    if (!reading_) return;
    made_.clear();
    if (!cell_.finish(made_)) fail_cell(cell_.fault());
    if (made_.is_empty()) return;
    if (row() + row_repeats_ - 1 > kMaxRow || column() + cell_repeats_ - 1 > kMaxColumn) {
      fail_cell({"单元格位置超出 XFD1048576", "the place lies beyond XFD1048576"});
    }
    count_repeats();
    for (std::int64_t i = 0; i < cell_repeats_; ++i) {
      row_.cell(static_cast<int>(column() + i)) = made_;
    }
  }

  void end_row() override {
    if (row_.empty()) return;
    for (std::int64_t i = 0; i < row_repeats_ && wanted_; ++i) {
      row_.number = row() + i;
      wanted_ = sink_.on_row(row_);
    }
  }

  void count_repeats() {
    repeated_cells_ += cell_repeats_ * row_repeats_ - 1;
    if (repeated_cells_ > kMaxRepeatedCells) {
      fail_cell(base::text("重复的单元格展开后超过 {} 个", "its repeated cells are more than {}",
                           kMaxRepeatedCells));
    }
  }

  const std::vector<SheetInfo>& sheets_;
  std::size_t next_sheet_ = 0;
  SheetSink& sink_;
  OdsCell cell_;
  Cell made_;
  Row row_;
  bool wanted_ = false;
  bool reading_ = false;
  std::int64_t row_repeats_ = 1;
  std::int64_t cell_repeats_ = 1;
  std::int64_t repeated_cells_ = 0;
};

/// Told by the list of parts. It is searched and not parsed: old ones begin with a DOCTYPE.
bool is_encrypted(ZipArchive& archive) {
  if (archive.has("encrypted-package")) return true;
  return archive.has(kManifest) &&
         archive.read_all(kManifest, kMaxManifest).find("encryption-data") != std::string::npos;
}

void refuse_encrypted(ZipArchive& archive) {
  if (!is_encrypted(archive)) return;
  reject_file(archive.name(), {"工作簿加了密码", "the workbook is protected by a password"},
              {"请用表格软件打开，取消密码后“另存为”xlsx 再读",
               "open it, remove the password, save it as xlsx, and read that file"});
}

}  // namespace

bool is_opendocument(const ZipArchive& archive) {
  if (archive.has("encrypted-package") && archive.has(kManifest)) return true;
  return archive.has(kContent) && (archive.has("mimetype") || archive.has(kManifest));
}

void read_ods(ZipArchive& archive, SheetSink& sink) {
  refuse_encrypted(archive);
  const std::vector<SheetInfo> sheets = survey_ods(archive);
  RowReader reader(archive.name(), sheets, sink);
  parse_part(archive, kContent, reader);
}

}  // namespace minqing::intake
