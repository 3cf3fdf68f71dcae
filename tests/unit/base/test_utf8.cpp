// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "lib/base/code_point.hpp"
#include "lib/base/digest.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

namespace minqing::base {
namespace {

namespace fs = std::filesystem;

const std::string kTexts = std::string(MINQING_SOURCE_DIR) + "/../shared/data/text";

/// True for what may act on a terminal: the rule is written a second time on purpose.
bool acts_on_terminal(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point <= 0x9F) || point == 0xAD || point == 0x61C ||
         point == 0x180E || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) ||
         point == 0xFEFF || (point >= 0xFFF9 && point <= 0xFFFB) ||
         (point >= 0xE000 && point <= 0xF8FF) || (point & 0xFFFE) == 0xFFFE ||
         (point >= 0xE0000 && point <= 0xE007F) || point >= 0xF0000;
}

void check_harmless(const std::string& text, bool keep_lines = false) {
  std::string shown = visible(text, keep_lines);
  REQUIRE(is_valid_utf8(shown));
  for (char32_t point : to_code_points(shown)) {
    if (keep_lines && point == '\n') continue;
    if (!acts_on_terminal(point)) continue;
    FAIL("U+" << std::hex << std::uint32_t(point) << " got through");
  }
}

}  // namespace

TEST_CASE("UTF-8 is judged strictly") {
  struct Case {
    std::string bytes;
    std::size_t bad;  ///< npos: valid
  };
  constexpr std::size_t kGood = std::string::npos;
  const Case cases[] = {{"", kGood},
                        {"plain text of more than eight bytes", kGood},
                        {"民情台账", kGood},
                        {"é€😀\xf4\x8f\xbf\xbf", kGood},
                        {std::string("\0", 1), kGood},
                        {"\x80", 0},
                        {"abcdefgh\xff", 8},
                        {"中\xc0\xaf", 3},
                        {"\xc1\xbf", 0},
                        {"\xe0\x9f\xbf", 0},
                        {"\xed\xa0\x80", 0},
                        {"\xf0\x8f\xbf\xbf", 0},
                        {"\xf4\x90\x80\x80", 0},
                        {"\xf5\x80\x80\x80", 0},
                        {"中\xe4\xb8", 3},
                        {"\xe4\xb8"
                         "a",
                         0},
                        {"\xc3", 0},
                        {"a\xf0\x9f\x98", 1},
                        {"\xc3\x28", 0}};
  for (const Case& c : cases) {
    std::size_t bad = kGood;
    INFO(to_hex(c.bytes));
    CHECK(is_valid_utf8(c.bytes, &bad) == (c.bad == kGood));
    CHECK(bad == c.bad);
  }
}

TEST_CASE("every code point goes there and back, surrogates do not") {
  std::string all;
  std::u32string points;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    points += point;
    append_utf8(all, point);
  }
  CHECK(is_valid_utf8(all));
  CHECK((to_code_points(all) == points));
  CHECK(to_utf8(points) == all);
  CHECK(length(all) == points.size());
  CHECK(to_utf8(U"\xD800") == "\uFFFD");
  CHECK((to_code_points("a\xff中\xe4") == U"a\uFFFD中\uFFFD"));
}

TEST_CASE("the reference cases for UTF-8 are judged as they say") {
  if (!file_exists(kTexts + "/utf8tests/utf8tests.bin")) {
    WARN("no UTF-8 cases here: " << kTexts);
    return;
  }
  std::string file = read_file(kTexts + "/utf8tests/utf8tests.bin", 1'000'000);
  int judged = 0;
  for (std::string_view line : split(file, '\n')) {
    bool valid = line.find(":valid:") != std::string_view::npos;
    std::size_t mark = line.find(valid ? ":valid:" : ":invalid:");
    if (mark == std::string_view::npos) continue;
    INFO(std::string(line.substr(0, mark)));
    CHECK(is_valid_utf8(line.substr(mark + (valid ? 7 : 9))) == valid);
    ++judged;
  }
  CHECK(judged > 150);
}

