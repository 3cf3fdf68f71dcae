// SPDX-License-Identifier: MIT
// How the parts of an OOXML file refer to each other (ECMA-376 part 2): relationships and content
// types.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lib/intake/workbook/zip_archive.hpp"

namespace minqing::intake {

struct Relationship {
  std::string id;
  std::string type;    ///< the last word of the type's address: `worksheet`, `styles` …
  std::string target;  ///< name of a part
};

/// The relationships of a part (`xl/workbook.xml`), or of the package for an empty name. Targets
/// are resolved against the part; links out of the package are left out. None when there is no such
/// list.
std::vector<Relationship> read_relationships(ZipArchive& archive, std::string_view part);

const Relationship* find_by_id(const std::vector<Relationship>& list, std::string_view id);
const Relationship* find_by_type(const std::vector<Relationship>& list, std::string_view type);

/// The part that a path in a part's relationships means: `/xl/a.xml` from the root, `a.xml` and
/// `../a.xml` from the part's folder.
std::string resolve_target(std::string_view part, std::string_view target);

/// The content type of a part, or empty.
std::string content_type_of(ZipArchive& archive, std::string_view part);

}  // namespace minqing::intake
