// SPDX-License-Identifier: MIT
// The commands of an import, held as bytes, of which memory holds few (base/spilled_records.hpp):
// ten years of a town have to fit into an office computer. The form is of one run of the program.

#pragma once

#include <cstddef>
#include <vector>

#include "lib/base/spilled_records.hpp"
#include "lib/casework/command.hpp"

namespace minqing::casework {

class PackedCommands {
 public:
  /// A Register, or a step that an older ledger tells of; anything else throws std::logic_error.
  void push_back(const Command& command);
  std::size_t size() const { return follows_.size(); }
  bool empty() const { return follows_.empty(); }
  /// Made anew at each call. Throws Error(io) when it cannot be had any more.
  Command operator[](std::size_t index) const;
  /// About the issue that the command before it registered (kJustRegistered).
  bool follows(std::size_t index) const { return follows_.at(index); }
  /// The Register that it follows; itself when it follows none.
  std::size_t registration_of(std::size_t index) const;

  class Iterator {
   public:
    Iterator(const PackedCommands& of, std::size_t at) : of_(of), at_(at) {}
    Command operator*() const { return of_[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const PackedCommands& of_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  base::SpilledRecords records_;
  std::vector<bool> follows_;
};

}  // namespace minqing::casework
