// SPDX-License-Identifier: MIT
// The keys of `key:value` words and of JSON lines: which field a typed key means.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::intake {

/// `村:热水村` taken apart at its first colon (also `：`). The key has no blanks at its ends; the
/// value is all that follows, so that `反映: 水管坏了` can be told from a key with its value.
struct KeyAndValue {
  std::string_view key;
  std::string_view value;
};
std::optional<KeyAndValue> split_key(std::string_view word);

struct DraftKey {
  std::string field;                           ///< empty when the key is none
  std::vector<const schema::Field*> might_be;  ///< of a heading that means several fields
};
/// What the schema says first, then the short words of daily use (村, 类别, 姓名, 电话).
DraftKey find_draft_key(const schema::Schema& schema, std::string_view key);

/// A heading that means several fields was typed as a key: which ones, by label and id.
base::Problem ambiguous_key(const base::Place& place, std::string_view key,
                            const std::vector<const schema::Field*>& might_be);
/// The likely right key, or empty.
std::string nearest_draft_key(const schema::Schema& schema, std::string_view key);

}  // namespace minqing::intake
