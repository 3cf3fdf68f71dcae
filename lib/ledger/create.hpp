// SPDX-License-Identifier: MIT
// Opening a new ledger (开账). The only place that creates a ledger file: a wrong path elsewhere is
// an error, never a new empty ledger.

#pragma once

#include <string>

#include "lib/base/time.hpp"
#include "lib/casework/event.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::ledger {

struct Opening {
  std::string name;           ///< 热水镇民情台账
  std::string site;           ///< prefix of numbers: 2–6 capital letters
  std::string schema_name;    ///< township
  std::string schema_text;    ///< as load_schema returned it
  std::string calendar_text;  ///< the calendar's CSV
  bool practice = false;      ///< to practise with
  std::string actor;
  casework::OsIdentity os;
};

struct Created {
  std::string ledger_id;
  std::string key_file;  ///< where the key was put
};

/// Throws Error(usage) unless it is a prefix of numbers.
void check_site(const std::string& site);
/// Throws Error(conflict) when something stands there already.
void check_free(const Location& location);
/// What create_ledger refuses before it does anything; for a dry run.
void check_opening(const Location& location, const Opening& opening);
/// Throws Error: conflict when the file exists, usage for a bad site, permission or io.
Created create_ledger(const Location& location, const Opening& opening, const base::Clock& clock);

}  // namespace minqing::ledger
