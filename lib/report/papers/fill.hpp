// SPDX-License-Identifier: MIT
// A form's template with its places filled.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "lib/report/html.hpp"
#include "lib/schema/forms.hpp"

namespace minqing::report {

/// What the places of a paper say, by the ids of schema/form_words.hpp. Text as people read it; an
/// empty one counts as absent.
struct PaperValues {
  std::map<std::string, std::string> texts;
  std::map<std::string, std::vector<PaperValues>> lists;
  std::map<std::string, html::Escaped> pictures;  ///< markup of the program, put in as it is
};

namespace html {

/// Every value passes `escape`. Throws std::logic_error for a template that was not checked.
Escaped fill(const schema::Form& form, const PaperValues& values);

}  // namespace html

}  // namespace minqing::report
