// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xlsx_merges.hpp"

#include <algorithm>
#include <cstring>
#include <string>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

constexpr std::string_view kElement = "mergeCells";
constexpr std::size_t kPiece = 256 << 10;
/// `<` and a namespace prefix in front of the name.
constexpr std::size_t kMaxPrefix = 64;

/// Where the tag begins whose local name stands at `name`; npos when it is no start tag.
std::size_t tag_start(std::string_view bytes, std::size_t name) {
  std::size_t least = name > kMaxPrefix ? name - kMaxPrefix : 0;
  for (std::size_t at = name; at-- > least;) {
    if (bytes[at] == '<') return at + 1 == name || bytes[name - 1] == ':' ? at : std::string::npos;
    if (std::strchr("/> \t\r\n", bytes[at]) != nullptr) return std::string::npos;
  }
  return std::string::npos;
}

/// Reads until the bytes begin with the tag; false when there is none.
bool find_tag(ZipArchive::Part& part, std::string& bytes) {
  for (std::string piece(kPiece, '\0');;) {
    std::size_t got = part.read(piece.data(), piece.size());
    if (got == 0) return false;
    bytes.append(piece, 0, got);
    for (std::size_t at = 0; (at = bytes.find(kElement, at)) != std::string::npos; ++at) {
      std::size_t start = tag_start(bytes, at);
      if (start == std::string::npos) continue;
      bytes.erase(0, start);
      return true;
    }
    // The name may be cut by the end of the piece, and its prefix lies before it.
    std::size_t keep = std::min(bytes.size(), kMaxPrefix + kElement.size());
    bytes.erase(0, bytes.size() - keep);
  }
}

class MergeReader : public XmlHandler {
 public:
  MergeReader(const std::string& file, std::string_view sheet) : file_(file), sheet_(sheet) {}

  void start(std::string_view name, const XmlAttributes& attributes, int depth) override {
    if (depth != 2 || name != "mergeCell") return;
    Range range = parse_range(attributes.find("ref"));
    if (range.first.row == 0) fail({"有一处合并单元格的范围不对", "a merged range is not valid"});
    if (merges.size() == kMaxMerges) fail({"合并单元格太多", "too many merged ranges"});
    merges.push_back(range);
  }
  void end(std::string_view, int depth) override { done_ = depth == 1; }
  bool is_done() const override { return done_; }

  std::vector<Range> merges;

 private:
  [[noreturn]] void fail(base::Text reason) {
    reject({file_, std::string(sheet_), {}, 0, 0}, std::move(reason));
  }

  const std::string& file_;
  std::string_view sheet_;
  bool done_ = false;
};

}  // namespace

std::vector<Range> find_merges(ZipArchive& archive, std::string_view part, std::string_view sheet) {
  ZipArchive::Part rest = archive.open(part);
  std::string found;
  if (!find_tag(rest, found)) return {};
  std::size_t given = 0;
  auto read = [&](char* buffer, std::size_t size) {
    if (given == found.size()) return rest.read(buffer, size);
    std::size_t count = std::min(size, found.size() - given);
    std::memcpy(buffer, found.data() + given, count);
    given += count;
    return count;
  };
  MergeReader handler(archive.name(), sheet);
  parse_xml(read, handler, {archive.name(), std::string(sheet), {}, 0, 0});
  return std::move(handler.merges);
}

}  // namespace minqing::intake
