// SPDX-License-Identifier: MIT
// The account as JSON. Keys and identifiers are promises to scripts.

#include "lib/intake/import_summary.hpp"

namespace minqing::intake {
namespace {

using base::Json;

std::string_view id_of(ColumnUse use) {
  switch (use) {
    case ColumnUse::taken:
      return "taken";
    case ColumnUse::running_number:
      return "running_number";
    case ColumnUse::not_taken:
      return "not_taken";
    case ColumnUse::refused:
      return "refused";
    case ColumnUse::hidden:
      return "hidden";
    case ColumnUse::put_aside:
      return "put_aside";
    default:
      return "unknown";
  }
}

std::string_view id_of(Basis basis) {
  switch (basis) {
    case Basis::given:
      return "given";
    case Basis::label:
      return "label";
    case Basis::alias:
      return "alias";
    case Basis::path:
      return "path";
    case Basis::parent:
      return "parent";
    case Basis::others:
      return "other_columns";
    case Basis::values:
      return "values";
    default:
      return "unsure";
  }
}

std::string_view id_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high:
      return "high";
    case Confidence::middle:
      return "middle";
    default:
      return "low";
  }
}

std::string_view id_of(RowKind kind) {
  switch (kind) {
    case RowKind::data:
      return "data";
    case RowKind::blank:
      return "blank";
    case RowKind::hidden:
      return "hidden";
    case RowKind::beside:
      return "beside";
    case RowKind::repeated_header:
      return "repeated_header";
    case RowKind::column_numbers:
      return "column_numbers";
    case RowKind::explanation:
      return "explanation";
    case RowKind::total:
      return "total_row";
    case RowKind::footer:
      return "footer";
    case RowKind::caption:
      return "caption";
    case RowKind::continuation:
      return "continuation_row";
    case RowKind::blank_form:
      return "blank_form";
    default:
      return "above_header";
  }
}

std::string_view id_of(SheetSkipped why) {
  switch (why) {
    case SheetSkipped::hidden:
      return "hidden";
    case SheetSkipped::not_chosen:
      return "not_chosen";
    case SheetSkipped::no_table:
      return "no_table";
    case SheetSkipped::empty:
      return "empty";
    case SheetSkipped::unclear:
      return "unclear";
    default:
      return "no_header";
  }
}

Json json_of(const ColumnReport& column) {
  Json out = Json::object();
  out.set("column", column.mapped.column.mark());
  out.set("heading", column.mapped.column.label());
  out.set("use", id_of(column.mapped.use));
  if (!column.mapped.field_id.empty()) out.set("field", column.mapped.field_id);
  const Basis basis = column.mapped.rule.basis;
  if (basis != Basis::none) {
    out.set("basis", id_of(basis));
    out.set("confidence", id_of(confidence_of(basis)));
  }
  out.set("filled", column.filled);
  return out;
}

Json json_of(const SetAsideReport& one) {
  Json out = Json::object();
  out.set("kind", id_of(one.kind));
  out.set("rows", one.rows);
  Json first = Json::array();
  for (std::int64_t row : one.first) first.push(row);
  return out.set("first", std::move(first));
}

Json json_of(const SentToCategory& sent) {
  Json words = Json::array();
  for (const SentToCategory::Words& one : sent.words) {
    Json row = Json::object();
    row.set("words", one.words);
    words.push(row.set("rows", one.rows));
  }
  Json out = Json::object();
  out.set("category", sent.category);
  return out.set("words", std::move(words));
}

Json forms_of(const TableReport& table) {
  Json forms = Json::array();
  for (const FormPlace& form : table.forms) {
    Json one = Json::object();
    if (!form.sheet.empty()) one.set("sheet", form.sheet);
    forms.push(one.set("row", form.row));
  }
  return forms;
}

Json json_of(const TableReport& table) {
  Json out = Json::object();
  if (!table.sheet.empty()) out.set("sheet", table.sheet);
  if (table.is_form) {
    out.set("forms", forms_of(table));
  } else {
    Json header = Json::array();
    header.push(table.first_header_row);
    header.push(table.last_header_row);
    out.set("header", std::move(header));
  }
  if (table.sheet_date) out.set("reported_on", base::to_string(*table.sheet_date));
  if (!table.perhaps_of.empty()) out.set("perhaps_village", table.perhaps_of);
  Json columns = Json::array();
  for (const ColumnReport& column : table.columns) columns.push(json_of(column));
  out.set("columns", std::move(columns));
  if (!table.unheaded.empty()) {
    Json unheaded = Json::array();
    for (const UnheadedColumn& one : table.unheaded) {
      Json column = Json::object();
      column.set("column", column_name(one.column));
      unheaded.push(column.set("filled", one.filled));
    }
    out.set("unheaded", std::move(unheaded));
  }
  if (!table.sent.category.empty()) out.set("unknown_categories", json_of(table.sent));
  Json set_aside = Json::array();
  for (const SetAsideReport& one : table.set_aside) set_aside.push(json_of(one));
  return out.set("set_aside", std::move(set_aside));
}

