// SPDX-License-Identifier: MIT
// The fields that people fill in by hand, with the words to choose from: the rows of the form and
// the questions on a terminal.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lib/base/text.hpp"
#include "lib/casework/roster.hpp"
#include "lib/intake/draft.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

struct FormField {
  std::string_view field;  ///< id of the schema's field
  std::string_view zh;     ///< a key of `record`
  std::string_view en;
};
/// In the order of the form; the content is the last.
std::span<const FormField> form_fields();

/// The words that a field accepts, in this language; empty when anything can be written, or too
/// many villages to list.
std::vector<std::string> choices_of(const schema::Schema& schema, const casework::Roster& roster,
                                    std::string_view field, base::Lang lang);

/// The form, filled with what was typed already.
std::string form_text(const schema::Schema& schema, const casework::Roster& roster,
                      const intake::Draft& typed, base::Lang lang);

}  // namespace minqing::cli
