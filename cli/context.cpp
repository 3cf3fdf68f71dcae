// SPDX-License-Identifier: MIT
#include "cli/context.hpp"

#include "cli/ask.hpp"
#include "cli/options.hpp"
#include "lib/base/file.hpp"
#include "lib/base/os_user.hpp"
#include "lib/base/utf8.hpp"
#include "lib/intake/date_notation.hpp"
#include "lib/intake/day_words.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::uint64_t kMaxTyped = 1 << 20;
constexpr std::string_view kServiceAccount = "minqing";

/// Who asked for this: behind sudo the caller, but only for root and the service account, which
/// nobody else can be; anyone can set a variable.
std::string caller_login() {
  const std::string login = base::login_name();
  const char* caller = std::getenv("SUDO_USER");
  const bool behind_sudo = caller && *caller && (geteuid() == 0 || login == kServiceAccount);
  return behind_sudo ? caller : login;
}

template <class T>
std::string names_of(const std::vector<const T*>& candidates) {
  std::vector<std::string> names;
  for (const T* candidate : candidates)
    names.push_back(candidate->name + "(" + candidate->id + ")");
  return base::join(names, "、");
}

/// The one match, or an error with the way out.
template <class T>
const T& only(const casework::Match<T>& match, const base::Text& kind, const std::string& text,
              const std::function<std::vector<std::string>()>& known) {
  if (match.found) return *match.found;
  if (match.candidates.empty()) {
    const std::string near = base::nearest(text, known());
    throw Error(
        Exit::not_found, base::text("名册里没有{}“{}”", "the roster has no {} '{}'", kind, text),
        near.empty() ? base::text("用“名册 导入”导入名册", "bring it in with 'roster import'")
                     : base::text("是不是“{}”？", "did you mean '{}'?", near));
  }
  throw Error(
      Exit::conflict, base::text("{}“{}”不止一个", "several {} are called '{}'", kind, text),
      base::text("请用其中一个编号：{}", "use one of the ids: {}", names_of(match.candidates)));
}

}  // namespace

Context::Context(const Arguments& arguments, base::Clock clock)
    : arguments_(arguments), clock_(std::move(clock)), settings_(load_settings()) {
  out_.quiet = arguments.has("quiet");
  const std::string lang = arguments.value("lang").value_or(settings_.language);
  out_.lang = lang == "en" ? base::Lang::en : base::Lang::zh;
  const std::string color = arguments.value("color").value_or("auto");
  out_.color = color == "always" ||
               (color == "auto" && isatty(STDOUT_FILENO) && std::getenv("NO_COLOR") == nullptr);
}

bool Context::knows_ledger() const {
  return !arguments_.value("ledger").value_or(settings_.ledger).empty();
}

ledger::Location Context::location() const {
  ledger::Location location;
  location.path = arguments_.value("ledger").value_or(settings_.ledger);
  location.key_file = arguments_.value("key-file").value_or(settings_.key_file);
  location.state_dir = state_directory();
  if (location.path.empty()) {
    throw Error(
        Exit::usage, text("没有指明台账", "no ledger is named"),
        text("用 -L 文件，或设 MINQING_LEDGER，或在设置里写 ledger；新开台账用 minqing init",
             "use -L FILE, MINQING_LEDGER or the setting 'ledger'; 'minqing init' opens a new "
             "one"));
  }
  return location;
}

ledger::Ledger& Context::open(ledger::Access access) {
  ledger_.reset();  // one connection a process: closing another would drop its lock
  ledger_ = std::make_unique<ledger::Ledger>(location(), access);
  if (!arguments_.has("lang") && settings_.language.empty()) {
    out_.lang = ledger_->schema().language == "en" ? base::Lang::en : base::Lang::zh;
  }
  return *ledger_;
}

void Context::close() { ledger_.reset(); }

void Context::let_go() {
  if (ledger_) ledger_->let_go();
}

base::Moment Context::now() {
  return base::local_moment(clock_(), ledger_ ? ledger_->utc_offset_minutes() : 480);
}

base::Date Context::today() { return now().date; }

Actor Context::actor() {
  const casework::Roster& roster = ledger_->roster();
  Actor out;
  const std::string typed = arguments_.value("as").value_or(settings_.actor);
  if (!typed.empty() && roster.has_people()) {
    out.typed_by = person(typed).id;
  } else if (const casework::Person* known = roster.person_of_login(caller_login())) {
    out.typed_by = known->id;
  } else if (!roster.has_people()) {
    out.typed_by = "os:" + caller_login();
    if (arguments_.has("as") || arguments_.has("by")) tell_of_empty_roster(out.typed_by);
  } else {
    throw Error(
        Exit::usage,
        text("不知道您是谁：名册里没有登录名“{}”", "the roster does not know the login '{}'",
             caller_login()),
        text("加上 -u 姓名，或设 MINQING_ACTOR", "say who you are with -u or MINQING_ACTOR"));
  }
  const bool somebody_else = arguments_.has("by") && roster.has_people();
  out.done_by = somebody_else ? person(*arguments_.value("by")).id : out.typed_by;
  return out;
}

