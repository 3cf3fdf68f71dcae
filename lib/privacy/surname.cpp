// SPDX-License-Identifier: MIT
#include "lib/privacy/surname.hpp"

namespace minqing::privacy {
namespace {

constexpr std::u32string_view kSingle =
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶"
    U"程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺"
    U"顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关"
    U"兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁"
    U"蒲房滕屈饶解牟艾尤阳穆农司卓古吉缪简车连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵"
    U"苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝谈匡鞠惠荆乐冀漆冼蔺楼厉仝"
    U"郜阚禹邸雍辜郁燕鄢劳谌奚皮粟胥";

constexpr std::u32string_view kDouble[] = {
    U"欧阳", U"上官", U"司马", U"诸葛", U"夏侯", U"皇甫", U"尉迟", U"公孙", U"慕容", U"令狐",
    U"司徒", U"司空", U"端木", U"东方", U"南宫", U"西门", U"长孙", U"宇文", U"轩辕", U"独孤",
    U"百里", U"呼延", U"闻人", U"澹台", U"公冶", U"宗政", U"濮阳", U"淳于", U"单于", U"太叔",
    U"申屠", U"钟离", U"鲜于", U"闾丘", U"亓官", U"司寇", U"赫连", U"万俟", U"拓跋", U"公羊",
    U"乐正", U"东郭", U"南门", U"羊舌", U"梁丘", U"左丘", U"东门", U"歐陽", U"諸葛"};

}  // namespace

std::size_t surname_length(std::u32string_view name) {
  for (std::u32string_view surname : kDouble) {
    if (name.starts_with(surname)) return 2;
  }
  return !name.empty() && kSingle.find(name.front()) != std::u32string_view::npos ? 1 : 0;
}

}  // namespace minqing::privacy