Json json_of(const FileReport& file) {
  Json out = Json::object();
  out.set("file", file.name);
  if (file.text) {
    out.set("encoding", name_of(file.text->encoding.encoding));
    out.set("separator", std::string(1, file.text->separator));
  }
  Json tables = Json::array();
  for (const TableReport& table : file.tables) tables.push(json_of(table));
  out.set("tables", std::move(tables));
  Json skipped = Json::array();
  for (const auto& [sheet, why] : file.skipped) {
    Json one = Json::object();
    one.set("sheet", sheet);
    skipped.push(one.set("reason", id_of(why)));
  }
  return out.set("skipped_sheets", std::move(skipped));
}

Json json_of(const base::Problem& problem, base::Lang lang) {
  Json out = Json::object();
  out.set("file", problem.place.file);
  if (!problem.place.sheet.empty()) out.set("sheet", problem.place.sheet);
  if (!problem.place.cell.empty()) out.set("cell", problem.place.cell);
  if (problem.place.line > 0) out.set("line", problem.place.line);
  if (!problem.field.empty()) out.set("field", problem.field);
  out.set("reason", problem.reason.in(lang));
  if (!problem.way_out.empty()) out.set("way_out", problem.way_out.in(lang));
  return out;
}

Json counts_of(const ImportBatch& batch, const ImportVerdicts& verdicts) {
  Json out = Json::object();
  out.set("data", batch.rows);
  out.set("new", verdicts.fresh);
  out.set("unchanged", verdicts.unchanged);
  out.set("changed", static_cast<std::int64_t>(verdicts.changed.size()));
  out.set("rejected", batch.rejected);
  out.set("ready", verdicts.ready_rows(batch));
  out.set("skipped", static_cast<std::int64_t>(batch.repeated.size()));
  return out.set("set_aside", batch.set_aside);
}

Json numbers_of(const ImportVerdicts& verdicts) {
  Json out = Json::array();
  for (const auto& [first, last] : verdicts.numbers) {
    Json one = Json::object();
    one.set("first", first);
    out.push(one.set("last", last));
  }
  return out;
}

Json changed_of(const ImportBatch& batch, const ImportVerdicts& verdicts, base::Lang lang) {
  Json out = Json::array();
  for (const ImportVerdicts::Changed& changed : verdicts.changed) {
    Json one = Json::object();
    one.set("place", to_string(batch.place_of_command(changed.command)));
    one.set("number", changed.number);
    if (!changed.difference.empty()) one.set("difference", changed.difference.in(lang));
    if (changed.amended) one.set("amended", true);
    out.push(std::move(one));
  }
  return out;
}

Json repeated_of(const ImportBatch& batch) {
  Json out = Json::array();
  for (const RepeatedRow& row : batch.repeated) {
    Json one = Json::object();
    one.set("place", to_string(row.place));
    out.push(one.set("same_as", to_string(batch.place_of_command(row.command))));
  }
  return out;
}

}  // namespace

base::Json to_json(const ImportBatch& batch, const ImportVerdicts& verdicts, base::Lang lang) {
  Json out = Json::object();
  out.set("v", 1);
  out.set("dry_run", verdicts.dry_run);
  if (verdicts.fresh > 0) {
    if (!verdicts.dry_run) out.set("batch", verdicts.batch);
    out.set("numbers", numbers_of(verdicts));
    Json states = Json::object();
    for (const auto& [state, count] : verdicts.states) {
      states.set(std::string(casework::id_of(state)), count);
    }
    out.set("states", std::move(states));
  }
  Json files = Json::array();
  for (const FileReport& file : batch.files) files.push(json_of(file));
  out.set("files", std::move(files));
  out.set("rows", counts_of(batch, verdicts));
  out.set("changed", changed_of(batch, verdicts, lang));
  out.set("skipped", repeated_of(batch));
  out.set("likely_duplicates", to_json(batch, verdicts.likely_pairs));
  Json problems = Json::array();
  for (const base::Problem& problem : batch.problems) problems.push(json_of(problem, lang));
  return out.set("problems", std::move(problems));
}

}  // namespace minqing::intake
