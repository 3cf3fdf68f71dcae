// SPDX-License-Identifier: MIT
#include "lib/report/papers/fill.hpp"

#include <kainjow/mustache.hpp>

#include <stdexcept>

namespace minqing::report {

namespace {

using kainjow::mustache::data;

data data_of(const PaperValues& values) {
  data out = data::type::object;
  for (const auto& [id, text] : values.texts) {
    if (!text.empty()) out.set(id, text);
  }
  for (const auto& [id, picture] : values.pictures) out.set(id, picture.bytes());
  for (const auto& [id, entries] : values.lists) {
    data list = data::type::list;
    for (const PaperValues& entry : entries) list.push_back(data_of(entry));
    out.set(id, std::move(list));
  }
  return out;
}

}  // namespace

namespace html {

namespace {

/// A line break that somebody typed is one on paper too; those of the template only lay it out.
std::string value_of(const std::string& text) {
  const Escaped escaped = escape(text);
  std::string out;
  for (const char byte : escaped.bytes()) {
    if (byte == '\n') {
      out += "<br>";
    } else {
      out += byte;
    }
  }
  return out;
}

/// `{{qr_code}}` becomes `{{{qr_code}}}`: what comes there is markup already.
void open_place(std::string& markup, const std::string& id) {
  const std::string place = "{{" + id + "}}";
  for (std::size_t at = 0; (at = markup.find(place, at)) != std::string::npos;
       at += place.size() + 2) {
    markup.replace(at, place.size(), "{" + place + "}");
  }
}

}  // namespace

Escaped fill(const schema::Form& form, const PaperValues& values) {
  std::string whole = form.markup;
  for (const auto& [id, picture] : values.pictures) open_place(whole, id);
  kainjow::mustache::mustache page(whole);
  page.set_custom_escape(value_of);
  std::string markup = page.render(data_of(values));
  if (!page.is_valid()) throw std::logic_error("form " + form.id + ": " + page.error_message());
  return Escaped(std::move(markup));
}

}  // namespace html

}  // namespace minqing::report
