// SPDX-License-Identifier: MIT
// The weekly bulletin of a ledger: which week, as of which event, under which number. A paper is a
// function of the ledger up to that event, the schema, the week and the template.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "lib/report/figures.hpp"
#include "lib/report/weekly.hpp"

namespace minqing::cli {

struct BulletinRequest {
  std::string week;
  std::optional<std::string> as_of;
  std::vector<std::string> next_steps;  ///< none: those published, else the schema's
  std::string signed_by;                ///< likewise
  bool publish = false;
};

struct Bulletin {
  report::Document document;
  report::Figures figures;
  base::Period week;
  std::int64_t as_of = 0;
  std::string mark;  ///< 发文字号; empty while it has no number
  std::int64_t year = 0;
  std::int64_t number = 0;    ///< 0: none
  bool is_published = false;  ///< the number was given before
  std::string issuer;
  std::vector<std::string> next_steps;
};

/// The schema's words with `{ledger}` as the name of the ledger they are about.
std::string with_ledger_name(std::string words, const std::string& name);

/// Reads figures and head. A week that was published before comes out as it was then, unless
/// another
/// --as-of is asked for: under a number that was given there is one paper, and other words are
/// Error(conflict) with --publish, a draft without number else.
Bulletin make_bulletin(Context& context, ledger::Ledger& ledger, const BulletinRequest& request);
/// Records `report_published` with the digests; nothing when it was published before, and with
/// --dry-run. Books that do not balance are not published: Error(integrity).
void publish_bulletin(Context& context, ledger::Ledger& ledger, const Bulletin& bulletin,
                      const std::string& page, const std::string& format);

}  // namespace minqing::cli
