// SPDX-License-Identifier: MIT
// The commands of an import, held as bytes: a registration takes half a kilobyte this way and
// four times as much as a Command, and a year of a town has to fit into the memory of an office
// computer. The form is of one run of the program and stored nowhere.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "lib/casework/command.hpp"

namespace minqing::casework {

class PackedCommands {
 public:
  /// A Register, or a step that an older ledger tells of; anything else throws std::logic_error.
  void push_back(const Command& command);
  std::size_t size() const { return places_.size(); }
  bool empty() const { return places_.empty(); }
  /// Made anew at each call.
  Command operator[](std::size_t index) const;
  /// About the issue that the command before it registered (kJustRegistered).
  bool follows(std::size_t index) const { return places_.at(index).follows; }
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
  struct Place {
    std::uint32_t block;
    std::uint32_t offset;
    bool follows;
  };
  std::deque<std::string> blocks_;
  std::vector<Place> places_;
};

}  // namespace minqing::casework
