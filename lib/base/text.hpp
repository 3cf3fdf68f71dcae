// SPDX-License-Identifier: MIT
// A sentence in both languages of the program. Messages are compiled in, side by side, because
// under cron no locale can be relied on; fmt checks both format strings when they are compiled.
//
//   Text t = text("找不到事项 {}", "no issue {}", number);
//   t.in(Lang::zh)

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>

namespace minqing::base {

enum class Lang { zh, en };

struct Text {
  std::string zh;
  std::string en;

  const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  bool empty() const { return zh.empty() && en.empty(); }
  bool operator==(const Text&) const = default;
};

namespace detail {
template <class T>
using Spoken = std::conditional_t<std::is_same_v<std::remove_cvref_t<T>, Text>, std::string, T>;

template <class T>
const auto& spoken(Lang lang, const T& value) {
  if constexpr (std::is_same_v<T, Text>) {
    return value.in(lang);
  } else {
    return value;
  }
}
}  // namespace detail

/// Formats both languages with the same arguments; an argument that is itself a Text is taken in
/// the language of the sentence.
template <class... A>
Text text(fmt::format_string<const detail::Spoken<A>&...> zh,
          fmt::format_string<const detail::Spoken<A>&...> en, const A&... args) {
  return {fmt::format(zh, detail::spoken(Lang::zh, args)...),
          fmt::format(en, detail::spoken(Lang::en, args)...)};
}

/// The same words in both languages (a name, a number, a file).
Text same(std::string_view words);

}  // namespace minqing::base
