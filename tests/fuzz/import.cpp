// SPDX-License-Identifier: MIT
// What becomes of a sheet on import: where its table or its forms are, which columns it has, what
// its rows say, also of the time after registration. Commands and problems have to be printable.
// The first byte chooses the options.

#include "lib/intake/import_reader.hpp"
#include "lib/intake/import_summary.hpp"
#include "tests/fuzz/fuzz.hpp"
#include "tests/unit/intake/sample_office.hpp"

using namespace minqing;

namespace {

void check_text(const base::Text& text) {
  fuzz::demand(base::is_valid_utf8(text.zh) && base::is_valid_utf8(text.en));
}

void check_batch(const intake::ImportBatch& batch) {
  for (const base::Problem& problem : batch.problems) {
    check_text(problem.reason);
    check_text(problem.way_out);
  }
  for (const base::Text& line : describe_files(batch)) check_text(line);
  std::int64_t registrations = 0;
  for (const casework::Command& command : batch.commands) {
    if (std::holds_alternative<casework::Register>(command.wish)) ++registrations;
  }
  const auto repeated = static_cast<std::int64_t>(batch.repeated.size());
  fuzz::demand(registrations + batch.rejected + repeated == batch.rows);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const schema::Schema schema = intake::sample_schema();
  static const casework::Roster roster = intake::sample_roster();
  if (size == 0) return 0;
  intake::ImportOptions options;
  options.columns.include_hidden = (data[0] & 1) != 0;
  if ((data[0] & 2) != 0) options.unknown_category = schema.categories.front().id;
  intake::RejectedTables rejects;
  intake::ImportSetting setting{schema, roster, options, {20514}, {}};
  setting.digest = [](const std::string& row) { return row; };
  if ((data[0] & 4) != 0) setting.rejects = &rejects;
  return fuzz::run_refusing([&] {
    intake::ImportReader reader(setting);
    reader.begin_file("f");
    const auto source = intake::open_bytes(fuzz::bytes_of(data + 1, size - 1), "f");
    try {
      reader.end_file(intake::read_csv_sheet(*source, {}, reader));
    } catch (const base::Rejected& fault) {
      reader.abandon_file(fault.problems());
    }
    check_batch(reader.finish());
  });
}
