// SPDX-License-Identifier: MIT
#include "lib/casework/describe.hpp"

#include <fmt/format.h>

#include "lib/base/error.hpp"

namespace minqing::casework {

void fail_decoding(std::string_view what) {
  throw base::JsonError(fmt::format("unexpected value '{}'", what));
}

void fail_newer(std::string_view what) {
  throw base::Error(base::Exit::version,
                    base::text("台账中有本程序不认识的记录（{}），可能由更新的版本写入",
                               "the ledger holds an event this program does not know ({}); a newer "
                               "version may have written it",
                               what),
                    base::text("请升级 minqing 后再用", "upgrade minqing, then try again"));
}

void fail_missing(const base::JsonReader& in, std::string_view name) {
  const std::string_view next = in.peek_key();
  if (!next.empty() && next < name) fail_newer("unknown field");
  throw base::JsonError(fmt::format("JSON object has no key '{}'", name));
}

void decode(base::JsonReader& in, Personal& out) {
  const std::string text = in.string();
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) fail_decoding("sealed text without key id");
  auto sealed = base::from_base64(std::string_view(text).substr(dot + 1));
  if (!sealed) fail_decoding("sealed text");
  out = {{}, text.substr(0, dot), std::move(*sealed)};
}

void decode(base::JsonReader& in, base::Date& out) {
  const std::string text = in.string();
  auto date = base::parse_iso_date(text);
  if (!date) fail_decoding(text);
  out = *date;
}

void decode(base::JsonReader& in, base::Moment& out) {
  const std::string text = in.string();
  auto moment = base::parse_moment(text);
  if (!moment) fail_decoding(text);
  out = *moment;
}

void decode(base::JsonReader& in, calendar::Limit& out) {
  const std::string text = in.string();
  auto limit = calendar::parse_limit(text);
  if (!limit) fail_decoding(text);
  out = *limit;
}

void decode(base::JsonReader& in, base::Text& out) {
  std::optional<std::string> en, zh;
  std::string last;
  in.begin_object();
  while (auto key = in.next_key()) {
    if (*key <= last) fail_decoding("keys out of order");
    last = *std::move(key);
    std::string value = in.string();
    if (last == "en") en = std::move(value);
    if (last == "zh") zh = std::move(value);
  }
  if (!en || !zh) fail_decoding("a text lacks a language");
  out = {*std::move(zh), *std::move(en)};
}

}  // namespace minqing::casework
