// SPDX-License-Identifier: MIT
#include "lib/schema/forms.hpp"

#include "lib/base/utf8.hpp"

#include <algorithm>

namespace minqing::schema {
namespace {

void replace(std::string& text, std::string_view what, std::int64_t by) {
  const std::size_t at = text.find(what);
  if (at != std::string::npos) text.replace(at, what.size(), std::to_string(by));
}

}  // namespace

std::string numbered(std::string pattern, int year, std::int64_t number) {
  replace(pattern, "{year}", year);
  replace(pattern, "{number}", number);
  return pattern;
}

const Form* find_form(const std::vector<Form>& forms, std::string_view typed) {
  const std::string wanted = base::fold(typed);
  const auto means = [&](const std::string& word) { return base::fold(word) == wanted; };
  const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& form) {
    return means(form.id) || means(form.label.zh) || means(form.label.en) ||
           std::any_of(form.also.begin(), form.also.end(), means);
  });
  return found == forms.end() ? nullptr : &*found;
}

}  // namespace minqing::schema
