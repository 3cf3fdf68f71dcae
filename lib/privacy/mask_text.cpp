// SPDX-License-Identifier: MIT
#include <array>

#include "lib/base/code_point.hpp"
#include "lib/base/utf8.hpp"
#include "lib/privacy/digit_groups.hpp"
#include "lib/privacy/mask.hpp"
#include "lib/privacy/number.hpp"
#include "lib/privacy/placeholder.hpp"
#include "lib/privacy/surname.hpp"

namespace minqing::privacy {
namespace {

// Looking back from a number stops after so many bytes, which keeps the pass linear.
constexpr std::size_t kLookBack = 72;

/// Words that only a phone number follows, and words that a date may follow as well.
constexpr std::string_view kPhoneWords[] = {"电话",     "手机", "座机",  "固话",  "号码",
                                            "联系方式", "tel",  "phone", "mobile"};
constexpr std::string_view kContactWords[] = {"联系", "来电", "致电", "拨打", "微信", "qq", "wx"};
/// What may stand between a name and its number.
constexpr std::string_view kBetween[] = {"身份证号码", "身份证号", "身份证", "联系电话", "联系方式",
                                         "手机号码",   "手机号",   "电话",   "手机",     "座机",
                                         "号码",       "联系",     "微信",   "tel",      "phone"};

bool is_one_of(char32_t value, std::u32string_view set) {
  return set.find(value) != std::u32string_view::npos;
}

/// The last code point of valid text that is not empty.
base::Decoded last_of(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && text.size() - at < 4 && (text[at] & 0xC0) == 0x80) --at;
  return base::decode(text, at);
}

/// Removes signs of the set and blanks at the end, a few at most.
void drop_signs(std::string_view& text, std::u32string_view set) {
  for (int dropped = 0; dropped < 6 && !text.empty(); ++dropped) {
    auto [value, size] = last_of(text);
    if (value == '\n' || !(base::is_blank(value) || is_one_of(value, set))) return;
    text.remove_suffix(size);
  }
}

bool ends_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  std::string_view end = text.substr(text.size() - word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    bool is_upper = end[i] >= 'A' && end[i] <= 'Z';
    if ((is_upper ? end[i] + 32 : end[i]) != word[i]) return false;
  }
  return true;
}

template <class Words>
std::size_t word_at_end(std::string_view text, const Words& words) {
  for (std::string_view word : words) {
    if (ends_with_word(text, word)) return word.size();
  }
  return 0;
}

/// Bytes of the name at the end, or 0: a surname with one or two characters, the longest that fits.
std::size_t name_at_end(std::string_view text) {
  std::u32string tail;
  std::array<std::size_t, 5> bytes{};  // of the last 0…4 characters
  std::string_view rest = text;
  while (tail.size() < 4 && !rest.empty()) {
    auto [value, size] = last_of(rest);
    if (!base::is_ideograph(value)) break;
    tail.insert(tail.begin(), value);
    rest.remove_suffix(size);
    bytes[tail.size()] = text.size() - rest.size();
  }
  for (std::size_t size = tail.size(); size >= 2; --size) {
    std::u32string_view name = std::u32string_view(tail).substr(tail.size() - size);
    std::size_t surname = surname_length(name);
    if (surname > 0 && size > surname && size <= surname + 2) return bytes[size];
  }
  return 0;
}

/// The name that the end of a text gives with a number: 张三, 张三（手机：, 王小明先生，电话.
struct NameSpan {
  std::size_t from;
  std::size_t size;
};
std::optional<NameSpan> name_before_number(std::string_view text) {
  constexpr std::u32string_view kSigns = U":：,，、(（-—+＋.是为即";
  std::size_t from = text.size() > kLookBack ? text.size() - kLookBack : 0;
  std::string_view rest = text.substr(from);
  for (int words = 0; words < 3; ++words) {
    drop_signs(rest, kSigns);
    rest.remove_suffix(word_at_end(rest, kBetween));
  }
  drop_signs(rest, kSigns);
  std::size_t title = 0;
  for (std::string_view polite : {"先生", "女士", "同志", "师傅", "老师"}) {
    if (rest.ends_with(polite)) title = polite.size();
  }
  rest.remove_suffix(title);
  std::size_t size = name_at_end(rest);
  if (size == 0) return std::nullopt;
  return NameSpan{from + rest.size() - size, size};
}

/// 20261122 and the like.
bool is_date(std::string_view digits) {
  if (digits.size() != 8 || (digits[0] != '2' && digits[0] != '1')) return false;
  return digits.substr(4, 2) >= "01" && digits.substr(4, 2) <= "12" &&
         digits.substr(6, 2) >= "01" && digits.substr(6, 2) <= "31";
}

class NumberPass {
 public:
  explicit NumberPass(std::string_view text) : text_(text) {}

  std::string run() {
    out_.reserve(text_.size());
    for (std::size_t at = next_digit(text_, 0); at < text_.size();) {
      auto number = personal_number(at);
      if (number) replace(at, *number);
      at = next_digit(text_, number ? number->end : end_of_group(text_, at));
    }
    out_ += text_.substr(copied_);
    return std::move(out_);
  }

 private:
  std::string_view pending(std::size_t at) const { return text_.substr(copied_, at - copied_); }

  std::optional<Number> personal_number(std::size_t at) const {
    auto number = find_number(text_, at);
    if (number) return number;
    bool is_phone = follows(at, kPhoneWords);
    if (!is_phone && !follows_phone(at) && !follows(at, kContactWords)) return std::nullopt;
    number = worded_number(text_, at);
    if (number && !is_phone && is_date(number->digits)) return std::nullopt;
    return number;
  }

  template <class Words>
  bool follows(std::size_t at, const Words& words) const {
    std::string_view before = pending(at);
    drop_signs(before, U":：()（）-—.是为号码");
    return word_at_end(before, words) > 0 || word_at_end(pending(at), words) > 0;
  }

  /// The next of several: 电话：8220001、8220002.
  bool follows_phone(std::size_t at) const {
    std::string_view before = pending(at);
    drop_signs(before, U"、/／或和及");
    return copied_ > 0 && before.empty() && !pending(at).empty();
  }

  void replace(std::size_t at, const Number& number) {
    if (number.kind == Number::Kind::service) return;
    std::string_view before = without_opening(pending(at), text_.substr(at, number.end - at));
    if (auto name = name_before_number(before)) {
      out_ += before.substr(0, name->from);
      out_ += mask_name(before.substr(name->from, name->size));
      before.remove_prefix(name->from + name->size);
    }
    out_ += before;
    out_ += masked(number);
    copied_ = number.end;
  }

  std::string_view text_;
  std::string out_;
  std::size_t copied_ = 0;  ///< what lies before is in out_; ends with a number, once there was one
};

bool is_local_sign(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         std::string_view("._%+-").find(c) != std::string_view::npos;
}

/// z***@example.com
std::string mask_mail(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t from = at;
    while (from > copied && at - from < 64 && is_local_sign(text[from - 1])) --from;
    std::size_t to = at + 1;
    while (to < text.size() && is_local_sign(text[to])) ++to;
    bool has_point = text.substr(at, to - at).find('.') != std::string_view::npos;
    if (from == at || !has_point) continue;
    out += text.substr(copied, from + 1 - copied);
    out += "***";
    copied = at;
  }
  out += text.substr(copied);
  return out;
}

}  // namespace

std::string mask_text(std::string_view text) {
  if (text.find('@') == std::string_view::npos) return NumberPass(text).run();
  return NumberPass(mask_mail(text)).run();
}

}  // namespace minqing::privacy
