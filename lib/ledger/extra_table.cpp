// SPDX-License-Identifier: MIT
#include "lib/ledger/extra_table.hpp"

#include "lib/base/error.hpp"
#include "lib/base/utf8.hpp"
#include "lib/ledger/project.hpp"
#include "lib/privacy/mask.hpp"

#include <charconv>

namespace minqing::ledger {

namespace {

bool is_personal(const schema::Field& field) { return field.personal != schema::Personal::none; }

const char* column_type(const schema::Field& field) {
  if (is_personal(field)) return "BLOB";
  return is_integer_column(field) ? "INTEGER" : "TEXT";
}

std::string placeholders(std::size_t count) {
  std::string list = "?1";
  for (std::size_t i = 2; i <= count; ++i) list += ", ?" + std::to_string(i);
  return list;
}

/// As an event has it: `yes`, `12`.
std::string open_value(const schema::Field& field, const Statement& row, int column) {
  if (field.type == schema::FieldType::yes_no) return row.integer(column) != 0 ? "yes" : "no";
  return row.string(column);
}

void bind_open(Statement& insert, int index, const schema::Field& field, const std::string& value) {
  if (is_integer_column(field)) {
    insert.bind(index, extra_integer(field, value));
  } else {
    insert.bind(index, value);
  }
}

}  // namespace

std::vector<const schema::Field*> extra_fields(const schema::Schema& schema) {
  std::vector<const schema::Field*> fields;
  for (const schema::Field& field : schema.fields) {
    if (field.extra) fields.push_back(&field);
  }
  return fields;
}

std::string extra_column(const schema::Field& field) { return quoted_name(field.id); }

std::string extra_digest_column(const schema::Field& field) {
  return quoted_name(field.id + ".digest");
}

bool is_integer_column(const schema::Field& field) {
  return !is_personal(field) &&
         (field.type == schema::FieldType::integer || field.type == schema::FieldType::yes_no);
}

std::optional<std::int64_t> extra_integer(const schema::Field& field, std::string_view value) {
  if (field.type == schema::FieldType::yes_no) {
    if (value == "yes") return 1;
    if (value == "no") return 0;
    return std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (fault != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

std::string extra_table_sql(const schema::Schema& schema) {
  const auto fields = extra_fields(schema);
  if (fields.empty()) return {};
  // Ids of fields begin with a letter: `_issue` is none of them.
  std::string sql = "CREATE TABLE issue_extra (\n  _issue INTEGER PRIMARY KEY";
  for (const schema::Field* field : fields) {
    sql += ",\n  " + extra_column(*field) + " " + column_type(*field);
    if (is_personal(*field)) sql += ",\n  " + extra_digest_column(*field) + " TEXT";
  }
  return sql + "\n) STRICT";
}

void recreate_extra_table(Database& db, const schema::Schema& schema) {
  db.execute("DROP TABLE IF EXISTS issue_extra");
  const std::string sql = extra_table_sql(schema);
  if (!sql.empty()) db.execute(sql);
}

void need_extra_table(Database& db) {
  if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'issue_extra'").step()) return;
  throw base::Error(
      base::Exit::integrity,
      base::text("台账缺少自设字段的表", "the ledger lacks the table of its own fields"),
      base::text("用 rebuild 重建后再试", "run 'rebuild', then try again"));
}

std::string extra_digest(KeyRing& keys, const schema::Field& field, std::string_view plain) {
  const std::string kind = "extra." + field.id;
  if (field.type == schema::FieldType::phone)
    return keys.digest(kind, privacy::normal_phone(plain));
  if (field.type == schema::FieldType::name) return keys.digest(kind, privacy::normal_name(plain));
  return keys.digest(kind, base::fold(plain));
}

ExtraWriter::ExtraWriter(Database& db, KeyRing& keys, const schema::Schema& schema) : keys_(keys) {
  std::size_t columns = 1;
  for (const schema::Field* field : extra_fields(schema)) {
    fields_.push_back(*field);
    columns += is_personal(*field) ? 2 : 1;
  }
  if (fields_.empty()) return;
  need_extra_table(db);
  insert_.emplace(
      db.prepare("INSERT OR REPLACE INTO issue_extra VALUES (" + placeholders(columns) + ")"));
}

void ExtraWriter::write(std::int64_t id, const casework::Particulars& of) {
  if (!insert_ || (of.extra.empty() && of.extra_personal.empty())) return;
  insert_->with(id);
  int index = 2;
  for (const schema::Field& field : fields_) {
    const auto open = of.extra.find(field.id);
    const auto sealed = of.extra_personal.find(field.id);
    insert_->bind(index, nullptr);
    if (is_personal(field)) {
      insert_->bind(index + 1, nullptr);
      if (sealed != of.extra_personal.end()) bind_sealed(index, id, field, sealed->second);
    } else if (open != of.extra.end()) {
      bind_open(*insert_, index, field, open->second);
    }
    index += is_personal(field) ? 2 : 1;
  }
  insert_->step();
}

void ExtraWriter::bind_sealed(int index, std::int64_t id, const schema::Field& field,
                              const casework::Personal& value) {
  const std::string bytes = to_column(value);
  insert_->bind(index, Blob{bytes});
  // While the command runs the plain text is at hand; what was erased stays out.
  const std::string plain =
      value.plain.empty() ? keys_.unseal(id, field.id, value).value_or("") : value.plain;
  if (!plain.empty()) insert_->bind(index + 1, extra_digest(keys_, field, plain));
}

ExtraValues read_extra(KeyRing& keys, std::int64_t id, const Statement& row, int first,
                       const std::vector<const schema::Field*>& fields) {
  ExtraValues out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const schema::Field& field = *fields[i];
    const int column = first + static_cast<int>(i);
    if (row.is_null(column)) continue;
    if (is_personal(field)) {
      out.personal[field.id] =
          keys.unseal(id, field.id, from_column(row.blob(column))).value_or("");
    } else {
      out.open[field.id] = open_value(field, row, column);
    }
  }
  return out;
}

}  // namespace minqing::ledger
