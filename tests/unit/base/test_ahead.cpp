// SPDX-License-Identifier: MIT
#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

#include "lib/base/ahead.hpp"

namespace minqing::base {

namespace {

/// 0, 1, 2 … up to `count`, then nothing.
Ahead<int>::Make numbers(int count) {
  return
      [count, next = 0]() mutable { return next == count ? std::nullopt : std::optional(next++); };
}

}  // namespace

TEST_CASE("what is made ahead arrives in order, and ends") {
  for (const int count : {0, 1, 63, 64, 65, 10'000}) {
    CAPTURE(count);
    Ahead<int> ahead(numbers(count));
    int wrong = 0;
    for (int i = 0; i < count; ++i) wrong += ahead.next() == i ? 0 : 1;
    CHECK(wrong == 0);
    CHECK_FALSE(ahead.next());
    CHECK_FALSE(ahead.next());
  }
}

TEST_CASE("values are made on another thread, not without end") {
  std::atomic<int> made = 0;
  std::thread::id maker;
  {
    Ahead<int> ahead([&]() -> std::optional<int> {
      maker = std::this_thread::get_id();
      return ++made;
    });
    for (int i = 1; i <= 1000; ++i) REQUIRE(ahead.next() == i);
    CHECK(made < 2000);
  }
  CHECK(maker != std::this_thread::get_id());
}

TEST_CASE("of large values few are made ahead, and all arrive") {
  std::atomic<int> made = 0;
  const auto make = [&]() -> std::optional<std::string> {
    if (made == 50) return std::nullopt;
    ++made;
    return std::string(std::size_t{1} << 20, 'x');
  };
  Ahead<std::string> ahead(make, [](const std::string& value) { return value.size(); });
  int taken = 0;
  int most_ahead = 0;
  while (ahead.next()) {
    ++taken;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    most_ahead = std::max(most_ahead, made - taken);
  }
  CHECK(taken == 50);
  CHECK(most_ahead > 0);
  CHECK(most_ahead < 8);
}

TEST_CASE("a fault in making arrives in its place, after what was made before") {
  for (const int good : {0, 1, 64, 100}) {
    CAPTURE(good);
    Ahead<std::string> ahead([good, next = 0]() mutable -> std::optional<std::string> {
      if (next == good) throw std::runtime_error("broken at " + std::to_string(next));
      return std::to_string(next++);
    });
    for (int i = 0; i < good; ++i) REQUIRE(ahead.next() == std::to_string(i));
    CHECK_THROWS_WITH(ahead.next(), "broken at " + std::to_string(good));
  }
}

TEST_CASE("nobody has to take all that is made") {
  for (const int taken : {0, 1, 500}) {
    CAPTURE(taken);
    Ahead<std::unique_ptr<int>> ahead([] { return std::optional(std::make_unique<int>(7)); });
    for (int i = 0; i < taken; ++i) CHECK(**ahead.next() == 7);
  }
}

TEST_CASE("what making wrote is seen by who has the last value") {
  long sum = 0;
  Ahead<int> ahead([&sum, next = 0]() mutable -> std::optional<int> {
    if (next == 1000) return std::nullopt;
    sum += next;
    return next++;
  });
  while (ahead.next()) {
  }
  CHECK(sum == 499'500);
}

}  // namespace minqing::base
