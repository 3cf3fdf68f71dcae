// SPDX-License-Identifier: MIT
// A ledger in a folder of its own, gone with the test. The clock of its machine is given: it starts
// on Monday 2026-11-16 at 09:00 and goes on by a minute with each order. All persons are invented.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "lib/ledger/carry_out.hpp"
#include "lib/ledger/create.hpp"
#include "lib/ledger/ledger.hpp"
#include "tests/unit/casework/story.hpp"

namespace minqing::ledger {

using casework::kChecker;
using casework::kClerk;
using casework::kHandler;
using casework::personal;

class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  ~Folder();
  std::string file(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Which rules a sample ledger has: the shipped preset, or a page of rules so that a test can look
/// at every byte.
enum class Preset { township, small };

Opening opening(Preset preset);
base::Clock clock_at(base::Instant instant);
base::Instant instant(std::string_view local_time);

class SampleLedger {
 public:
  explicit SampleLedger(Preset preset = Preset::township);

  const Location& location() const { return location_; }
  Location& location() { return location_; }
  const std::string& path() const { return location_.path; }
  const Folder& folder() const { return folder_; }
  Ledger read() const { return Ledger(location_, Access::read); }

  /// The machine's time of the next order.
  void set_clock(std::string_view local_time) { now_ = instant(local_time); }
  base::Instant tick();

  /// Opens for writing, carries out, closes.
  Outcome write(Order order);
  Outcome write(casework::Wish wish, const std::string& issue = {}, const std::string& by = kClerk);
  std::string record(casework::Register wish = casework::water_matter());
  /// Registered, handed over, signed for, worked on, resolved, checked, told.
  std::string record_fed_back(casework::ResultKind kind = casework::ResultKind::solved);

  std::int64_t events() const;

 private:
  Folder folder_;
  Location location_;
  base::Instant now_;
};

Order order_of(std::vector<casework::Command> commands, const std::string& by = kClerk);

/// The exit code with which `act` ends: done when it does not throw.
template <class Act>
base::Exit exit_of(Act act) {
  try {
    act();
  } catch (const base::Error& error) {
    return error.exit();
  }
  return base::Exit::done;
}

/// A random life of many issues, from a fixed seed: orders of several commands, imports, voids,
/// roster changes, reports. What the rules refuse is left out.
void live(SampleLedger& sample, unsigned seed, int orders);

}  // namespace minqing::ledger
