// SPDX-License-Identifier: MIT
// What the markup of a form may be: a well-formed piece of XHTML of elements that lay out a page
// and do nothing else. No script, no style sheet, no address of anything outside, no attribute that
// could hold one; places stand in text and never within a tag, where escaping would not be enough.

#pragma once

#include "lib/schema/form_places.hpp"

namespace minqing::schema {

/// Adds problems. A section must begin and end within the same element, or the page would fall
/// apart where it is left out.
void check_markup(const SourceText& source, const std::vector<FormSection>& sections,
                  Problems& problems);

}  // namespace minqing::schema