TEST_CASE("columns on a terminal") {
  struct Case {
    std::string text;
    int columns;
  };
  const Case cases[] = {
      {"", 0},         {"abc", 3},        {"民情台账", 8},   {"RS2026-00017 供水", 17},
      {"（手机）", 8}, {"“”‘’…—", 6},     {"é", 1},          {"e\u0301", 1},
      {"ﾊﾝｶｸ", 4},     {"ｆｕｌｌ", 8},   {"〇○", 3},        {"😀", 2},
      {"𠮷", 2},       {"\U0002EBF0", 2}, {"\U000323B0", 2}, {"한글", 4},
      {"\u200B", 0},   {"a\xff", 2}};
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(display_width(c.text) == c.columns);
  }
}

TEST_CASE("text is fitted and padded by columns") {
  struct Case {
    std::string text;
    int width;
    std::string fitted;
  };
  const Case cases[] = {{"民情台账", 8, "民情台账"},
                        {"民情台账", 7, "民情台…"},
                        {"民情台账", 6, "民情…"},
                        {"民情台账", 3, "民…"},
                        {"民情台账", 2, "…"},
                        {"民情台账", 1, "…"},
                        {"民情台账", 0, ""},
                        {"民情台账", -3, ""},
                        {"abcdef", 5, "abcd…"},
                        {"abcde", 5, "abcde"},
                        {"", 0, ""},
                        {"ae\u0301xyz", 3, "ae\u0301…"}};
  for (const Case& c : cases) {
    INFO(c.text << " in " << c.width);
    CHECK(fit(c.text, c.width) == c.fitted);
    CHECK(display_width(fit(c.text, c.width)) <= std::max(c.width, 0));
  }
  CHECK(pad_right("水务站", 8) == "水务站  ");
  CHECK(pad_left("水务站", 8) == "  水务站");
  CHECK(pad_left("水务站", 5) == "水务站");
}

TEST_CASE("lines break where readers expect it") {
  struct Case {
    std::string text;
    int width;
    std::vector<std::string> lines;
  };
  const Case cases[] = {{"", 10, {""}},
                        {"民情台账是登记簿", 8, {"民情台账", "是登记簿"}},
                        {"民情台账，是登记簿", 8, {"民情台", "账，是登", "记簿"}},
                        {"他说：“好”。", 6, {"他说：", "“好”。"}},
                        {"见（附件）", 6, {"见（附", "件）"}},
                        {"请见（附件）", 6, {"请见", "（附", "件）"}},
                        {"the quick brown fox", 10, {"the quick", "brown fox"}},
                        {"the quick  brown", 9, {"the quick", "brown"}},
                        {"abcdefghij", 4, {"abcd", "efgh", "ij"}},
                        {"用RS2026登记", 8, {"用RS2026", "登记"}},
                        {"一\n\n二\n", 8, {"一", "", "二", ""}},
                        {"　　首行缩进", 8, {"　　首行", "缩进"}},
                        {"民情", 1, {"民", "情"}},
                        {"民情", 0, {"民", "情"}},
                        {"ae\u0301ae\u0301", 2, {"ae\u0301", "ae\u0301"}},
                        {"a   ", 10, {"a"}}};
  for (const Case& c : cases) {
    INFO(c.text << " in " << c.width);
    CHECK(wrap(c.text, c.width) == c.lines);
  }
}

TEST_CASE("wrapped lines are never too wide and lose only blanks") {
  std::mt19937 random(7);
  const std::u32string signs = U"民情台账，。（）“”ab 12 \u3000\u00A0é😀";
  for (int round = 0; round < 2000; ++round) {
    std::u32string points;
    for (auto left = random() % 40; left > 0; --left) points += signs[random() % signs.size()];
    int width = 2 + static_cast<int>(random() % 12);
    std::string text = to_utf8(points);
    std::vector<std::string> lines = wrap(text, width);
    for (const std::string& line : lines) {
      INFO(text << " in " << width << ": " << line);
      REQUIRE(display_width(line) <= width);
    }
    REQUIRE(fold(join(lines, "")) == fold(text));
  }
}

