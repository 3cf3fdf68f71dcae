// SPDX-License-Identifier: MIT
// What a command is, as data: names, nature, options, words. Parsing, help, completion, man pages
// and both languages come from it. A command is one file `command_<name>.cpp` with one factory,
// named in command_table.cpp.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/base/word.hpp"

namespace minqing::cli {

class Context;
struct Command;

/// What a command does with the ledger.
enum class Nature { none, reads, writes, creates };

/// A closed list of values, or null. A function, so that option tables are constants.
using WordList = std::span<const base::Word> (*)();

struct Option {
  enum class Kind { flag, value, list };
  std::string_view name;    ///< "unit" for --unit
  std::string_view zh;      ///< "承办单位" for --承办单位
  std::string_view letter;  ///< "u" for -u; empty: none
  Kind kind = Kind::value;
  std::string_view metavar;  ///< "UNIT"; empty for flags
  std::string_view help_zh;
  std::string_view help_en;
  WordList words = nullptr;
};

/// What was typed, by option name; flags hold one empty value.
class Arguments {
 public:
  std::map<std::string, std::vector<std::string>, std::less<>> options;
  std::vector<std::string> words;  ///< positional
  const Command* command = nullptr;

  bool has(std::string_view name) const { return options.find(name) != options.end(); }
  std::optional<std::string> value(std::string_view name) const;
  std::vector<std::string> list(std::string_view name) const;
};

struct Command {
  std::string_view name;   ///< "follow-up", "schema check"
  std::string_view zh;     ///< "跟进", "规则 检查"
  std::string_view group;  ///< heading in the help, an identifier of kGroups
  std::string_view summary_zh;
  std::string_view summary_en;
  Nature nature = Nature::reads;
  bool office = false;         ///< carried out by minqing-office: needs workbooks, printing or
                               ///< texts of any encoding
  std::string_view arguments;  ///< "ISSUE…"; empty: takes none
  std::size_t min_words = 0;
  std::size_t max_words = 0;  ///< kAnyNumber: no limit
  std::vector<std::span<const Option>> options;
  std::string_view example;                            ///< one line in Chinese, without `minqing`
  std::string_view example_en;                         ///< in English; empty: the Chinese one
  std::function<int(Context&, const Arguments&)> run;  ///< empty: what office.hpp has

  static constexpr std::size_t kAnyNumber = 100'000;
};

/// The example in both languages.
base::Text example_of(const Command& command);
/// All options of a command, its own and the shared ones, in order.
std::vector<const Option*> all_options(const Command& command);

}  // namespace minqing::cli
