// SPDX-License-Identifier: MIT
// Events in the words of the trade, for echoes, histories and logs. Personal text must be plain in
// the payload (unsealed by the caller); it passes the free-text mask unless `content` is revealed.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/base/text.hpp"
#include "lib/casework/event.hpp"
#include "lib/casework/roster.hpp"
#include "lib/schema/schema.hpp"

namespace minqing::cli {

struct Names {
  const casework::Roster& roster;
  const schema::Schema& schema;
  /// Personal fields that are shown as typed: name, phone, address, content; all others are masked.
  std::vector<std::string> revealed = {};
  /// Units, people and areas are called as on that day; without one, as now.
  std::optional<base::Date> day = {};

  Names of_day(base::Date date) const;
  bool reveals(std::string_view field) const;

  std::string unit(const std::string& id) const;
  std::string person(const std::string& id) const;
  std::string area(const std::string& code) const;
  base::Text category(const std::string& id) const;
  base::Text nature(const std::string& id) const;
  base::Text channel(const std::string& id) const;
  base::Text state(casework::State state) const;
};

/// `已交办`, `assigned`: what the kind of event is called.
base::Text kind_label(std::string_view kind);
/// What the event says besides its kind: `水务站 张某，2026-11-27 前（5个工作日）`.
base::Text details(const casework::Payload& payload, const Names& names);
/// A household's code (`RS-03-012`) as it is, a name or an address masked.
std::string masked_household(const std::string& plain);
/// `2026-11-27` or `2026-11-27 17:30`, with `（暂定）` when provisional.
base::Text due_text(const casework::DueBy& due);

}  // namespace minqing::cli
