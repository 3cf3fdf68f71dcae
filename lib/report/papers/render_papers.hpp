// SPDX-License-Identifier: MIT
// Papers as one HTML file for A4: each begins on a page of its own. As with documents, the file
// needs nothing else and can do nothing: no script, no address of anything outside, and a content
// security policy that forbids both. The same papers give the same bytes.

#pragma once

#include <string>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/report/papers/fill.hpp"

namespace minqing::report {

struct Paper {
  PaperValues values;
  bool again = false;  ///< printed before: says so at its head
};

struct Papers {
  const schema::Form& form;
  base::Lang language = base::Lang::zh;
  /// Stands across every page of what is no final paper: 草稿, 演练.
  std::string banner = {};
  /// Small papers, several on a page: contact cards.
  bool together = false;
  std::vector<Paper> papers = {};
};

std::string render_papers(const Papers& papers);

}  // namespace minqing::report