/// Once: an order may ask more than once who is here.
void Context::tell_of_empty_roster(const std::string& recorded) {
  if (std::exchange(told_of_empty_roster_, true)) return;
  out_.remark(text("名册里还没有人，这一次记为 {}；先用 名册 导入 建名册",
                   "the roster has no people yet: this is recorded as of {}; bring it in with "
                   "'roster import'",
                   recorded));
}

casework::OsIdentity Context::os_identity() const {
  char host[256] = "";
  gethostname(host, sizeof host - 1);
  return {static_cast<std::int64_t>(getuid()), caller_login(), host};
}

const casework::Person& Context::person(const std::string& text, const std::string& within) {
  const auto known = [&] {
    std::vector<std::string> names;
    for (const auto& entry : ledger_->roster().people()) names.push_back(entry.name);
    return names;
  };
  return only(ledger_->roster().match_person(text, within), base::text("人员", "person"), text,
              known);
}

const casework::Unit& Context::unit(const std::string& text) {
  const auto known = [&] {
    std::vector<std::string> names;
    for (const auto& entry : ledger_->roster().units()) {
      names.push_back(entry.name);
      names.insert(names.end(), entry.also.begin(), entry.also.end());
    }
    return names;
  };
  return only(ledger_->roster().match_unit(text), base::text("单位", "unit"), text, known);
}

base::Moment Context::moment(const base::Text& what, const std::string& text) {
  const std::string typed = base::to_half_width(text);
  if (auto day = intake::parse_day_word(typed, today())) return {*day};
  // 今天 08:30
  if (const std::size_t blank = typed.rfind(' '); blank != std::string::npos) {
    const auto day = intake::parse_day_word(typed.substr(0, blank), today());
    const auto time = base::parse_moment("2000-01-01 " + typed.substr(blank + 1));
    if (day && time) return {*day, time->second};
  }
  const auto value = intake::parse_date(typed, {.sheet_date = today()});
  if (value.is_moment()) return value.moment;
  throw Error(Exit::usage, base::text("{}：“{}”不是时间", "{}: '{}' is not a time", what, text),
              base::text("可以写：今天、昨天、{}；后面可以加时间，如 今天 08:30",
                         "accepted: today, yesterday, {}; with a time as in 'today 08:30'",
                         intake::accepted_dates()));
}

base::Date Context::date(const base::Text& what, const std::string& text) {
  if (auto day = intake::parse_day(base::to_half_width(text), today())) return *day;
  throw Error(Exit::usage, base::text("{}：“{}”不是日期", "{}: '{}' is not a date", what, text),
              base::text("可以写：今天、昨天、{}", "accepted: today, yesterday, {}",
                         intake::accepted_dates()));
}

std::string Context::words(const std::string& option, const std::string& value) {
  std::string out = value;
  const auto asked = asked_.find(option);
  if (value == "-" && asked != asked_.end()) {
    out = asked->second;
  } else if (value == "-") {
    if (isatty(STDIN_FILENO)) {
      out = ask_without_echo(in_lang(label_of(option)));
    } else {
      if (stdin_used_) {
        throw Error(Exit::usage,
                    text("标准输入只能用一次（{} -）", "standard input can be read once ({} -)",
                         dashed(arguments_, option)));
      }
      stdin_used_ = true;
      out = base::read_stdin(kMaxTyped);
    }
  }
  std::size_t bad = 0;
  if (!base::is_valid_utf8(out, &bad)) {
    throw Error(Exit::rejected, text("{} 第 {} 字节不是 UTF-8", "{}: byte {} is not UTF-8",
                                     dashed(arguments_, option), bad + 1));
  }
  if (out.find('\0') != std::string::npos) {
    throw Error(Exit::rejected,
                text("{} 里有空字节", "{} holds a NUL byte", dashed(arguments_, option)));
  }
  return std::string(base::trim(out));
}

/// An option as people know it; anything else is a label already.
base::Text Context::label_of(const std::string& option) const {
  if (!arguments_.command) return base::same(option);
  for (const Option* known : all_options(*arguments_.command)) {
    if (known->name == option && !known->zh.empty()) return {std::string(known->zh), option};
  }
  return base::same(option);
}

void Context::ask_beforehand() {
  const auto& words_typed = arguments_.words;  // a `-` among them stood for numbers
  if (std::find(words_typed.begin(), words_typed.end(), "-") != words_typed.end()) {
    stdin_used_ = true;
  }
  for (const auto& [option, values] : arguments_.options) {
    if (!values.empty() && values.back() == "-") asked_[option] = words(option, "-");
  }
}

}  // namespace minqing::cli
