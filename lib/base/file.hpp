// SPDX-License-Identifier: MIT
// Files in and out. A file that is written is whole or absent: temporary name in the same
// directory, fsync, rename, fsync of the directory.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace minqing::base {

/// Reads a regular file of at most `max_bytes`. Throws Error: not_found when it does not exist,
/// rejected when it is not a regular file or too large, permission, io on a read error.
std::string read_file(const std::string& path, std::uint64_t max_bytes);
/// Reads standard input to its end, at most `max_bytes`.
std::string read_stdin(std::uint64_t max_bytes);

enum class IfExists { refuse, replace };
/// Throws Error: conflict when the file exists and may not be replaced (what is no regular file
/// never is), not_found when the directory is missing, permission, io otherwise. The mode is given
/// explicitly so that the umask does not matter.
void write_file_atomically(const std::string& path, std::string_view bytes, unsigned mode = 0640,
                           IfExists if_exists = IfExists::refuse);

bool file_exists(const std::string& path);
/// Creates a directory and its parents with `mode` for the new ones.
void make_directories(const std::string& path, unsigned mode = 0700);

}  // namespace minqing::base
