// SPDX-License-Identifier: MIT
#include "lib/report/text_page.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "lib/base/utf8.hpp"

namespace minqing::report {

namespace {

constexpr std::string_view kIdeographicBlank = "　";

std::string_view without_end_blanks(std::string_view line) {
  while (!line.empty()) {
    if (line.back() == ' ') {
      line.remove_suffix(1);
    } else if (base::ends_with(line, kIdeographicBlank)) {
      line.remove_suffix(kIdeographicBlank.size());
    } else {
      break;
    }
  }
  return line;
}

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

}  // namespace

void TextPage::line(std::string_view text) {
  out_.append(without_end_blanks(base::visible(text))).append("\n");
}

void TextPage::gap() {
  if (!out_.empty() && !base::ends_with(out_, "\n\n")) out_ += "\n";
}

void TextPage::rule(std::string_view stroke) {
  std::string text;
  for (int i = 0; i < width_; ++i) text += stroke;
  line(text);
}

void TextPage::centred(std::string_view text) {
  for (const std::string& part : base::wrap(base::visible(base::trim(text), true), width_)) {
    line(blanks((width_ - base::display_width(part)) / 2) + part);
  }
}

void TextPage::flow(std::string_view first, std::string_view rest, std::string_view text) {
  const int rest_width = base::display_width(rest);
  // Letters hold the place of the indent while lines are broken: a blank could be broken at.
  const std::string holder(static_cast<std::size_t>(base::display_width(first) - rest_width), 'x');
  const std::string lines = base::visible(base::trim(text), true);
  bool begins = true;  // the next line takes the first prefix
  for (const std::string_view paragraph : base::split(lines, '\n')) {
    if (!begins) begins = rest.empty();
    const std::string held = (begins ? holder : "") + std::string(paragraph);
    for (std::string& part : base::wrap(held, width_ - rest_width)) {
      if (begins) part.erase(0, holder.size());
      line(std::string(begins ? first : rest) + part);
      begins = false;
    }
  }
}

std::string TextPage::finish() {
  while (base::ends_with(out_, "\n\n")) out_.pop_back();
  return std::move(out_);
}

std::string nothing(base::Lang language) {
  return language == base::Lang::zh ? "（无）" : "(none)";
}

}  // namespace minqing::report
