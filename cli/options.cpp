// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

namespace minqing::cli {

namespace {

constexpr base::Word kLanguages[] = {{"zh", "中文", "Chinese"}, {"en", "英文", "English"}};
constexpr base::Word kColors[] = {
    {"auto", "自动", "auto"}, {"always", "总是", "always"}, {"never", "从不", "never"}};

using Kind = Option::Kind;

std::span<const base::Word> languages() { return kLanguages; }
std::span<const base::Word> colors() { return kColors; }

constexpr Option kGlobal[] = {
    {"ledger", "台账", "L", Kind::value, "FILE",
     "台账文件，或 ssh://用户@主机/路径；否则取 MINQING_LEDGER 或设置",
     "ledger file, or ssh://user@host/path; else MINQING_LEDGER or the settings"},
    {"as", "录入人", "u", Kind::value, "PERSON",
     "谁在录入；否则取 MINQING_ACTOR、设置或登录名对应的人",
     "who types; else MINQING_ACTOR, the settings or the person of this login"},
    {"by", "经办", "", Kind::value, "PERSON", "代录时，实际由谁办的",
     "who did it, when somebody else types"},
    {"key-file", "密钥文件", "", Kind::value, "FILE", "密钥文件的位置", "where the key file is"},
    {"lang", "语言", "", Kind::value, "zh|en", "提示语言；否则按台账",
     "language of messages; else the ledger's", languages},
    {"json", "", "", Kind::flag, "", "每行一个 JSON 对象", "one JSON object per line"},
    {"dry-run", "试运行", "n", Kind::flag, "", "全部检查，显示将写入什么，不写入",
     "check everything, show what would be written, write nothing"},
    {"quiet", "安静", "q", Kind::flag, "", "只报错", "errors only"},
    {"verbose", "详细", "v", Kind::flag, "", "多说一些", "say more"},
    {"color", "颜色", "", Kind::value, "auto|always|never", "是否用颜色", "whether to use colour",
     colors},
    {"yes", "确认", "", Kind::flag, "", "一次处理多件时不再询问",
     "do not ask before touching several issues"},
    {"max", "上限", "", Kind::value, "N", "一次最多处理几件，超过就不做",
     "refuse to touch more issues than this"},
    {"help", "帮助", "h", Kind::flag, "", "显示帮助", "show help"},
    {"version", "版本", "", Kind::flag, "", "显示程序的版本", "show the version of the program"},
};

constexpr Option kWriting[] = {
    {"at", "时间", "", Kind::value, "TIME", "业务时间，如 2026-11-20 或 昨天；默认现在",
     "when it happened, such as 2026-11-20 or yesterday; default now"},
    {"key", "幂等键", "", Kind::value, "KEY", "同一个键重复执行不会写两次",
     "a second call with this key writes nothing"},
};

constexpr Option kChoosing[] = {
    {"where", "条件", "", Kind::list, "QUERY", "按查询条件选事项，如 状态:已登记",
     "choose issues by a query"},
};

}  // namespace

std::span<const Option> global_options() { return kGlobal; }
std::span<const Option> writing_options() { return kWriting; }
std::span<const Option> choosing_options() { return kChoosing; }

base::Text dashed(const Option& option) {
  const std::string_view zh = option.zh.empty() ? option.name : option.zh;
  return {"--" + std::string(zh), "--" + std::string(option.name)};
}

base::Text dashed(const Arguments& arguments, std::string_view name) {
  if (arguments.command != nullptr) {
    for (const Option* option : all_options(*arguments.command)) {
      if (option->name == name) return dashed(*option);
    }
  }
  return base::same("--" + std::string(name));
}

}  // namespace minqing::cli
