// SPDX-License-Identifier: MIT
// Diaries: the plain text, and what is made of it. Both expect valid UTF-8.

#include "lib/intake/diary_making.hpp"
#include "lib/intake/diary_text.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/unit/intake/sample_office.hpp"

using namespace minqing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const schema::Schema schema = intake::sample_schema();
  static const casework::Roster roster = intake::sample_roster();
  const std::string_view text = fuzz::bytes_of(data, size);
  if (!base::is_valid_utf8(text)) return 0;
  return fuzz::run_refusing([&] {
    const intake::DiaryText diary = intake::read_diary_text(schema, text, "f");
    const auto number = [](const std::string& typed) { return std::optional(typed); };
    const intake::DiaryContext context{schema,         roster, {20514},       "li_chen",
                                       base::Lang::zh, number, "water_supply"};
    const intake::DiaryResult made = intake::make_diary(context, diary.words);
    fuzz::demand(base::is_valid_utf8(made.said()));
  });
}
