// SPDX-License-Identifier: MIT
// A registration written down field by field, one below the other: a form of `字段: 值` lines, as
// `record --edit` opens it, and a plain YAML map. Keys are those of `key:value` words; every
// problem names its line.

#pragma once

#include <string>
#include <string_view>

#include "lib/intake/draft.hpp"

namespace minqing::intake {

/// Lines `字段: 值`; lines that begin with `#` and fields without a value say nothing. The field
/// `content` comes last and takes all lines to the end. `file` is the name to show.
TypedWords read_form(const schema::Schema& schema, std::string_view text, const std::string& file);

/// A map of words, without aliases or anything deeper (schema/yaml.hpp); values are text as typed.
TypedWords read_yaml(const schema::Schema& schema, std::string_view bytes, const std::string& file);

}  // namespace minqing::intake
