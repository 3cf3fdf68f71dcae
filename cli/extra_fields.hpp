// SPDX-License-Identifier: MIT
// The schema's own fields as people see them: labels, choices by their words, personal values
// masked by their kind.

#pragma once

#include <string>

#include "cli/phrases.hpp"
#include "lib/base/json.hpp"
#include "lib/ledger/extra_table.hpp"

namespace minqing::cli {

/// The field's label; its id when the schema in force no longer has it.
base::Text extra_label(const Names& names, const std::string& field);
/// A value of an event in words: `是`, `5个工作日`, the label of a choice.
base::Text extra_value(const Names& names, const std::string& field, const std::string& value);
/// A personal value, masked unless what it is like was revealed: a telephone number with `phone`,
/// an address with `address`, other data of identity with `name`, text with `content`.
std::string shown_personal(const Names& names, const std::string& field, const std::string& plain);
/// The values of an issue as they read in words, by the id of their field.
ledger::ExtraValues extra_of(const casework::Particulars& of);
/// `{"house_no":12,"relocated":true,"contact":"张*"}`: open values as their column has them,
/// personal ones masked.
base::Json extra_json(const Names& names, const ledger::ExtraValues& values);

}  // namespace minqing::cli
