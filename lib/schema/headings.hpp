// SPDX-License-Identifier: MIT
// Which spreadsheet headings mean which field, which may mean several, and which are refused
// altogether (columns about persons that a ledger of issues has no business with: domain §1.8,
// §6.2).

#pragma once

#include "lib/schema/problems.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// Gathers what readers find and checks it at the end.
class Headings {
 public:
  void claim(const std::string& field, const std::string& heading, Position at);
  void decide_by_context(const std::string& heading, Position at);
  void refuse(const std::string& heading, Position at);

  bool is_claimed(std::string_view heading) const;
  void check(Problems& problems) const;

 private:
  struct Claim {
    std::string field;
    std::string heading;
    Position at;
  };
  struct Mention {
    std::string heading;
    Position at;
  };

  void check_claims(const std::vector<Claim>& claims, Problems& problems) const;
  void check_contexts(Problems& problems) const;
  void check_refused(Problems& problems) const;

  std::map<std::string, std::vector<Claim>, std::less<>> claims_;  ///< by heading key
  std::map<std::string, Mention, std::less<>> by_context_;
  std::vector<Mention> refused_;
};

}  // namespace minqing::schema
