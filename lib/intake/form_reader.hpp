// SPDX-License-Identifier: MIT
// Forms (登记表) out of the rows of a sheet: labels with their values beside them, one issue a
// form, one form or several below each other.
//
//   ××镇民情登记表                              title
//   编号：   填表日期：2026年11月20日             label and value in one cell
//   信访人姓名 | 李小满 | 性别 | 女               label, value, label, value
//   具体诉求   | 路灯不亮                        the value merged over three columns
//   办理意见：                                  merged over the full width:
//   请供电所查看                                its value stands below
//   审核人：王某                                signature
//
// A form becomes a layout whose columns are its labels and one row of their values, so that an
// import takes it as it takes a table. Within a row labels and values alternate; a value has its
// label directly to its left. A new form begins with its title, or with the labels that the last
// one began with. Only one form is held at a time.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lib/intake/form_cells.hpp"
#include "lib/intake/row_kind.hpp"

namespace minqing::intake {

/// A form ends here at the latest: what goes on is no form, and memory must not grow with it.
inline constexpr std::size_t kMostFormRows = 300;

/// What a row of a form looks like, for those who have to tell forms from tables.
enum class FormLine : std::uint8_t {
  bare_label,     ///< begins with a known heading, the value in a cell of its own
  colon_label,    ///< begins with a known heading and its colon
  unknown_label,  ///< begins with what stands where labels stand
  header_like,    ///< headings beside headings
  data_like,      ///< several cells, the first no label
  other           ///< title, signature, note
};

struct Form {
  Layout layout;  ///< is_form
  Row row;        ///< the values; number and line are those of its first labels
  bool blank = true;
  struct SetAside {
    Row row;
    RowKind why;
  };
  std::vector<SetAside> set_aside;  ///< titles, signatures, notes
  struct Look {
    FormLine line;
    Spot spot;
    std::string label;       ///< key of the label that begins it
    std::size_t labels = 0;  ///< in all
    /// Three headings or more and nothing else, one of them the matter.
    bool is_header = false;
  };
  std::vector<Look> looks;  ///< of its rows
  bool has_matter = false;
};

class FormReader {
 public:
  /// `head`: the first rows, to learn in which columns labels stand. `words` and `sheet` outlive
  /// the reader.
  FormReader(const FormWords& words, const SheetInfo& sheet, std::span<const Row> head,
             bool include_hidden);

  /// Rows in ascending order; the form before, when the row begins another.
  std::optional<Form> take(const Row& row);
  std::optional<Form> finish();

 private:
  /// A label with its value.
  struct Entry {
    std::vector<std::string> path;
    LabelKind kind = LabelKind::none;
    bool colon = false;
    Spot label_at, value_at;
    Cell value;
  };
  /// A filled cell, with what it is merged over.
  struct Seen {
    const Cell* cell = nullptr;
    Position at;
    Position last;
    LabelKind kind = LabelKind::none;
    bool colon = false;                  ///< a label with nothing behind its colon
    std::vector<LabelledText> labelled;  ///< label and value in one
    bool is_label() const { return kind != LabelKind::none || colon; }
  };
  struct Line {
    const Row* row = nullptr;
    std::vector<Seen> cells;
    std::vector<Entry> entries;
    std::vector<Spot> strays;
    FormLine look = FormLine::other;
    bool is_header = false;  ///< nothing but headings, as in Look
    bool is_text = false;    ///< one cell without a label
    bool is_paper = false;   ///< nothing but labels of the paper
    bool open = false;       ///< its last label has no value yet
    bool room = false;       ///< an empty cell waits to the right of it
    bool continues = false;  ///< more of the value of a label merged over several rows
  };
  /// A label or the heading of a section, merged over several rows.
  struct Tall {
    Range range;
    std::string section;  ///< empty: of a label
    std::size_t entry = 0;
  };

  void learn_columns(std::span<const Row> head);
  Seen see(const Row& row, const Row::Placed& placed) const;
  Line read(const Row& row);
  void read_cells(Line& line);
  bool begins_section(const Line& line) const;
  bool begins_label(const Seen& seen, const Entry& open, bool adjacent) const;
  bool stands_as_label(const Seen& seen, bool first, std::size_t cells) const;
  void open_label(Line& line, const Seen& seen);
  void open_labelled(Line& line, const Seen& seen);
  void judge(Line& line) const;
  bool is_header(const Line& line) const;
  const Tall* tall_at(const Line& line) const;
  std::string section_of(const Line& line) const;
  Spot spot_of(const Row& row, const Position& at) const { return {at, row.line}; }

  bool begins_form(const Line& line) const;
  bool is_title(const Line& line) const;
  std::vector<std::string> labels_of(const Line& line) const;
  void add(Line line);
  void add_text(const Line& line);
  void add_paper(Line& line);
  void add_entries(Line& line);
  void add_to_value(Entry& entry, const Line& line);
  void set_aside(const Row& row, RowKind why);
  std::optional<Form> close();
  void add_column(const Entry& entry);

  const FormWords& words_;
  const SheetInfo& sheet_;
  bool include_hidden_;
  std::map<std::pair<std::int64_t, int>, Position> merged_to_;  ///< from first cell to last
  std::set<int> label_columns_;                                 ///< where a known heading stands
  std::set<int> value_columns_;  ///< where more often something else stands
  std::string title_key_;        ///< of the first form

  // The form that is being read.
  Form form_;
  std::vector<Entry> entries_;
  std::vector<Tall> tall_;
  std::vector<std::string> first_labels_;
  std::vector<Row> about_;             ///< title, unit and date
  std::optional<std::size_t> awaits_;  ///< entry whose value may stand below
  std::int64_t awaited_row_ = 0;
  bool in_notes_ = false;
};

}  // namespace minqing::intake
