// SPDX-License-Identifier: MIT
// An XML part of an archive, parsed as it is inflated.

#pragma once

#include <string_view>

#include "lib/intake/workbook/xml_parser.hpp"
#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

/// `sheet` is for messages. Throws as ZipArchive and parse_xml do.
void parse_part(ZipArchive& archive, std::string_view part, XmlHandler& handler,
                std::string_view sheet = {});

}  // namespace minqing::intake
