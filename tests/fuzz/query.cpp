// SPDX-License-Identifier: MIT
// Queries: a line is a word of the command line.

#include <string>
#include <vector>

#include "lib/intake/query.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/unit/intake/sample_office.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const schema::Schema schema = intake::sample_schema();
  static const casework::Roster roster = intake::sample_roster();
  const std::string_view text = fuzz::bytes_of(data, size);
  if (!base::is_valid_utf8(text)) return 0;
  std::vector<std::string> words;
  for (std::string_view word : base::split(text, '\n')) words.emplace_back(word);
  return fuzz::run_refusing([&] {
    intake::parse_query({schema, roster, {20514}, "li_chen", "water_station", {}}, words);
  });
}
