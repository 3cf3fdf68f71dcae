// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <ctime>
#include <random>
#include <string>

#include "lib/base/utf8.hpp"
#include "lib/privacy/mask.hpp"

namespace minqing::privacy {
namespace {

struct MaskCase {
  std::string text;
  std::string expected;
};

}  // namespace

TEST_CASE("numbers of persons are masked in free text") {
  const MaskCase cases[] = {
      {"请拨13800000001。", "请拨138****0001。"},
      {"请拨 138-0000-0001 或 138 0000 0001", "请拨 138****0001 或 138****0001"},
      {"请拨１３８０００００００１", "请拨138****0001"},
      {"请拨+86 13800000001", "请拨138****0001"},
      {"请拨0086-138-0000-0001", "请拨138****0001"},
      {"请拨138.0000.0001", "请拨138****0001"},
      {"请拨1 3 8 0 0 0 0 0 0 0 1", "请拨138****0001"},
      {"GD13800000001", "GD138****0001"},
      {"家里0735-8220001", "家里0735-****001"},
      {"家里（0735）8220001", "家里0735-****001"},
      {"家里07358220001", "家里0735-****001"},
      {"家里010-82200001", "家里010-****001"},
      {"证号43102619900101001X。", "证号431026********001X。"},
      {"证号431026199001010011", "证号431026********0011"},
      {"证号431026 19900101 001x", "证号431026********001X"},
      {"证号431026-1990-01-01-0011", "证号431026********0011"},
      {"证号４３１０２６１９９００１０１００１Ｘ", "证号431026********001X"},
      {"证号431026900101001", "证号431026*****1001"},
      {"电话：8220001", "电话：****001"},
      {"电话号码是 82200001", "电话号码是 ****001"},
      {"联系电话（手机）：822-0001", "联系电话（手机）：****001"},
      {"手机138000000012", "手机****012"},
      {"手机1380000001", "手机****001"},
      {"有事联系8220001", "有事联系****001"},
      {"Tel: 8220001", "Tel: ****001"},
      {"电话：8220001、8220002", "电话：****001、****002"},
      {"13800000001，13900000002", "138****0001，139****0002"},
      {"13800000001 13900000002", "138****0001 139****0002"},
      {"8220001 13800000001", "8220001 138****0001"}};
  for (const MaskCase& c : cases) {
    INFO(c.text);
    CHECK(mask_text(c.text) == c.expected);
    CHECK(mask_text(mask_text(c.text)) == c.expected);
  }
}

TEST_CASE("names before numbers are masked") {
  const MaskCase cases[] = {
      {"张三13800000001", "张*138****0001"},
      {"请找张三 13800000001", "请找张* 138****0001"},
      {"联系人王小明，电话：13800000001", "联系人王**，电话：138****0001"},
      {"联系人：王小明，联系电话13800000001", "联系人：王**，联系电话138****0001"},
      {"欧阳小明（13800000001）", "欧阳**（138****0001）"},
      {"张三先生13800000001", "张*先生138****0001"},
      {"张三：0735-8220001", "张*：0735-****001"},
      {"张三，身份证号43102619900101001X", "张*，身份证号431026********001X"},
      {"张三+8613800000001", "张*138****0001"},
      {"张三13800000001、李小四13900000002", "张*138****0001、李**139****0002"},
      {"水务站13800000001", "水务站138****0001"},
      {"办公室电话13800000001", "办公室电话138****0001"},
      {"张三反映停水\n13800000001", "张三反映停水\n138****0001"}};
  for (const MaskCase& c : cases) {
    INFO(c.text);
    CHECK(mask_text(c.text) == c.expected);
  }
}

TEST_CASE("mail addresses keep their first letter") {
  const MaskCase cases[] = {{"写给zhangsan@example.com。", "写给z***@example.com。"},
                            {"13800000001@example.com", "1***@example.com"},
                            {"a.b+c@mail.example.cn, d@e.cn", "a***@mail.example.cn, d***@e.cn"},
                            {"8220001@qq.com电话13800000001", "8***@qq.com电话138****0001"},
                            {"@张三 @ a@b", "@张三 @ a@b"}};
  for (const MaskCase& c : cases) {
    INFO(c.text);
    CHECK(mask_text(c.text) == c.expected);
    CHECK(mask_text(mask_text(c.text)) == c.expected);
  }
}

TEST_CASE("ordinary numbers stay") {
  for (const char* text : {"",
                           "自来水浑浊三天了",
                           "2026-11-22",
                           "20261122",
                           "2026年11月22日 09:30",
                           "2026.11.22",
                           "11月3日-5日",
                           "RS2026-00017",
                           "GD20260315001",
                           "工单202611220000123456",
                           "工单20261122001",
                           "12345",
                           "拨打12345",
                           "拨打 12345，2026年",
                           "12319热线",
                           "400-123-4567",
                           "电话400-123-4567",
                           "热线4001234567",
                           "1500元",
                           "1234567.89元",
                           "12,345,678元",
                           "金额13800000元",
                           "共8220001元",
                           "请于20261122前",
                           "联系20261122",
                           "联系时间：2026-11-22 09:30",
                           "已联系2026-11-22",
                           "431026",
                           "431026103205",
                           "行政区划代码431026103205",
                           "3组12号",
                           "15 20 25 30 35 5",
                           "15 20 25 30 355",
                           "1380000000",
                           "138000000012",
                           "113800000001",
                           "15800000000123",
                           "1 2 3 4 5 6 7 8 9 10 11",
                           "10000000000",
                           "12000000000",
                           "0735",
                           "X",
                           "431026199013010011",
                           "991026199001010011",
                           "湘A12345",
                           "13800000001380000000138000000013800000001",
                           "电话不详",
                           "电话110",
                           "手机12345",
                           "2026-11-22 2026-11-23 2026-11-24",
                           "100.00-200.00-300.00",
                           "7×24",
                           "138****0001",
                           "8220001",
                           "82200001",
                           "经度113.6800001",
                           "坏\xff字节"}) {
    INFO(text);
    CHECK(mask_text(text) == text);
  }
}

TEST_CASE("no eleven digits of a mobile survive, however they are written") {
  std::mt19937 random(11);
  const std::string joints[] = {"", "-", " ", "  ", "\u00A0", "　", "－", "—", ".", "\u200B"};
  const std::string fronts[] = {"",     "张三", "电话：", "(", "+86",
                                "+86 ", "0086", "2026年", "A", "\n"};
  const std::string backs[] = {"",  "。",          "（儿子）", " 2026-11-22", "、0735-8220001",
                               "x", " 13900000002"};
  for (int round = 0; round < 5000; ++round) {
    const std::string& joint = joints[random() % std::size(joints)];
    std::string number = "138" + joint + "0000" + joint + "0001";
    std::string text =
        fronts[random() % std::size(fronts)] + number + backs[random() % std::size(backs)];
    std::string shown = mask_text(text);
    INFO(text << " → " << shown);
    REQUIRE(shown.find("138****0001") != std::string::npos);
    REQUIRE(shown.find("00000001") == std::string::npos);
    REQUIRE(shown.find("张三") == std::string::npos);
    REQUIRE(base::is_valid_utf8(shown));
  }
}

TEST_CASE("long and hostile texts take linear time") {
  auto repeated = [](const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += piece;
    return text;
  };
  const std::clock_t start = std::clock();
  for (const char* piece :
       {"1",     "1 ",   "1-",     "138", "0735-", "@",       "a@", "a@a.", "1@",        "电话",
        "电话1", "张三", "张三1 ", "(",   "1)",    "431026 ", "１", "\xff", "8220001、", "+86"}) {
    INFO(piece);
    std::string text = repeated(piece, 300'000);
    CHECK_FALSE(mask_text(text).empty());
    CHECK_FALSE(mask_phone(text).empty());
    CHECK_FALSE(mask_name(text).empty());
    CHECK_FALSE(mask_address(text).empty());
  }
  // Processor time, with room for sanitizers.
  CHECK(std::clock() - start < 60 * CLOCKS_PER_SEC);
}

}  // namespace minqing::privacy
