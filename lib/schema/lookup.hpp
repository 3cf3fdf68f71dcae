// SPDX-License-Identifier: MIT
// Folded spellings of a schema's words, each table made at the first match that needs it: a command
// that matches nothing pays nothing, an import of 100,000 rows pays once. The compiled form brings
// them along.

#pragma once

#include "lib/base/packed.hpp"

#include <memory>

namespace minqing::schema {

struct Schema;

/// A cache that belongs to one Schema. A copy starts empty, so that a copied and then changed
/// schema never matches by the words of the first; what is moved takes it along. Safe to use from
/// several threads.
class Lookup {
 public:
  struct Tables;

  Lookup();
  Lookup(const Lookup&);
  Lookup(Lookup&&) noexcept;
  Lookup& operator=(const Lookup&);
  Lookup& operator=(Lookup&&) noexcept;
  ~Lookup();

  Tables& tables() const { return *tables_; }

 private:
  std::unique_ptr<Tables> tables_;  ///< null when moved from
};

/// All tables of a schema, and back into one that was just read.
void pack_lookup(base::Packer& out, const Schema& schema);
void unpack_lookup(base::Unpacker& in, const Schema& schema);

}  // namespace minqing::schema
