// SPDX-License-Identifier: MIT
// What is written where a name or a phone should be and points at nobody (匿名, 某先生, 未留), and
// the titles behind names.

#pragma once

#include <cstddef>
#include <string_view>

namespace minqing::privacy {

/// True for 匿名, 不详, 群众 …, and for a surname with 某 or a title: 张某, 某女士, 李大爷, 王主任.
bool stands_for_nobody(std::u32string_view name);

/// Length of the title at the end of a name with more than its surname before it: 张三先生 → 2.
std::size_t title_length(std::u32string_view name);

/// True for words that belong to a phone number and say nothing about a person by name: 手机, 儿子,
/// 未留, 转; also several of them in a row.
bool belongs_to_phone(std::u32string_view words);

}  // namespace minqing::privacy
