// SPDX-License-Identifier: MIT
// Folded spellings of a schema's words, each table made at the first match that needs it: a command
// that matches nothing pays nothing, an import of 100,000 rows pays once.

#pragma once

#include <memory>

namespace minqing::schema {

/// A cache that belongs to one Schema. A copy starts empty, so that a copied and then changed
/// schema never matches by the words of the first. Safe to use from several threads.
class Lookup {
 public:
  struct Tables;

  Lookup();
  Lookup(const Lookup&);
  Lookup& operator=(const Lookup&);
  ~Lookup();

  Tables& tables() const { return *tables_; }

 private:
  std::unique_ptr<Tables> tables_;
};

}  // namespace minqing::schema
