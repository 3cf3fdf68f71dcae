// SPDX-License-Identifier: MIT
// Events as lines of a history, for show and log.

#pragma once

#include <string>
#include <vector>

#include "cli/phrases.hpp"
#include "lib/base/json.hpp"
#include "lib/ledger/load.hpp"

namespace minqing::cli {

/// Fills the plain text of an event's personal fields; what was erased stays `〔已抹除〕`.
void unseal_event(ledger::Ledger& ledger, casework::Event& event);

/// The same for what a command has just brought about: only what is sealed and not plain yet.
void unseal_payload(ledger::Ledger& ledger, const std::string& issue, casework::Payload& payload);

/// An issue with its personal text plain beside the sealed form.
casework::Issue load_plain(ledger::Ledger& ledger, const std::string& number);

/// Units, people and villages are called as on the day of the event; `counts` is false for an event
/// that was undone.
/// `2026-11-16 09:00  张三  已交办  水务站，2026-11-19 前办结…`
std::string history_line(const ledger::StoredEvent& stored, const Names& names, base::Lang lang,
                         bool counts = true);
base::Json history_json(const ledger::StoredEvent& stored, const Names& names, base::Lang lang);

}  // namespace minqing::cli
