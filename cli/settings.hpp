// SPDX-License-Identifier: MIT
// Personal settings: who I am, which ledger, language. System file, user file, environment,
// options, in that order; the last one that says something wins. settings.cpp alone includes
// toml++.

#pragma once

#include <map>
#include <string>

namespace minqing::cli {

struct Settings {
  std::string ledger;
  std::string actor;
  std::string language;
  std::string key_file;
  std::map<std::string, std::string> queries;  ///< own saved queries, without @
};

/// /etc/minqing/settings.toml, then $XDG_CONFIG_HOME/minqing/settings.toml (~/.config), then
/// MINQING_LEDGER, MINQING_ACTOR and MINQING_KEY_FILE. An unknown key or a wrong type is an
/// Error(usage) with file and line.
Settings load_settings();

/// $XDG_STATE_HOME/minqing (~/.local/state/minqing); empty without a home.
std::string state_directory();

}  // namespace minqing::cli
