// SPDX-License-Identifier: MIT
#include "cli/settings.hpp"

#include "lib/base/error.hpp"
#include "lib/base/file.hpp"
#include "lib/base/utf8.hpp"

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

#include <cstdlib>

namespace minqing::cli {

namespace {

using base::Error;
using base::Exit;
using base::text;

constexpr std::uint64_t kMaxBytes = 1 << 20;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// `base` from the environment, else `rest` below the home; empty without a home.
std::string user_folder(const char* variable, const char* rest) {
  const std::string given = environment(variable);
  if (!given.empty()) return given;
  const std::string home = environment("HOME");
  return home.empty() ? "" : home + rest;
}

[[noreturn]] void fail(const std::string& file, const toml::source_region& where, base::Text what) {
  throw Error(Exit::usage,
              text("{}:{}：{}", "{}:{}: {}", file, static_cast<long>(where.begin.line), what));
}

void read_key(const std::string& file, std::string_view key, const toml::node& node,
              Settings& settings) {
  if (key == "queries" && node.is_table()) {
    for (const auto& [name, query] : *node.as_table()) {
      const auto value = query.value<std::string>();
      if (!value) fail(file, query.source(), text("查询要写成文字", "a query must be text"));
      settings.queries[std::string(name.str())] = *value;
    }
    return;
  }
  std::string* target = key == "ledger"     ? &settings.ledger
                        : key == "actor"    ? &settings.actor
                        : key == "language" ? &settings.language
                        : key == "key_file" ? &settings.key_file
                                            : nullptr;
  if (!target) {
    const std::string near =
        base::nearest(key, {"ledger", "actor", "language", "key_file", "queries"});
    fail(file, node.source(),
         near.empty()
             ? text("没有设置项“{}”；可用的有：ledger、actor、language、key_file、queries",
                    "unknown setting '{}'; there are ledger, actor, language, key_file, queries",
                    key)
             : text("没有设置项“{}”；是不是“{}”？", "unknown setting '{}'; did you mean '{}'?", key,
                    near));
  }
  const auto value = node.value<std::string>();
  if (!value) fail(file, node.source(), text("“{}”要写成文字", "'{}' must be text", key));
  *target = *value;
}

void read_settings_file(const std::string& file, Settings& settings) {
  if (!base::file_exists(file)) return;
  const std::string content = base::read_file(file, kMaxBytes);
  try {
    const toml::table table = toml::parse(content);
    for (const auto& [key, node] : table) read_key(file, key.str(), node, settings);
  } catch (const toml::parse_error& error) {
    // toml++ knows English only; the line is what helps.
    throw Error(
        Exit::usage,
        text("{}:{}：看不懂这一行", "{}:{}: this line is no TOML ({})", file,
             static_cast<long>(error.source().begin.line), error.description()),
        text("每行写 名称 = \"值\"，值要加引号，如 ledger = \"台账.db\"；中文名称也要加引号",
             "write NAME = \"VALUE\" with the quotes, as in ledger = \"ledger.db\"; a name "
             "in Chinese needs quotes too"));
  }
}

}  // namespace

Settings load_settings() {
  Settings settings;
  read_settings_file("/etc/minqing/settings.toml", settings);
  const std::string folder = user_folder("XDG_CONFIG_HOME", "/.config");
  if (!folder.empty()) read_settings_file(folder + "/minqing/settings.toml", settings);
  const auto prefer = [](std::string& value, const char* name) {
    if (const std::string given = environment(name); !given.empty()) value = given;
  };
  prefer(settings.ledger, "MINQING_LEDGER");
  prefer(settings.actor, "MINQING_ACTOR");
  prefer(settings.key_file, "MINQING_KEY_FILE");
  return settings;
}

std::string state_directory() {
  const std::string folder = user_folder("XDG_STATE_HOME", "/.local/state");
  return folder.empty() ? "" : folder + "/minqing";
}

}  // namespace minqing::cli
