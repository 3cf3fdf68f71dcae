// SPDX-License-Identifier: MIT
// `-L ssh://user@host/ledger`: what a command line becomes on the machine that has the ledger.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace minqing::cli {

struct RemotePlace {
  std::string host;  ///< `user@host`, as ssh takes it
  std::string port;  ///< empty: ssh decides
  std::string path;  ///< `/srv/台账.db`; `~/台账.db` below the home folder there
};

bool is_remote(std::string_view ledger);
/// `ssh://user@host:22/srv/台账.db`, `ssh://host/~/台账.db`. Throws Error(usage).
RemotePlace parse_remote_place(const std::string& ledger);

/// The variable by which a command over there learns what the ledger is called here, for lines that
/// it prints for typing.
inline constexpr const char* kCalledLedger = "MINQING_CALLED_LEDGER";

/// The files that go along and come back, by their names in the folder of the command there.
struct Luggage {
  std::vector<std::string> sent;     ///< paths here of what the command reads
  std::optional<std::string> taken;  ///< path here of what it writes

  bool empty() const { return sent.empty() && !taken; }
};

/// The shell line for ssh, and the files of the command line. Throws Error(not_found) for a file
/// that is not here, Error(usage) for two of one name or what cannot go over ssh.
struct RemoteLine {
  std::string shell;
  Luggage luggage;
};
RemoteLine remote_line(const RemotePlace& place, const Command* command, Arguments arguments);

}  // namespace minqing::cli
