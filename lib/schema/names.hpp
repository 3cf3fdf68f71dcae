// SPDX-License-Identifier: MIT
// Who defines which id and spelling, and who uses it. Readers note both while they read; the check
// comes last, because a route may name a unit of a table that is read later.

#pragma once

#include "lib/base/text.hpp"
#include "lib/schema/problems.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// A set of things whose ids and spellings must not be confused with each other.
struct Scope {
  std::string id;   ///< `unit`, `choice of urgency`
  base::Text name;  ///< for messages

  bool operator<(const Scope& other) const { return id < other.id; }
};

Scope unit_scope();
Scope category_scope();
Scope nature_scope();
Scope channel_scope();
Scope area_scope();
Scope source_scope();
Scope form_scope();
Scope profile_scope();
Scope choice_scope(const std::string& field_id);

class Names {
 public:
  /// An id that must be the only one of its scope; it is a spelling of itself.
  void define(const Scope& scope, const std::string& id, Position at, Problems& problems);
  /// A word that means `id`: two ids must not share one, since matching could not tell them apart.
  void spell(const Scope& scope, const std::string& id, const std::string& word, Position at);
  /// A use of an id that has to be defined somewhere.
  void refer(const Scope& scope, const std::string& id, Position at, std::string key);

  void check(Problems& problems) const;

 private:
  struct Spelling {
    std::string id;
    std::string word;
    Position at;
  };
  struct Reference {
    Scope scope;
    std::string id;
    Position at;
    std::string key;
  };
  struct Members {
    std::map<std::string, Position, std::less<>> defined;
    std::vector<Spelling> spellings;
  };

  void check_spellings(const Members& members, Problems& problems) const;
  void check_reference(const Reference& reference, Problems& problems) const;

  std::map<Scope, Members> members_;
  std::vector<Reference> references_;
};

}  // namespace minqing::schema
