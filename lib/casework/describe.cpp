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

void decode(const base::Json& json, Personal& out) {
  const std::string& text = json.as_string();
  const std::size_t dot = text.find('.');
  if (dot == std::string::npos) fail_decoding("sealed text without key id");
  auto sealed = base::from_base64(std::string_view(text).substr(dot + 1));
  if (!sealed) fail_decoding("sealed text");
  out = {{}, text.substr(0, dot), std::move(*sealed)};
}

void decode(const base::Json& json, base::Date& out) {
  auto date = base::parse_iso_date(json.as_string());
  if (!date) fail_decoding(json.as_string());
  out = *date;
}

void decode(const base::Json& json, base::Moment& out) {
  auto moment = base::parse_moment(json.as_string());
  if (!moment) fail_decoding(json.as_string());
  out = *moment;
}

void decode(const base::Json& json, calendar::Limit& out) {
  auto limit = calendar::parse_limit(json.as_string());
  if (!limit) fail_decoding(json.as_string());
  out = *limit;
}

void decode(const base::Json& json, base::Text& out) {
  out = {json.at("zh").as_string(), json.at("en").as_string()};
}

}  // namespace minqing::casework
