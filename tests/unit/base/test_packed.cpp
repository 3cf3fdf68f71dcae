// SPDX-License-Identifier: MIT
// Values packed one after the other, and tables of keys searched where they lie.

#include "lib/base/key_table.hpp"
#include "lib/base/packed.hpp"

#include <catch2/catch.hpp>

namespace minqing::base {

namespace {

enum class Colour { red, green };
constexpr Colour last_of(Colour) { return Colour::green; }

struct Sample {
  std::string word;
  std::vector<std::int32_t> numbers;
  std::optional<bool> answer;
  std::map<std::string, std::string> pairs;
  Colour colour = Colour::red;
  Text text;
  Moment at;

  template <class Self, class Visit>
  static void describe(Self& self, Visit&& visit) {
    visit("word", self.word);
    visit("numbers", self.numbers);
    visit("answer", self.answer);
    visit("pairs", self.pairs);
    visit("colour", self.colour);
    visit("text", self.text);
    visit("at", self.at);
  }
  bool operator==(const Sample&) const = default;
};

template <class T>
std::string packed(const T& value) {
  std::string out;
  Packer(out).put(value);
  return out;
}

template <class T>
T unpacked(std::string_view bytes) {
  T value{};
  Unpacker in(bytes);
  in.get(value);
  in.end();
  return value;
}

}  // namespace

TEST_CASE("what is packed comes back") {
  const Sample sample{"供水",
                      {0, 1, -1, 63, 64, -65, INT32_MAX, INT32_MIN},
                      false,
                      {{"村", "热水村"}, {"", std::string(300, 'x')}},
                      Colour::green,
                      {"甲", "A"},
                      {{20000}, Moment::kUnknown}};
  CHECK(unpacked<Sample>(packed(sample)) == sample);
  CHECK(unpacked<Sample>(packed(Sample{})) == Sample{});
  CHECK(packed(Text{"同", "同"}).size() < packed(Text{"同", "异"}).size());
  CHECK(unpacked<Text>(packed(Text{"同", "同"})) == Text{"同", "同"});
  for (const std::int64_t number : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
    CHECK(unpacked<std::int64_t>(packed(number)) == number);
  }
}

TEST_CASE("bytes that do not fit are an error and never read beyond their end") {
  CHECK_THROWS_AS(unpacked<std::int32_t>(packed(std::int64_t{INT32_MAX} + 1)), PackedError);
  CHECK_THROWS_AS(unpacked<std::uint8_t>(packed(std::uint16_t{256})), PackedError);
  CHECK_THROWS_AS(unpacked<Colour>(packed(2)), PackedError);
  CHECK_THROWS_AS(unpacked<Colour>(packed(-1)), PackedError);
  CHECK_THROWS_AS(unpacked<bool>("\x02"), PackedError);
  CHECK_THROWS_AS(unpacked<std::string>("\x7f"
                                        "abc"),
                  PackedError);
  CHECK_THROWS_AS(unpacked<std::uint64_t>(std::string(11, '\xff')), PackedError);
  CHECK_THROWS_AS(unpacked<std::string>(packed(std::string("a")) + "b"), PackedError);
  CHECK_THROWS_AS(unpacked<Sample>(""), PackedError);
}

TEST_CASE("a key is found with all its places, in ascending order") {
  const std::string bytes =
      KeyTable::pack({{"热水", 3}, {"", 9}, {"热水", 1}, {"热水", 3}, {"冷水", 2}, {"a", 70000}});
  const KeyTable table(bytes);
  CHECK(table.places("热水") == std::vector<std::size_t>{1, 3});
  CHECK(table.places("冷水") == std::vector<std::size_t>{2});
  CHECK(table.places("a") == std::vector<std::size_t>{70000});
  for (const char* unknown : {"", "热", "热水村", "b"}) CHECK(table.places(unknown).empty());
  CHECK(KeyTable().places("a").empty());
  CHECK(OwnKeyTable().places("a").empty());
  OwnKeyTable own(KeyTable::Keys{{"k", 1}});
  const OwnKeyTable moved = std::move(own);
  CHECK(moved.places("k") == std::vector<std::size_t>{1});
  CHECK(OwnKeyTable(std::string(moved.bytes())).places("k") == std::vector<std::size_t>{1});
}

TEST_CASE("a damaged table of keys is an error or finds something else") {
  const std::string bytes = KeyTable::pack({{"a", 0}, {"ab", 1}, {"b", 2}});
  const auto ask = [](const std::string& damaged) {
    const KeyTable table(damaged);
    for (const char* key : {"a", "ab", "b", "c"}) table.places(key);
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    CHECK_THROWS_AS(ask(bytes.substr(0, at)), PackedError);
    for (const int other : {0x00, 0x01, 0x7f, 0xff}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(other);
      try {
        ask(changed);
      } catch (const PackedError&) {
      }
    }
  }
}

}  // namespace minqing::base
