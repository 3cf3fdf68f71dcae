// SPDX-License-Identifier: MIT
// What ends a command. An exception ends the command; an expected fault in input is a Problem
// value that is collected and reported with the others; an assert is a programmer's mistake and
// out of reach of input. cli/main.cpp alone prints errors.

#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "lib/base/text.hpp"

namespace minqing::base {

/// Exit codes of the program. DO NOT CHANGE THESE VALUES: scripts rely on them.
enum class Exit : int {
  done = 0,
  other = 1,       ///< other error, or a check found something
  usage = 2,       ///< the command line is wrong
  rejected = 3,    ///< input rejected, nothing written
  not_found = 4,   ///< an issue, unit, file … that does not exist
  conflict = 5,    ///< needs a decision by a person
  locked = 6,      ///< another run holds the ledger
  io = 7,          ///< disk or I/O; the outcome may be unknown
  integrity = 8,   ///< the ledger does not agree with itself
  permission = 9,  ///< permission or key missing
  version = 10,    ///< ledger and program versions differ
  partly = 11      ///< import with a rejects file: good rows written, bad ones not
};

/// Where something stands in an input: file, then a sheet cell or a line and column. Empty parts
/// and zeros are unknown.
struct Place {
  std::string file;
  std::string sheet;
  std::string cell;  ///< "C18"
  std::int64_t line = 0;
  std::int64_t column = 0;

  bool operator==(const Place&) const = default;
};

/// `三月.xlsx:一组!C18`, `2026-03.csv:118`, `schema.yaml:12:5`; empty for an empty place.
std::string to_string(const Place& place);

/// An expected fault of an input: where, which field, why, and what to do about it.
struct Problem {
  Place place;
  std::string field;  ///< label or heading as the user knows it; may be empty
  Text reason;
  Text way_out;  ///< may be empty

  bool operator==(const Problem&) const = default;
};

/// One line without the way out: `place: field: reason`.
std::string to_line(const Problem& problem, Lang lang);

/// Ends the command. `message` says what is wrong, `way_out` what to do now.
class Error : public std::exception {
 public:
  Error(Exit exit, Text message, Text way_out = {});

  const char* what() const noexcept override { return message_.en.c_str(); }
  Exit exit() const { return exit_; }
  const Text& message() const { return message_; }
  const Text& way_out() const { return way_out_; }

 private:
  Exit exit_;
  Text message_;
  Text way_out_;
};

/// Input with one or more problems; nothing was written (exit 3).
class Rejected : public Error {
 public:
  explicit Rejected(std::vector<Problem> problems);
  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

/// The commit failed in a way that leaves open whether it was written (exit 7). The transaction id
/// makes repeating the command safe.
class OutcomeUnknown : public Error {
 public:
  OutcomeUnknown(Text message, std::string transaction);
  const std::string& transaction() const { return transaction_; }

 private:
  std::string transaction_;
};

}  // namespace minqing::base
