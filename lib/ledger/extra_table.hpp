// SPDX-License-Identifier: MIT
// The one generated table, `issue_extra`: the schema's own fields as typed columns, one row for
// each issue that has any. Dates and limits are text, whole numbers and yes/no are integers,
// personal values are the sealed bytes whatever their type. A ledger whose schema has no such
// fields has no such table.

#pragma once

#include "lib/casework/events_registration.hpp"
#include "lib/ledger/keys.hpp"
#include "lib/schema/schema.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace minqing::ledger {

/// The schema's own fields, in its order.
std::vector<const schema::Field*> extra_fields(const schema::Schema& schema);
/// The statement that makes the table, or empty when there are no such fields. check_fingerprint
/// compares it with what the file holds.
std::string extra_table_sql(const schema::Schema& schema);
/// Drops the table and makes it as this schema has it, without rows.
void recreate_extra_table(Database& db, const schema::Schema& schema);

/// Throws Error(integrity) when the table is not there, as in a ledger of an earlier program: a
/// rebuild makes it.
void need_extra_table(Database& db);

/// `"house_no"`: the name of a field's column in SQL. Ids are checked when a schema is read, but a
/// compiled one comes from the file.
std::string extra_column(const schema::Field& field);
/// `"contact.digest"`: the column beside a sealed one, of the keyed digest for exact matches.
std::string extra_digest_column(const schema::Field& field);
/// What the column of a field without personal data holds for this value of an event; nothing when
/// it does not fit the type, as after a change of the schema.
std::optional<std::int64_t> extra_integer(const schema::Field& field, std::string_view value);
bool is_integer_column(const schema::Field& field);
/// The keyed digest by which a personal field is found, exactly.
std::string extra_digest(KeyRing& keys, const schema::Field& field, std::string_view plain);

/// Writes the rows.
class ExtraWriter {
 public:
  ExtraWriter(Database& db, KeyRing& keys, const schema::Schema& schema);
  void write(std::int64_t id, const casework::Particulars& of);

 private:
  void bind_sealed(int index, std::int64_t id, const schema::Field& field,
                   const casework::Personal& value);

  KeyRing& keys_;
  std::vector<schema::Field> fields_;
  std::optional<Statement> insert_;
};

/// Values of a row by the id of their field, in the words of the events: `yes`, `12`, `2026-03-05`.
struct ExtraValues {
  std::map<std::string, std::string> open;
  std::map<std::string, std::string> personal;  ///< plain; empty when it was erased

  bool empty() const { return open.empty() && personal.empty(); }
};

/// Reads the columns from `first` on, which stand in the order of extra_fields.
ExtraValues read_extra(KeyRing& keys, std::int64_t id, const Statement& row, int first,
                       const std::vector<const schema::Field*>& fields);

}  // namespace minqing::ledger
