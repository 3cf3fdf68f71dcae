// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/styles.hpp"

#include <charconv>
#include <map>

#include "lib/base/text.hpp"
#include "lib/intake/workbook/fault.hpp"
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {
namespace {

/// Excel allows 65,490 cell formats.
constexpr std::size_t kMaxStyles = 1 << 17;

int number_of(std::string_view words) {
  int value = 0;
  std::from_chars(words.data(), words.data() + words.size(), value);
  return value;
}

class StylesReader : public XmlHandler {
 public:
  explicit StylesReader(const std::string& file) : file_(file) {}

  void start(std::string_view name, const XmlAttributes& attributes, int depth) override {
    if (depth == 2) in_cell_formats_ = name == "cellXfs";
    if (depth == 3 && name == "numFmt") {
      custom_[number_of(attributes.find("numFmtId"))] =
          shape_of_code(attributes.find("formatCode"));
    } else if (depth == 3 && in_cell_formats_ && name == "xf") {
      formats_.push_back(number_of(attributes.find("numFmtId")));
    }
    if (formats_.size() > kMaxStyles || custom_.size() > kMaxStyles) {
      reject_file(file_, {"单元格格式太多", "too many cell formats"});
    }
  }
  void end(std::string_view, int) override {}

  Styles result() const {
    std::vector<NumberShape> shapes;
    shapes.reserve(formats_.size());
    for (int id : formats_) {
      auto found = custom_.find(id);
      shapes.push_back(found == custom_.end() ? shape_of_builtin(id) : found->second);
    }
    return Styles(std::move(shapes));
  }

 private:
  const std::string& file_;
  bool in_cell_formats_ = false;
  std::map<int, NumberShape> custom_;
  std::vector<int> formats_;
};

}  // namespace

Styles read_styles(ZipArchive& archive, std::string_view part) {
  StylesReader handler(archive.name());
  parse_part(archive, part, handler);
  return handler.result();
}

}  // namespace minqing::intake