TEST_CASE("what would act on a terminal is shown") {
  struct Case {
    std::string text;
    std::string shown;
    std::string with_lines;  ///< empty: the same
  };
  const Case cases[] = {{"", "", ""},
                        {"自来水浑浊三天了，“很急”…", "自来水浑浊三天了，“很急”…", ""},
                        {"\x1b[31m红", "␛[31m红", ""},
                        {std::string("a\0b", 3), "a␀b", ""},
                        {"\x07\x08\x7f", "␇␈␡", ""},
                        {"a\tb", "a b", ""},
                        {"一\n二", "一⏎二", "一\n二"},
                        {"一\r\n二", "一⏎二", "一\n二"},
                        {"一\r二", "一␍二", ""},
                        {"一\r\r\n", "一␍⏎", "一␍\n"},
                        {"\n\r", "⏎␍", "\n␍"},
                        {"\u009b31m", "⟦U+009B⟧31m", ""},
                        {"\u0085", "⟦U+0085⟧", ""},
                        {"\u202E某张\u202C", "⟦U+202E⟧某张⟦U+202C⟧", ""},
                        {"\u2066\u2069\u200E", "⟦U+2066⟧⟦U+2069⟧⟦U+200E⟧", ""},
                        {"\u2028\u2029", "⟦U+2028⟧⟦U+2029⟧", ""},
                        {"\u061C\u180E\uFEFF\u200B", "⟦U+061C⟧⟦U+180E⟧⟦U+FEFF⟧⟦U+200B⟧", ""},
                        {"\uE000\U000F0000", "⟦U+E000⟧⟦U+F0000⟧", ""},
                        {"\U0010FFFF\uFFFE", "⟦U+10FFFF⟧⟦U+FFFE⟧", ""},
                        {"\u0378", "⟦U+0378⟧", ""},
                        {"\U000E0041", "⟦U+E0041⟧", ""},
                        {"张\U0002EBF0\U000323B0", "张\U0002EBF0\U000323B0", ""},
                        {"葛\U000E0100", "葛\U000E0100", ""},
                        {"e\u0301 é 😀 ①", "e\u0301 é 😀 ①", ""},
                        {"a\x9b"
                         "b\xff",
                         "a⟦0x9B⟧b⟦0xFF⟧", ""}};
  for (const Case& c : cases) {
    INFO(c.shown);
    CHECK(visible(c.text) == c.shown);
    CHECK(visible(c.text, true) == (c.with_lines.empty() ? c.shown : c.with_lines));
    CHECK(visible(visible(c.text)) == c.shown);
  }
}

TEST_CASE("no code point and no byte that acts on a terminal gets through") {
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text = "中";
    append_utf8(text, point);
    if (point < 0x3000 || acts_on_terminal(point)) check_harmless(text);
  }
  for (int byte = 0; byte < 256; ++byte) {
    check_harmless(std::string("a") + static_cast<char>(byte) + "b", true);
  }
}

TEST_CASE("hostile texts are harmless once visible") {
  if (!fs::is_directory(kTexts)) {
    WARN("no hostile texts here: " << kTexts);
    return;
  }
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(kTexts)) {
    if (!entry.is_regular_file()) continue;
    INFO(entry.path());
    std::string text = read_file(entry.path(), 10'000'000);
    check_harmless(text);
    check_harmless(text, true);
    ++files;
  }
  CHECK(files >= 8);
}

TEST_CASE("text is split and joined") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split("", ',') == std::vector<std::string_view>{""});
  CHECK(split(",", ',') == std::vector<std::string_view>{"", ""});
  CHECK(join({"a", "b", ""}, "、") == "a、b、");
  CHECK(join({}, "、").empty());
  CHECK(starts_with("登记日期", "登记"));
  CHECK_FALSE(starts_with("登", "登记"));
  CHECK(ends_with("登记日期", "日期"));
  CHECK_FALSE(ends_with("期", "日期"));
}

}  // namespace minqing::base
