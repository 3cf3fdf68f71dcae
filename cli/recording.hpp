// SPDX-License-Identifier: MIT
// One issue on its way into the ledger, whether it came as words, from a form, from a file or from
// answers to questions.

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/intake/draft.hpp"

namespace minqing::cli {

/// What was typed, read against the schema in force.
using ReadTyped = std::function<intake::TypedWords(const schema::Schema&)>;

/// The command that registers what was typed; problems are added, and then it is empty.
casework::Command registration(Context& context, ledger::Ledger& ledger,
                               const intake::TypedWords& typed,
                               std::vector<base::Problem>& problems);
/// Opens the ledger for writing, registers one issue, echoes it and names likely duplicates.
/// Rejected with every problem.
int record_typed(Context& context, const Arguments& arguments, const ReadTyped& read);

/// `record --edit`: a form in the editor, filled with what was typed already; `file` is a form to
/// go on with, or empty.
int record_edited(Context& context, const Arguments& arguments,
                  const std::vector<std::string>& words, const std::string& file);
/// `record --from`: a YAML map (`.yaml`, `.yml`), else a form.
int record_from_file(Context& context, const Arguments& arguments, const std::string& file);
/// `record` without words on a terminal: question by question.
int record_asked(Context& context, const Arguments& arguments);

}  // namespace minqing::cli
