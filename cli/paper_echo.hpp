// SPDX-License-Identifier: MIT
// What a command says of the papers it printed: number, issue, matter (masked), a line or an object
// each. Where the page itself is the output, this stands beside it.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/printing.hpp"

namespace minqing::cli {

struct PaperEcho {
  Context& context;
  const schema::Form& form;
  const std::vector<PaperIssue>& papers;
  const std::optional<std::string>& file;
  bool draft = false;

  void tell() const;

 private:
  void say_lines() const;
  void say_amended() const;
  void say_json() const;
  base::Json json() const;
};

}  // namespace minqing::cli
