// SPDX-License-Identifier: MIT
#include "lib/intake/csv.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "lib/intake/csv_record.hpp"
#include "lib/intake/csv_separator.hpp"

namespace minqing::intake {
namespace {

using base::text;

constexpr std::size_t kMaxProblems = 50;
/// What the separator is judged by.
constexpr std::size_t kBeginning = 64 << 10;

base::Text separator_name(char separator) {
  if (separator == '\t') return {"制表符", "tabs"};
  if (separator == ';') return {"分号", "semicolons"};
  if (separator == ',') return {"逗号", "commas"};
  return text("“{}”", "'{}'", std::string(1, separator));
}

base::Text reason_of(RecordFault::Kind kind) {
  switch (kind) {
    case RecordFault::Kind::unclosed_quote:
      return {"此处开始的引号没有结束", "the quote that opens here is never closed"};
    case RecordFault::Kind::words_after_quote:
      return {"结束引号之后还有文字", "there are words after a closing quote"};
    case RecordFault::Kind::field_too_large:
      return text("一个单元格超过 {} KB", "a field of more than {} KB", kMaxFieldBytes >> 10);
    case RecordFault::Kind::too_many_fields:
      return text("一行超过 {} 列", "a row of more than {} columns", kMaxColumn);
    default:
      return text("一行超过 {} MB", "a row of more than {} MB", kMaxRecordBytes >> 20);
  }
}

base::Text way_out_of(RecordFault::Kind kind) {
  bool quote =
      kind == RecordFault::Kind::unclosed_quote || kind == RecordFault::Kind::words_after_quote;
  if (!quote) return {"请检查是否缺少换行或分隔符", "look for a missing line end or separator"};
  return {
      "文字里的引号要写两遍，整格再用引号括起来：\"他说\"\"好\"\"\"",
      "write a quote inside a field twice and put the field in quotes: \"he said \"\"yes\"\"\""};
}

class CsvReader {
 public:
  CsvReader(ByteSource& source, const CsvOptions& options)
      : source_(source),
        facts_{find_encoding(source, options.encoding), ',', 0},
        text_(source, facts_.encoding) {
    if (options.separator) {
      facts_.separator = *options.separator;
    } else {
      judge_separator();
    }
  }

  CsvFacts read(const OnCsvRow& on_row) {
    RecordScanner scanner(facts_.separator);
    bool wanted = true;
    while (wanted && (at_ < buffer_.size() || refill())) {
      auto result = scanner.scan(buffer_.data() + at_, buffer_.size() - at_, at_end_);
      if (result == RecordScanner::Result::more) {
        refill();
      } else if (result == RecordScanner::Result::record) {
        wanted = on_row({++facts_.rows, line_, scanner.fields()});
        at_ += scanner.size();
        line_ += scanner.lines();
      } else if (!pass_fault(scanner.fault())) {
        break;
      }
    }
    if (!problems_.empty()) throw base::Rejected(std::move(problems_));
    return facts_;
  }

 private:
  bool refill() {
    buffer_.erase(0, at_);
    at_ = 0;
    at_end_ = !text_.append_to(buffer_);
    return !buffer_.empty();
  }

  void judge_separator() {
    while (buffer_.size() < kBeginning && !at_end_) refill();
    auto found = find_separator(std::string_view(buffer_).substr(0, kBeginning),
                                at_end_ && buffer_.size() <= kBeginning);
    facts_.separator = found.separator;
    if (found.mixed_line == 0) return;
    throw base::Rejected({{{source_.name(), {}, {}, found.mixed_line, 0},
                           {},
                           text("这一行的分隔符与其他行不同（其他行用{}）",
                                "this line uses another separator than the others ({})",
                                separator_name(found.separator)),
                           {"请统一分隔符后再读", "use one separator throughout"}}});
  }

  /// Notes the fault and goes on behind it where the borders are certain again: after the next line
  /// end. False when there is nothing to go on with.
  bool pass_fault(const RecordFault& fault) {
    problems_.push_back({{source_.name(), {}, {}, line_ + fault.line, 0},
                         {},
                         reason_of(fault.kind),
                         way_out_of(fault.kind)});
    if (fault.kind != RecordFault::Kind::words_after_quote) return false;
    if (problems_.size() >= kMaxProblems) return false;
    return skip_lines(fault.line + 1);
  }

  bool skip_lines(std::int64_t count) {
    for (; count > 0; --count, ++line_) {
      std::size_t end = buffer_.find_first_of("\r\n", at_);
      if (end == std::string::npos || end + 1 == buffer_.size()) return false;
      at_ = end + (buffer_[end] == '\r' && buffer_[end + 1] == '\n' ? 2 : 1);
    }
    return true;
  }

  ByteSource& source_;
  CsvFacts facts_;
  TextReader text_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool at_end_ = false;
  std::int64_t line_ = 1;
  std::vector<base::Problem> problems_;
};

}  // namespace

base::Text describe(const CsvFacts& facts) {
  return text("{}，{}分隔", "{}, separated by {}", name_of(facts.encoding.encoding),
              separator_name(facts.separator));
}

CsvFacts read_csv(ByteSource& source, const CsvOptions& options, const OnCsvRow& on_row) {
  return CsvReader(source, options).read(on_row);
}

CsvFacts read_csv_sheet(ByteSource& source, const CsvOptions& options, SheetSink& sink) {
  Row row;
  if (!sink.on_sheet({}))
    return CsvReader(source, options).read([](const CsvRow&) { return false; });
  CsvFacts facts = read_csv(source, options, [&](const CsvRow& record) {
    row.restart(record.number, record.line);
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const std::string_view value = out_of_formula(record.fields[i]);
      if (value.empty()) continue;
      row.cell(static_cast<int>(i) + 1).set(Cell::Type::text, value);
    }
    return row.empty() || sink.on_row(row);
  });
  sink.on_sheet_end();
  return facts;
}

}  // namespace minqing::intake
