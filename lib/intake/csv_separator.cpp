// SPDX-License-Identifier: MIT
#include "lib/intake/csv_separator.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "lib/intake/csv_record.hpp"

namespace minqing::intake {
namespace {

constexpr std::array kCandidates = {',', '\t', ';'};
constexpr std::size_t kRecords = 50;

struct Record {
  std::int64_t line;
  std::size_t fields;
};

/// How a separator divides the first records.
struct Division {
  std::vector<Record> records;
  std::size_t width = 1;  ///< the most frequent number of fields above one
  std::size_t count = 0;  ///< records of that width
};

bool is_blank(const std::vector<std::string_view>& fields) {
  return fields.size() == 1 && fields.front().empty();
}

std::vector<Record> divide(std::string_view beginning, bool complete, char separator) {
  std::string bytes(beginning);
  RecordScanner scanner(separator);
  std::vector<Record> records;
  std::int64_t line = 1;
  for (std::size_t at = 0; at < bytes.size() && records.size() < kRecords; at += scanner.size()) {
    auto result = scanner.scan(bytes.data() + at, bytes.size() - at, complete);
    if (result != RecordScanner::Result::record) break;
    if (!is_blank(scanner.fields())) records.push_back({line, scanner.fields().size()});
    line += scanner.lines();
  }
  return records;
}

Division judge(std::string_view beginning, bool complete, char separator) {
  Division division{divide(beginning, complete, separator), 1, 0};
  std::map<std::size_t, std::size_t> widths;
  for (const Record& record : division.records) ++widths[record.fields];
  for (auto [width, count] : widths) {
    if (width > 1 && count >= division.count) {
      division.width = width;
      division.count = count;
    }
  }
  return division;
}

/// The line of the first record that the chosen separator leaves whole and another one divides into
/// just as many fields (three or more, since a lone `;` is common in sentences).
std::int64_t mixed_line(const Division& chosen, const Division& other) {
  if (chosen.width < 3) return 0;
  for (const Record& record : chosen.records) {
    if (record.fields > 1) continue;
    for (const Record& same : other.records) {
      if (same.line == record.line && same.fields == chosen.width) return record.line;
    }
  }
  return 0;
}

}  // namespace

SeparatorFound find_separator(std::string_view beginning, bool complete) {
  std::array<Division, kCandidates.size()> divisions;
  std::size_t best = 0;
  for (std::size_t i = 0; i < kCandidates.size(); ++i) {
    divisions[i] = judge(beginning, complete, kCandidates[i]);
    const Division& leader = divisions[best];
    bool better = divisions[i].count > leader.count ||
                  (divisions[i].count == leader.count && divisions[i].width > leader.width);
    if (better) best = i;
  }
  SeparatorFound found{kCandidates[best], 0};
  for (std::size_t i = 0; i < kCandidates.size() && found.mixed_line == 0; ++i) {
    if (i != best) found.mixed_line = mixed_line(divisions[best], divisions[i]);
  }
  return found;
}

}  // namespace minqing::intake
