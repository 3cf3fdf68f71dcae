// SPDX-License-Identifier: MIT
#include "lib/intake/roster_sheet.hpp"

#include <algorithm>
#include <set>
#include <span>

#include "lib/base/utf8.hpp"
#include "lib/intake/draft_values.hpp"

namespace minqing::intake {
namespace {

using base::text;
using base::Word;

constexpr Word kUnitColumns[] = {
    {"name", "单位名称", "name", "单位|名称|承办单位|部门|部门名称"},
    {"id", "编号", "id", "单位编号|单位代码|代码|code"},
    {"also", "别名", "also", "简称|其他叫法|叫法"},
    {"kind", "类型", "kind", "单位类型|类别|性质"},
    {"area", "所属村", "area", "村|所在村|辖区|区划代码"},
    {"phone", "电话", "phone", "办公电话|联系电话|值班电话|咨询电话"},
    {"address", "地址", "address", "办公地址|办公地点|办事地点"},
    {"duties", "工作职能", "duties", "职能|主要职能|工作职责|主要职责|职责"},
};
constexpr Word kPersonColumns[] = {
    {"name", "姓名", "name", "人员|人员姓名|工作人员|干部姓名|person"},
    {"unit", "单位", "unit", "所在单位|所属单位|工作单位|单位名称|部门|所在部门|科室|办公室"},
    {"post", "职务", "post", "岗位|职位|职务职级|现任职务"},
    {"os_user", "登录名", "os_user", "用户名|系统用户|账号|登录账号|login|user"},
    {"id", "编号", "id", "人员编号|工号"},
    {"also", "别名", "also", "又名|曾用名|常用名"},
    {"phone", "电话", "phone", "办公电话|联系电话|工作电话"},
};
constexpr Word kAreaColumns[] = {
    {"code", "代码", "code", "区划代码|行政区划代码|统计代码|编号"},
    {"name", "名称", "name", "区划名称|地名|村名"},
    {"parent", "上级代码", "parent_code", "上级|上级区划|上级区划代码|parent"},
    {"level", "级别", "level", "层级|区划级别"},
    {"also", "别名", "also", "简称|其他叫法|叫法"},
};
constexpr Word kRunningNumber[] = {{"row_no", "序号", "No.", "序|顺序号"}};

std::span<const Word> columns_of(RosterKind kind) {
  switch (kind) {
    case RosterKind::units:
      return kUnitColumns;
    case RosterKind::people:
      return kPersonColumns;
    default:
      return kAreaColumns;
  }
}

constexpr RosterKind kRosterKinds[] = {RosterKind::units, RosterKind::people, RosterKind::areas};

std::optional<std::string> column_id(RosterKind kind, std::string_view heading) {
  const auto columns = columns_of(kind);
  const auto index = base::find_word(columns, base::heading_key(heading));
  return index ? std::optional(std::string(columns[*index].id)) : std::nullopt;
}

Heading judge_roster(std::string_view heading) {
  if (base::find_word(kRunningNumber, base::heading_key(heading))) return Heading::running_number;
  const bool known =
      std::any_of(std::begin(kRosterKinds), std::end(kRosterKinds),
                  [&](RosterKind kind) { return column_id(kind, heading).has_value(); });
  return known ? Heading::known : Heading::unknown;
}

/// What a sheet of the kind cannot do without.
bool is_complete(RosterKind kind, const std::set<std::string>& ids) {
  const bool area = ids.contains("code") && ids.contains("level");
  return ids.contains("name") && (kind != RosterKind::areas || area);
}

}  // namespace

base::Text describe(RosterKind kind) {
  switch (kind) {
    case RosterKind::units:
      return {"单位", "units"};
    case RosterKind::people:
      return {"人员", "people"};
    default:
      return {"区划", "areas"};
  }
}

const std::string* RosterRow::find(std::string_view column) const {
  const auto found = values.find(column);
  return found == values.end() ? nullptr : &found->second.words;
}

const base::Place& RosterRow::place_of(std::string_view column) const {
  const auto found = values.find(column);
  return found == values.end() ? place : found->second.place;
}

void RosterReader::begin_file(const std::string& name) {
  file_ = name;
  tables_before_ = sheets_.tables.size();
  problems_before_ = sheets_.problems.size();
}

void RosterReader::end_file() {
  const bool found_some = sheets_.tables.size() > tables_before_;
  if (found_some || sheets_.problems.size() > problems_before_) return;
  sheets_.problems.push_back(
      {{file_, {}, {}, 0, 0},
       {},
       {"没有人员、单位或区划的表", "holds no table of people, units or areas"},
       {"表头写 姓名、单位、职务，或 单位名称、编号、类型，或 代码、名称、上级代码、级别",
        "its header is name, unit, post, or name, id, kind, or code, name, parent_code, level"}});
}

bool RosterReader::on_sheet(const SheetInfo& sheet) {
  reader_.emplace(static_cast<TableSink&>(*this), judge_roster);
  return reader_->on_sheet(sheet);
}

bool RosterReader::on_row(const Row& row) { return reader_->on_row(row); }

void RosterReader::on_sheet_end() {
  reader_->on_sheet_end();
  if (!columns_.empty()) drop_running_numbers();
  columns_.clear();
}

bool RosterReader::on_table(const SheetInfo& sheet, const Layout& layout) {
  const auto kind = kind_of(layout);
  if (!kind) {
    sheets_.problems.push_back(
        {{file_, sheet.name, {}, sheet.name.empty() ? layout.last_header_row : 0, 0},
         {},
         {"看不出是人员、单位还是区划的表", "people, units or areas? The headings do not tell"},
         {"表头写 姓名、单位、职务，或 单位名称、编号、类型，或 代码、名称、上级代码、级别",
          "its header is name, unit, post, or name, id, kind, or code, name, parent_code, "
          "level"}});
    return false;
  }
  sheet_ = sheet;
  RosterTable table;
  table.kind = *kind;
  table.name = sheet.name.empty() ? file_ : file_ + "!" + sheet.name;
  sheets_.tables.push_back(std::move(table));
  choose_columns(*kind, layout);
  return true;
}

/// The kind that knows most of the headings; nothing when two know equally many.
std::optional<RosterKind> RosterReader::kind_of(const Layout& layout) const {
  RosterKind best = RosterKind::people;
  bool is_clear = false;
  std::size_t most = 0;
  for (RosterKind kind : kRosterKinds) {
    std::set<std::string> ids;
    for (const Column& column : layout.columns) {
      if (const auto id = column_id(kind, column.name())) ids.insert(*id);
    }
    if (!is_complete(kind, ids) || ids.size() < most) continue;
    is_clear = ids.size() > most;
    best = kind;
    most = ids.size();
  }
  if (!is_clear) return std::nullopt;
  return best;
}

void RosterReader::choose_columns(RosterKind kind, const Layout& layout) {
  columns_.clear();
  for (const Column& column : layout.columns) {
    const auto id = column_id(kind, column.name());
    const bool taken = std::any_of(columns_.begin(), columns_.end(),
                                   [&](const UsedColumn& used) { return used.id == id; });
    if (id && !taken && !column.hidden) {
      columns_.push_back({column.column, *id});
    } else if (column.heading != Heading::running_number) {
      sheets_.tables.back().unused.push_back(column_name(column.column) + " " + column.label());
    }
  }
}

bool RosterReader::on_data(const Row& row) {
  RosterRow out;
  out.place = place_of(file_, sheet_, row, columns_.front().column);
  for (const UsedColumn& used : columns_) {
    const Cell& cell = row.at(used.column);
    if (is_blank_cell(cell)) continue;
    const CellWords words = words_of(cell);
    const base::Place place = intake::place_of(file_, sheet_, row, used.column);
    if (!words.fault.empty()) {
      sheets_.problems.push_back({place, {}, words.fault, {}});
      continue;
    }
    out.values[used.id] = {words.words, place};
  }
  sheets_.tables.back().rows.push_back(std::move(out));
  return true;
}

void RosterReader::on_set_aside(const Row&, RowKind, std::int64_t) {
  ++sheets_.tables.back().set_aside;
}

void RosterReader::on_skipped(const SheetInfo&, SheetSkipped) {}

/// 编号 1, 2, 3 … counts the rows of the sheet and names nobody.
void RosterReader::drop_running_numbers() {
  RosterTable& table = sheets_.tables.back();
  std::int64_t next = 1;
  const bool counts = std::all_of(table.rows.begin(), table.rows.end(), [&](const RosterRow& row) {
    const std::string* id = row.find("id");
    return id != nullptr && base::fold(*id) == std::to_string(next++);
  });
  if (!counts) return;
  for (RosterRow& row : table.rows) row.values.erase("id");
}

}  // namespace minqing::intake
