// SPDX-License-Identifier: MIT
// What every command is handed: output, clock, settings, and the ledger once it is opened. Whatever
// people name on the command line (persons, units, dates, issues) is resolved here, in one way.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "lib/base/error.hpp"
#include "lib/base/time.hpp"
#include "lib/casework/event.hpp"
#include "lib/ledger/carry_out.hpp"
#include "lib/ledger/ledger.hpp"

namespace minqing::cli {

/// Who is at work: roster ids, or `os:<login>` while the roster does not know the login.
struct Actor {
  std::string typed_by;
  std::string done_by;
};

class Context {
 public:
  Context(const Arguments& arguments, base::Clock clock);

  Output& out() { return out_; }
  base::Lang lang() const { return out_.lang; }
  const std::string& in_lang(const base::Text& text) const { return text.in(out_.lang); }
  const base::Clock& clock() const { return clock_; }
  const Settings& settings() const { return settings_; }
  const Arguments& arguments() const { return arguments_; }
  bool json() const { return arguments_.has("json"); }
  bool dry_run() const { return arguments_.has("dry-run"); }

  /// Whether an option, the environment or the settings name a ledger.
  bool knows_ledger() const;
  /// Where the ledger is; Error(usage) when nothing says so.
  ledger::Location location() const;
  /// Opens it and takes its language. A writer waits for the others here: collect input first.
  ledger::Ledger& open(ledger::Access access);
  /// The ledger that is open.
  ledger::Ledger& ledger() { return *ledger_; }
  void close();
  /// Nobody waits for us any more: ends what is going on with the ledger, which is read no further.
  void let_go();
  base::Date today();
  base::Moment now();

  Actor actor();
  casework::OsIdentity os_identity() const;

  /// Roster lookups; Error(not_found) or Error(conflict) that names the candidates.
  const casework::Person& person(const std::string& text, const std::string& within = {});
  const casework::Unit& unit(const std::string& text);

  /// `--at` and other dates; Error(usage) that lists the notations. `what` is named in the message
  /// as people know it; an option by its name.
  base::Moment moment(const base::Text& what, const std::string& text);
  base::Moment moment(const std::string& option, const std::string& text) {
    return moment(base::same("--" + option), text);
  }
  base::Date date(const base::Text& what, const std::string& text);
  base::Date date(const std::string& option, const std::string& text) {
    return date(base::same("--" + option), text);
  }

  /// Words given with an option; `-` reads standard input, or asks without echo on a terminal.
  std::string words(const std::string& option, const std::string& value);
  /// Reads or asks for every option typed as `-` now, before the ledger is opened for writing.
  void ask_beforehand();

 private:
  const Arguments& arguments_;
  base::Clock clock_;
  Output out_;
  Settings settings_;
  std::unique_ptr<ledger::Ledger> ledger_;
  base::Text label_of(const std::string& option) const;
  void tell_of_empty_roster(const std::string& recorded);
  bool stdin_used_ = false;
  bool told_of_empty_roster_ = false;
  std::map<std::string, std::string> asked_;  ///< by option, what was typed for its `-`
};

}  // namespace minqing::cli
