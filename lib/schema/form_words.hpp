// SPDX-License-Identifier: MIT
// What a place of a form may name: the fields of the schema under their ids and labels, and the
// words here, which are of papers alone. man/minqing-forms.5.md describes each.

#pragma once

#include "lib/base/word.hpp"
#include "lib/schema/definitions.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

struct Schema;

/// Where a word means something.
enum class FormScope {
  paper,  ///< once on a paper: its name, who signs, the day of printing
  issue,  ///< of an issue
  card,   ///< of a contact card
  entry   ///< of one entry of `progress` or `instructions`
};

struct FormWord {
  base::Word word;
  FormScope scope = FormScope::issue;
  Personal personal = Personal::none;
  bool list = false;  ///< `{{#residents}} … {{/residents}}` comes once for each
};

std::span<const FormWord> form_words();

/// What a name in a template means.
struct FormName {
  std::string id;
  FormScope scope = FormScope::issue;
  Personal personal = Personal::none;
  bool list = false;
  std::vector<std::string> spellings;  ///< id and labels
};

/// Every name that the templates of this schema may use.
std::vector<FormName> form_names(const Schema& schema);
/// The one with this spelling, or null.
const FormName* find_form_name(const std::vector<FormName>& names, std::string_view typed);

/// The list of issues in a form that is a list.
inline constexpr std::string_view kFormIssues = "issues";

}  // namespace minqing::schema
