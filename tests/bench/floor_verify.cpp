// SPDX-License-Identifier: MIT
// floor_verify LEDGER: reads every event and takes the SHA-256 of its body, with the library that
// minqing uses; prints how many there are. The link, one short digest more, is not taken.

#include "tests/bench/floor_store.hpp"

#include <nettle/sha2.h>

#include <cstdio>

int main(int argc, char** argv) {
  using minqing::bench::Query;
  using minqing::bench::Store;
  if (argc != 2) {
    std::fprintf(stderr, "usage: floor_verify LEDGER\n");
    return 2;
  }
  Store store(argv[1], Store::Access::read);
  store.execute("BEGIN");
  Query rows(store, "SELECT seq, incarnation, link, body, kind, issue, tx FROM event ORDER BY seq");
  std::int64_t events = 0;
  unsigned char all[SHA256_DIGEST_SIZE] = {};
  for (; rows.step(); ++events) {
    rows.touch_row();
    const std::string_view body = rows.bytes(3);
    unsigned char digest[SHA256_DIGEST_SIZE];
    sha256_ctx state;
    sha256_init(&state);
    sha256_update(&state, body.size(), reinterpret_cast<const unsigned char*>(body.data()));
    sha256_digest(&state, sizeof digest, digest);
    for (std::size_t i = 0; i < sizeof all; ++i) all[i] ^= digest[i];
  }
  std::printf("%lld %02x\n", static_cast<long long>(events), all[0]);
  return 0;
}
