// SPDX-License-Identifier: MIT
#include "lib/casework/command.hpp"

namespace minqing::casework {

base::Json describe_command(const Command& command) {
  base::Json out = base::Json::object();
  if (command.at) out.set("at", encode(*command.at));
  out.set("issue", command.issue);
  out.set("kind", static_cast<int>(command.wish.index()));
  out.set("wish", std::visit([](const auto& wish) { return encode(wish); }, command.wish));
  return out;
}

}  // namespace minqing::casework
