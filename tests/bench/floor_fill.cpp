// SPDX-License-Identifier: MIT
// floor_fill FILE ISSUES EVENTS BODY_BYTES: a store of as many issues and events as a ledger has,
// with bodies as long as its own on average, for floor_record to add to.

#include "tests/bench/floor_rows.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

/// Bytes that differ from event to event.
std::string body_of(std::int64_t seq, std::size_t length) {
  std::string body(length, ' ');
  auto state = static_cast<std::uint64_t>(seq);
  for (char& byte : body) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    byte = static_cast<char>(' ' + (state >> 33) % 95);
  }
  return body;
}

}  // namespace

int main(int argc, char** argv) {
  using minqing::bench::Adder;
  using minqing::bench::Store;
  if (argc != 5) {
    std::fprintf(stderr, "usage: floor_fill FILE ISSUES EVENTS BODY_BYTES\n");
    return 2;
  }
  const std::int64_t issues = std::atoll(argv[2]);
  const std::int64_t events = std::max<std::int64_t>(std::atoll(argv[3]), issues);
  const auto length = static_cast<std::size_t>(std::max(std::atoi(argv[4]), 32));
  Store store(argv[1], Store::Access::create);
  store.execute("BEGIN IMMEDIATE");
  create_tables(store);
  Adder adder(store);
  std::int64_t issue = 0;
  for (std::int64_t seq = 1; seq <= events; ++seq) {
    // The events of an issue lie apart, as those of weeks of work do.
    if (seq * issues / events > issue) adder.add_issue(++issue, seq);
    adder.add_event(seq, std::max<std::int64_t>(issue - seq % 7, 1), body_of(seq, length));
  }
  store.execute("COMMIT");
  return 0;
}
