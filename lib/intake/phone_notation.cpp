// SPDX-License-Identifier: MIT
#include "lib/intake/phone_notation.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "lib/base/ascii.hpp"
#include "lib/base/counted.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::intake {
namespace {

using base::text;

constexpr std::array<std::string_view, 20> kNoPhone = {
    "无",   "没有",   "无电话",   "不详",   "不祥", "不明", "未知", "未留", "未提供", "未登记",
    "保密", "不公开", "不愿透露", "不方便", "空号", "停机", "-",    "--",   "/",      "暂无"};

PhoneValue no_phone(base::Text reason) {
  return {PhoneValue::Kind::problem, {}, std::move(reason)};
}

bool is_word_for_none(std::string_view key) {
  return key.empty() || std::find(kNoPhone.begin(), kNoPhone.end(), key) != kNoPhone.end();
}

/// `1.38e+10`: the figures are gone. A text `13800000001.0` is only a number shown with a decimal.
bool is_damaged(std::string_view key) {
  std::size_t e = key.find('e');
  return e != std::string_view::npos && e > 0 && base::is_digit(key[e - 1]) &&
         key.find('.') != std::string_view::npos;
}

void drop_notes(std::string& key) {
  for (std::size_t open; (open = key.find('(')) != std::string::npos;) {
    std::size_t close = key.find(')', open);
    std::string inside =
        key.substr(open + 1, close == std::string::npos ? close : close - open - 1);
    bool area_code = inside.size() >= 3 && inside.size() <= 4 && inside.front() == '0' &&
                     std::all_of(inside.begin(), inside.end(), base::is_digit);
    key.replace(open, close == std::string::npos ? close : close - open + 1,
                area_code ? inside + '-' : "");
  }
}

/// The parts of a cell that holds several numbers.
std::vector<std::string> parts_of(std::string_view value) {
  std::string plain = base::to_half_width(value);
  for (std::string_view sign : {"、", "，", "；", "\r\n", "\n", "\r", ";", ",", "/", "或", "和"}) {
    for (std::size_t at; (at = plain.find(sign)) != std::string::npos;) {
      plain.replace(at, sign.size(), "|");
    }
  }
  std::vector<std::string> parts;
  for (std::string_view part : base::split(plain, '|')) {
    if (std::string key = base::fold(part); !key.empty()) parts.push_back(key);
  }
  return parts;
}

void drop_prefix(std::string& key, std::string_view prefix) {
  if (key.starts_with(prefix)) key.erase(0, prefix.size());
}

/// The number without the country and with one kind of hyphen; nothing when other signs are left.
std::optional<std::string> plain_number(std::string key) {
  drop_prefix(key, "'");
  drop_notes(key);
  drop_prefix(key, "电话:");
  drop_prefix(key, "手机:");
  for (std::string_view dash : {"—", "–", "－", "转"}) {
    for (std::size_t at; (at = key.find(dash)) != std::string::npos;) {
      key.replace(at, dash.size(), "-");
    }
  }
  if (key.ends_with(".0")) key.resize(key.size() - 2);
  drop_prefix(key, "+86");
  if (key.size() > 13) drop_prefix(key, "0086");
  if (key.size() == 13 && key.starts_with("861")) drop_prefix(key, "86");
  drop_prefix(key, "-");
  bool plain =
      std::all_of(key.begin(), key.end(), [](char c) { return base::is_digit(c) || c == '-'; });
  return plain && !key.empty() ? std::optional(key) : std::nullopt;
}

std::string digits_of(std::string_view number) {
  std::string digits;
  std::copy_if(number.begin(), number.end(), std::back_inserter(digits), base::is_digit);
  return digits;
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

/// 110, 12345, 12345678901 is not one.
bool is_service_number(std::string_view digits) {
  return digits.front() == '1' && (digits.size() == 3 || digits.size() == 5 || digits.size() == 6);
}

bool is_free_number(std::string_view digits) {
  return digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
}

/// Beijing and the like have 010 and 02x; all others four figures.
std::size_t area_code_size(std::string_view digits) {
  if (digits.size() < 10 || digits[0] != '0') return 0;
  return digits[1] == '1' || digits[1] == '2' ? 3 : 4;
}

bool is_subscriber(std::string_view digits) {
  return (digits.size() == 7 || digits.size() == 8) && digits[0] >= '2';
}

/// `0735-8220001`, `8220001`
std::optional<std::string> subscriber_line(std::string_view digits) {
  std::size_t area = area_code_size(digits);
  if (!is_subscriber(digits.substr(area))) return std::nullopt;
  std::string code(digits.substr(0, area));
  return (area == 0 ? code : code + '-') + std::string(digits.substr(area));
}

/// The same, or with an extension of up to five figures after a hyphen.
std::optional<std::string> landline(std::string_view number) {
  if (auto line = subscriber_line(digits_of(number))) return line;
  std::size_t hyphen = number.rfind('-');
  if (hyphen == std::string_view::npos || number.size() - hyphen > 6) return std::nullopt;
  auto line = subscriber_line(digits_of(number.substr(0, hyphen)));
  return line ? std::optional(*line + std::string(number.substr(hyphen))) : std::nullopt;
}

std::optional<std::string> normalised(std::string_view number) {
  std::string digits = digits_of(number);
  if (digits.empty()) return std::nullopt;
  if (is_mobile(digits) || is_free_number(digits) || is_service_number(digits)) return digits;
  return landline(number);
}

base::Text wrong_length(std::string_view digits) {
  return text("不是有效的电话号码（{} 位数字）", "not a telephone number ({})",
              base::counted(digits.size(), "figure"));
}

}  // namespace

PhoneValue parse_phone(std::string_view value) {
  std::string key = base::fold(value);
  if (is_word_for_none(key)) return {PhoneValue::Kind::none, {}, {}};
  if (is_damaged(key)) {
    return no_phone({"号码被表格软件变成了科学计数，原来的数字已经丢失；请按文本格式重新填写",
                     "a spreadsheet turned the number into powers of ten and its figures are lost; "
                     "type it again as text"});
  }
  PhoneValue found{PhoneValue::Kind::numbers, {}, {}};
  for (const std::string& part : parts_of(value)) {
    auto number = plain_number(part);
    if (!number) return no_phone({"不是电话号码", "not a telephone number"});
    auto normal = normalised(*number);
    if (!normal) return no_phone(wrong_length(digits_of(*number)));
    found.numbers.push_back(*normal);
  }
  if (found.numbers.empty()) return no_phone({"不是电话号码", "not a telephone number"});
  return found;
}

PhoneValue parse_phone_cell(const Cell& cell) {
  bool readable = cell.type == Cell::Type::text || cell.type == Cell::Type::number;
  if (cell.is_empty()) return {PhoneValue::Kind::none, {}, {}};
  if (!readable) return no_phone({"不是电话号码", "not a telephone number"});
  if (cell.precision_lost) {
    return no_phone({"数字超过 15 位，后面的已经丢失", "more than 15 figures, the last are lost"});
  }
  return parse_phone(cell.value);
}

}  // namespace minqing::intake
