// SPDX-License-Identifier: MIT
// The document tree: the value that a report, a form or a slip is made of and that every format
// renders. Because all formats read the same tree they cannot disagree about a figure.
//
// Contract: every string is text as people read it, in the document's language; it may hold
// anything residents typed. Numbers are text already (numbers.hpp); bars of a chart carry their
// value besides. No markup, no escaping, no width belongs here: that is each renderer's knowledge.
// A renderer depends on the tree alone: not on clock, locale or file order.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lib/base/text.hpp"

namespace minqing::report {

/// A stretch of a paragraph.
struct Run {
  std::string text;
  bool strong = false;
};
using Runs = std::vector<Run>;

/// Level 1 `一、`, 2 `（一）`, 3 `1.`, 4 `（1）` (GB/T 9704-2012, 7.3.3). The number is given by
/// Outline, so that a section left out leaves no gap.
struct Heading {
  int level = 1;
  std::string text = {};
  bool numbered = true;
};

struct Paragraph {
  Runs runs;
};

struct List {
  bool numbered = false;
  std::vector<Runs> items = {};
};

struct KeyValue {
  std::string key;
  std::string value;
};
/// Definition rows: 校验码, 依据, 口径. Boxed rows have hairlines, as the forms have.
struct KeyValues {
  std::vector<KeyValue> rows;
  bool boxed = false;
};

/// Small print: how figures were counted, what was left out.
struct Note {
  std::string text;
};

enum class Align { left, center, right };
/// What the cells of a column hold; workbooks store counts and rates as numbers.
enum class CellKind { text, count, rate };

struct Column {
  std::string heading;
  CellKind kind = CellKind::text;
  /// Neighbours with the same group share a heading above theirs (办理情况〔措施｜结果〕).
  std::string group = {};
  /// Without it text stands left, counts and rates right.
  std::optional<Align> align = {};
  /// Wished width in half-width characters; 0 = as the content needs.
  int width = 0;
};

struct Row {
  std::vector<std::string> cells;  ///< missing cells at the end are empty
  bool strong = false;
};

struct Table {
  std::string caption = {};
  std::vector<Column> columns = {};
  std::vector<Row> rows = {};
  std::optional<Row> total = {};
  /// On a landscape page of its own; tables of more than ten columns always are.
  bool landscape = false;
};

struct Amount {
  std::int64_t value = 0;  ///< in any unit, the same for the whole chart; below 0 draws nothing
  std::string text;        ///< what is printed: `172件（33.99%）`
};
struct Bar {
  std::string label;
  std::vector<Amount> amounts;  ///< one for each series
};
/// Bars that are understood at a glance and in black and white.
struct Chart {
  /// The series of a bar below each other (本期 and 上期) or in one line (按期 and 超期).
  enum class Layout { beside, stacked };
  std::string caption = {};
  std::string says = {};  ///< one sentence with what the picture shows
  std::vector<Bar> bars = {};
  std::vector<std::string> series = {};  ///< names for the legend; may stay empty for one series
  Layout layout = Layout::beside;
  std::int64_t full = 0;  ///< value of a full bar (10000 for rates); 0 = the longest bar
};

/// Author and date at the right, the author centred over the date.
struct Signature {
  std::string author;
  std::string date;
};

struct PageBreak {};

/// Begins an attachment on a new page: 附件1 and its title. Headings count from one again.
struct Attachment {
  std::string title;
};
/// `附件：1.××统计表`: the names of all attachments that follow, in front of the signature.
struct AttachmentList {};

using Block = std::variant<Heading, Paragraph, List, KeyValues, Note, Table, Chart, Signature,
                           PageBreak, AttachmentList, Attachment>;

/// 版记, the last lines of an official paper.
struct Imprint {
  std::string copies_to = {};  ///< 抄送
  std::string office = {};     ///< 印发机关
  std::string date = {};       ///< 印发日期
};

/// Every part but title and blocks may be empty.
struct Document {
  base::Lang language = base::Lang::zh;
  std::string mark = {};        ///< 草稿: stands on every page of a paper that is no final one
  std::string letterhead = {};  ///< 发文机关标志, red
  std::string number = {};      ///< 〔2026〕第47期
  std::string issuer = {};      ///< under the letterhead at the left
  std::string issued_on = {};   ///< under the letterhead at the right
  std::string title = {};       ///< a line break is kept
  std::string subtitle = {};    ///< the period: （2026年11月16日—11月22日）
  std::string addressee = {};   ///< 主送机关
  std::vector<Block> blocks = {};
  std::optional<Imprint> imprint = {};
};

/// A paragraph in one weight.
Paragraph paragraph(std::string text);
/// The characters of the runs, for formats that know one weight only.
std::string plain(const Runs& runs);

/// The text of a cell; empty where the row is shorter.
const std::string& cell(const Row& row, std::size_t column);
/// The alignment that holds for a column.
Align align_of(const Column& column);
bool is_landscape(const Table& table);

/// The value that a full bar stands for, at least 1.
std::int64_t full_scale(const Chart& chart);

}  // namespace minqing::report
