// SPDX-License-Identifier: MIT
// HTML that residents' text cannot change. Markup is a value of type Escaped, and there are three
// ways to one only: a literal of the program (checked when it is compiled), `escape`, and the
// template of a form (checked when the schema is read), filled with what `escape` gives
// (papers/fill.hpp). A std::string cannot be inserted, because `compose` does not take it:
//
//   html::compose("<td class=\"{}\">{}</td>", "count"_html, html::escape(cell))

#pragma once

#include <fmt/format.h>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace minqing::report {
struct PaperValues;
}

namespace minqing::schema {
struct Form;
}

namespace minqing::report::html {

class Escaped {
 public:
  Escaped() = default;

  const std::string& bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }
  Escaped& operator+=(const Escaped& more) {
    bytes_ += more.bytes_;
    return *this;
  }

  friend Escaped escape(std::string_view text);
  friend Escaped fill(const schema::Form& form, const PaperValues& values);
  friend Escaped operator""_html(const char* markup, std::size_t size);
  template <class... Part>
  friend Escaped compose(fmt::format_string<const Part&...> markup, const Part&... parts);

 private:
  explicit Escaped(std::string bytes) : bytes_(std::move(bytes)) {}

  std::string bytes_;
};

/// THE function that lets text into HTML, in content and in quoted attributes alike. Bytes that are
/// no UTF-8, controls and bidirectional or invisible characters become visible (base::visible),
/// then & < > " ' become references. Line breaks are kept; the style sheet shows them.
Escaped escape(std::string_view text);

/// Markup that stands in the program.
inline Escaped operator""_html(const char* markup, std::size_t size) {
  return Escaped(std::string(markup, size));
}

/// What may fill a placeholder: escaped text and whole numbers.
template <class T>
concept Inert = std::same_as<T, Escaped> || std::same_as<T, int> || std::same_as<T, std::size_t>;

/// The literal with its placeholders filled.
template <class... Part>
Escaped compose(fmt::format_string<const Part&...> markup, const Part&... parts) {
  static_assert((Inert<Part> && ...), "text must pass html::escape");
  return Escaped(fmt::format(markup, parts...));
}

}  // namespace minqing::report::html

template <>
struct fmt::formatter<minqing::report::html::Escaped> : fmt::formatter<std::string_view> {
  auto format(const minqing::report::html::Escaped& part, fmt::format_context& context) const {
    return fmt::formatter<std::string_view>::format(part.bytes(), context);
  }
};
