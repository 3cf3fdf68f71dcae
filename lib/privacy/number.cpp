// SPDX-License-Identifier: MIT
#include "lib/privacy/number.hpp"

#include <algorithm>

#include "lib/base/utf8.hpp"
#include "lib/privacy/digit_groups.hpp"

namespace minqing::privacy {
namespace {

int two_digits(std::string_view digits, std::size_t at) {
  return (digits[at] - '0') * 10 + (digits[at + 1] - '0');
}

bool is_province(int code) {
  static constexpr int kLast[] = {0, 15, 23, 37, 46, 54, 65, 71, 83, 0};  // by region 1…8
  int region = code / 10;
  return code % 10 >= 1 && code <= kLast[region];
}

bool is_id(std::string_view digits) {
  if (digits.size() != 15 && digits.size() != 18) return false;
  if (!is_province(two_digits(digits, 0))) return false;
  std::size_t month_at = digits.size() == 18 ? 10 : 8;
  if (digits.size() == 18) {
    int century = two_digits(digits, 6);
    if (century < 18 || century > 20) return false;
  }
  int month = two_digits(digits, month_at);
  int day = two_digits(digits, month_at + 2);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// Digits before a mobile number that belong to dialling: the country's, or the 0 of old habits.
std::size_t dialling_prefix(std::string_view digits) {
  for (std::string_view prefix : {"0086", "86", "0"}) {
    if (digits.starts_with(prefix) && is_mobile(digits.substr(prefix.size()))) {
      return prefix.size();
    }
  }
  return 0;
}

/// Length of the area code at the start: 010, 02x, else four digits.
std::size_t area_length(std::string_view digits) {
  if (digits.size() < 4 || digits[0] != '0' || digits[1] == '0') return 0;
  return digits.starts_with("010") || digits[1] == '2' ? 3 : digits[1] == '1' ? 0 : 4;
}

bool is_landline(std::string_view digits) {
  std::size_t area = area_length(digits);
  if (area == 0 || digits.size() <= area || digits[area] < '2') return false;
  std::size_t own = digits.size() - area;
  return own == 8 || (own == 7 && area == 4);
}

bool is_service(std::string_view digits) {
  return digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
}

/// Dates and amounts have groups of one and two digits; a mobile number has them only when every
/// digit stands alone.
bool has_phone_groups(const Reach& reach, std::size_t last) {
  bool large = true;
  bool single = true;
  for (std::size_t group = 0; group <= last; ++group) {
    std::size_t size = reach.group_size(group);
    bool is_country = group == 0 && size == 2 && reach.digits.starts_with("86");
    large = large && (size >= 3 || is_country);
    single = single && size == 1;
  }
  return large || single;
}

std::optional<Number> number_at_stop(const Reach& reach, std::size_t stop) {
  using Kind = Number::Kind;
  std::string_view digits = std::string_view(reach.digits).substr(0, reach.stops[stop].digits);
  std::size_t end = reach.stops[stop].end;
  auto make = [&](Kind kind, std::size_t skip = 0, std::size_t area = 0) {
    return Number{kind, std::string(digits.substr(skip)), end, area};
  };
  if (is_id(digits)) return make(Kind::id);
  if (digits.ends_with('X') || !has_phone_groups(reach, stop)) return std::nullopt;
  if (is_mobile(digits)) return make(Kind::mobile);
  if (std::size_t prefix = dialling_prefix(digits)) return make(Kind::mobile, prefix);
  if (is_landline(digits)) return make(Kind::landline, 0, area_length(digits));
  if (is_service(digits)) return make(Kind::service);
  return std::nullopt;
}

}  // namespace

std::optional<Number> find_number(std::string_view text, std::size_t at) {
  Reach reach = reach_from(text, at);
  // The shortest that fits: two numbers with a blank between are not taken for one.
  for (std::size_t stop = 0; stop < reach.count; ++stop) {
    if (auto number = number_at_stop(reach, stop)) return number;
  }
  return std::nullopt;
}

std::optional<Number> worded_number(std::string_view text, std::size_t at) {
  Reach reach = reach_from(text, at);
  for (std::size_t stop = 0; stop < reach.count && reach.group_size(stop) >= 3; ++stop) {
    std::size_t size = reach.stops[stop].digits;
    bool is_local = (size == 7 || size == 8) && reach.digits[0] >= '2';
    bool is_slip = stop == 0 && size >= 9 && size <= 13;
    if (!is_local && !is_slip) continue;
    return Number{Number::Kind::other, reach.digits.substr(0, size), reach.stops[stop].end};
  }
  return std::nullopt;
}

Number any_number(std::string_view text, std::size_t at) {
  constexpr std::size_t kMostJoined = 12;
  Reach reach = reach_from(text, at);
  if (reach.count == 0) {  // longer than any number
    std::size_t end = end_of_group(text, at);
    return {Number::Kind::other, base::to_half_width(text.substr(at, end - at)), end};
  }
  std::size_t stop = 0;
  while (stop + 1 < reach.count && reach.stops[stop + 1].digits <= kMostJoined) {
    std::size_t next = over_joint(text, reach.stops[stop].end);
    if (next == std::string_view::npos || find_number(text, next)) break;
    ++stop;
  }
  return {Number::Kind::other, reach.digits.substr(0, reach.stops[stop].digits),
          reach.stops[stop].end};
}

std::string_view without_opening(std::string_view before, std::string_view number_text) {
  for (std::string_view plus : {"+", "＋"}) {
    if (before.ends_with(plus)) before.remove_suffix(plus.size());
  }
  bool closes = number_text.find(')') != std::string_view::npos ||
                number_text.find("）") != std::string_view::npos;
  for (std::string_view bracket : {"(", "（"}) {
    if (closes && before.ends_with(bracket)) before.remove_suffix(bracket.size());
  }
  return before;
}

std::string masked(const Number& number) {
  const std::string& digits = number.digits;
  std::size_t size = digits.size();
  switch (number.kind) {
    case Number::Kind::mobile:
      return digits.substr(0, 3) + "****" + digits.substr(7);
    case Number::Kind::id:
      return digits.substr(0, 6) + std::string(size - 10, '*') + digits.substr(size - 4);
    case Number::Kind::service:
      return digits;
    case Number::Kind::landline:
    case Number::Kind::other:
      break;
  }
  std::string area = number.area == 0 ? std::string() : digits.substr(0, number.area) + '-';
  return area + "****" + digits.substr(size - std::min<std::size_t>(3, size / 2));
}

}  // namespace minqing::privacy
