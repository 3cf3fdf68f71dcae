// SPDX-License-Identifier: MIT
// floor_record FILE: opens a store that floor_fill made, adds one issue with its event of 900
// bytes, commits. What `minqing record` cannot do without.

#include "tests/bench/floor_rows.hpp"

#include <cstdio>
#include <string>

int main(int argc, char** argv) {
  using minqing::bench::Store;
  if (argc != 2) {
    std::fprintf(stderr, "usage: floor_record FILE\n");
    return 2;
  }
  Store store(argv[1], Store::Access::write);
  store.execute("BEGIN IMMEDIATE");
  const std::int64_t seq = next_seq(store);
  const std::int64_t issue = next_issue(store);
  const std::string body(900, 'x');
  minqing::bench::Adder adder(store);
  adder.add_event(seq, issue, body);
  adder.add_issue(issue, seq);
  store.execute("COMMIT");
  std::printf("%lld\n", static_cast<long long>(issue));
  return 0;
}
