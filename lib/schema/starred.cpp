// SPDX-License-Identifier: MIT
#include "lib/schema/starred.hpp"

#include "lib/base/utf8.hpp"

namespace minqing::schema {

Starred::Starred(std::string_view written) {
  open_start = written.starts_with('*');
  if (open_start) written.remove_prefix(1);
  open_end = written.ends_with('*');
  if (open_end) written.remove_suffix(1);
  key = base::heading_key(written);
}

bool Starred::matches(std::string_view folded) const {
  if (key.empty()) return false;
  if (open_start && open_end) return folded.find(key) != std::string_view::npos;
  if (open_start) return folded.ends_with(key);
  if (open_end) return folded.starts_with(key);
  return folded == key;
}

}  // namespace minqing::schema
