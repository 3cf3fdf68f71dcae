// SPDX-License-Identifier: MIT
// Files that a command writes for people: named beforehand, never over existing ones, all told.

#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"

namespace minqing::cli {

enum class FileFormat { xlsx, csv };
/// The name decides, as in every office program; Error(usage) for one that does not say.
FileFormat format_of_file(const std::string& file);
/// Width of a column: as wide as what stands in it, within reason. Long texts wrap.
int fitting_width(const std::string& heading, const std::vector<std::vector<std::string>>& rows,
                  std::size_t column);

struct WrittenFile {
  std::string path;
  std::string bytes;
  std::size_t issues = 0;  ///< how many it holds
};

/// Error(conflict) names the first that is there already, before any work is done.
void refuse_existing(const std::vector<std::string>& paths);
/// Writes them, or nothing with --dry-run, and says so.
void write_files(Context& context, const std::vector<WrittenFile>& files);

}  // namespace minqing::cli
