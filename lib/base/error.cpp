// SPDX-License-Identifier: MIT
#include "lib/base/error.hpp"
#include "lib/base/counted.hpp"

#include <utility>

namespace minqing::base {
namespace {

void append_part(std::string& out, std::string_view part) {
  if (part.empty()) return;
  if (!out.empty()) out += ':';
  out += part;
}

std::string sheet_and_cell(const Place& place) {
  if (place.sheet.empty() || place.cell.empty()) return place.sheet + place.cell;
  return place.sheet + '!' + place.cell;
}

Text summary_of(const std::vector<Problem>& problems) {
  return text("输入有 {} 处问题，未写入任何内容", "{} in the input; nothing was written",
              counted(problems.size(), "problem"));
}

}  // namespace

std::string to_string(const Place& place) {
  std::string out = place.file;
  append_part(out, sheet_and_cell(place));
  if (place.line > 0) append_part(out, std::to_string(place.line));
  if (place.line > 0 && place.column > 0) append_part(out, std::to_string(place.column));
  return out;
}

std::string to_line(const Problem& problem, Lang lang) {
  std::string line;
  for (const std::string& part :
       {to_string(problem.place), problem.field, problem.reason.in(lang)}) {
    if (part.empty()) continue;
    if (!line.empty()) line += ": ";
    line += part;
  }
  return line;
}

Error::Error(Exit exit, Text message, Text way_out)
    : exit_(exit), message_(std::move(message)), way_out_(std::move(way_out)) {}

Rejected::Rejected(std::vector<Problem> problems)
    : Error(Exit::rejected, summary_of(problems)), problems_(std::move(problems)) {}

OutcomeUnknown::OutcomeUnknown(Text message, std::string transaction)
    : Error(Exit::io, std::move(message),
            text("用 --幂等键 {} 再执行一次同样的命令：已写入的不会写第二遍",
                 "repeat the same command with --key {}: what was written is not written twice",
                 transaction)),
      transaction_(std::move(transaction)) {}

}  // namespace minqing::base
