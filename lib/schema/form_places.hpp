// SPDX-License-Identifier: MIT
// The places of a form's template, a part of the Mustache language (mustache(5)):
//
//   {{诉求编号}}                       the value, escaped
//   {{#联系电话}} … {{/联系电话}}      only when there is one
//   {{^联系电话}} … {{/联系电话}}      only when there is none
//   {{#各诉求人}} … {{/各诉求人}}      once for each entry of a list
//   {{! 说明 }}                        a remark that is not printed
//
// Everything else of that language is refused: values that are not escaped, files that are pulled
// in, other delimiters.

#pragma once

#include "lib/schema/forms.hpp"
#include "lib/schema/problems.hpp"
#include "lib/schema/source_text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

struct Schema;

struct FormPlace {
  enum class Kind { value, section, inverted, end, remark };
  Kind kind = Kind::value;
  std::size_t from = 0;  ///< bytes of the text
  std::size_t to = 0;
  std::string_view name;  ///< as it stands there
  std::size_t name_at = 0;
  std::string id;  ///< what it means; set by check_places
};

/// In their order. What is no such place adds a problem and is left out.
std::vector<FormPlace> find_places(const SourceText& source, Problems& problems);

/// Two places that belong together: `{{#…}}` or `{{^…}}`, and its end.
struct FormSection {
  FormPlace begin;
  FormPlace end;
};

/// Checks names and nesting, and says what each place means. Adds problems; gives the sections for
/// the check of the markup.
std::vector<FormSection> check_places(const SourceText& source, std::vector<FormPlace>& places,
                                      const Schema& schema, const Form& form, Problems& problems);

/// The text with each name as its id and without remarks. The places must have been checked.
std::string with_ids(const SourceText& source, const std::vector<FormPlace>& places);

}  // namespace minqing::schema
