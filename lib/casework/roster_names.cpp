// SPDX-License-Identifier: MIT
#include "lib/casework/roster_names.hpp"

#include "lib/base/packed.hpp"

namespace minqing::casework {

NameTables::NameTables(std::string_view packed) : bytes(packed) {
  base::Unpacker in(packed);
  for (base::KeyTable* table : {&ids, &exact, &stripped, &besides}) {
    std::string_view block;
    in.get(block);
    *table = base::KeyTable(block);
  }
  in.end();
}

std::string NameTables::pack(RosterNames names) {
  std::string bytes;
  base::Packer out(bytes);
  for (auto* keys : {&names.ids, &names.exact, &names.stripped, &names.besides}) {
    out.put(base::KeyTable::pack(std::move(*keys)));
  }
  return bytes;
}

PackedEntries::PackedEntries(std::string_view bytes) {
  base::Unpacker in(bytes);
  std::string_view block;
  in.get(block);
  entries = base::StringTable(block);
  in.get(block);
  names = NameTables(block);
  in.end();
}

std::string PackedEntries::pack(const std::vector<std::string>& entries, std::string_view names) {
  std::string bytes;
  base::Packer out(bytes);
  out.put(base::StringTable::pack(entries));
  out.put(names);
  return bytes;
}

}  // namespace minqing::casework
