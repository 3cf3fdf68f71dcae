// SPDX-License-Identifier: MIT
#include "lib/intake/workbook/xml_part.hpp"

namespace minqing::intake {

void parse_part(ZipArchive& archive, std::string_view part, XmlHandler& handler,
                std::string_view sheet) {
  ZipArchive::Part bytes = archive.open(part);
  auto read = [&](char* buffer, std::size_t size) { return bytes.read(buffer, size); };
  parse_xml(read, handler, {archive.name(), std::string(sheet), {}, 0, 0});
}

}  // namespace minqing::intake
