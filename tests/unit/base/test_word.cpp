// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "lib/base/word.hpp"

namespace minqing::base {
namespace {

enum class Satisfaction { satisfied, fairly_satisfied, dissatisfied };

constexpr Word kWords[] = {{"satisfied", "满意", "Satisfied", "很满意|√"},
                           {"fairly_satisfied", "基本满意", "fairly satisfied", "较满意|一般"},
                           {"dissatisfied", "不满意", "dissatisfied"}};

}  // namespace

TEST_CASE("a word is found by every spelling of it") {
  struct Case {
    const char* text;
    int index;  ///< -1: unknown
  };
  const Case cases[] = {{"satisfied", 0},
                        {"SATISFIED", 0},
                        {"满意", 0},
                        {" 满 意 ", 0},
                        {"很满意", 0},
                        {"√", 0},
                        {"较满意", 1},
                        {"一般", 1},
                        {"ｆairly_satisfied", 1},
                        {"Fairly Satisfied", 1},
                        {"不满意", 2},
                        {"不满", -1},
                        {"", -1},
                        {"  ", -1},
                        {"|", -1},
                        {"很满意|√", -1}};
  for (const Case& c : cases) {
    INFO(c.text);
    auto found = find_word(kWords, c.text);
    CHECK((found ? static_cast<int>(*found) : -1) == c.index);
  }
}

TEST_CASE("words stand for the values of an enumeration") {
  CHECK(find_value<Satisfaction>(kWords, "不满意") == Satisfaction::dissatisfied);
  CHECK_FALSE(find_value<Satisfaction>(kWords, "无法联系"));
  CHECK(word_of(kWords, Satisfaction::fairly_satisfied).id == "fairly_satisfied");
  CHECK(label_of(kWords, Satisfaction::satisfied) == Text{"满意", "Satisfied"});
}

TEST_CASE("messages list the words and name the nearest") {
  CHECK(list_of(kWords) ==
        Text{"满意、基本满意、不满意", "Satisfied, fairly satisfied, dissatisfied"});
  CHECK(nearest_word(kWords, "disatisfied") == "dissatisfied");
  CHECK(nearest_word(kWords, "基本漫意") == "基本满意");
  CHECK(nearest_word(kWords, "xyz").empty());
  CHECK(find_word({}, "满意") == std::nullopt);
}

}  // namespace minqing::base
