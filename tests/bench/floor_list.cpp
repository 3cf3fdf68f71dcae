// SPDX-License-Identifier: MIT
// floor_list LEDGER number NUMBER | unit ID: opens a ledger for reading, selects the columns of a
// list with their sealed text, by key or twenty rows of one unit, and prints the numbers.

#include "tests/bench/floor_store.hpp"

#include <cstdio>
#include <string>

namespace {

constexpr std::string_view kColumns =
    "SELECT i.number, i.state, i.round, i.registered_at, i.channel, i.nature, i.category, "
    "i.urgency, i.confidential, i.area, i.source, i.source_no, i.unit, i.handler, i.due_on, "
    "i.resolved_at, i.closed_at, i.satisfaction, t.title, t.content, t.residents "
    "FROM issue i JOIN issue_text t ON t.issue = i.id ";

/// `RS2026-00017` → 20260000017, as a ledger numbers its rows.
std::int64_t id_of(const std::string& number) {
  const std::size_t dash = number.rfind('-');
  return std::stoll(number.substr(dash - 4, 4)) * 10'000'000 + std::stoll(number.substr(dash + 1));
}

}  // namespace

int main(int argc, char** argv) {
  using minqing::bench::Query;
  using minqing::bench::Store;
  const std::string by = argc == 4 ? argv[2] : "";
  if (by != "number" && by != "unit") {
    std::fprintf(stderr, "usage: floor_list LEDGER number NUMBER | unit ID\n");
    return 2;
  }
  Store store(argv[1], Store::Access::read);
  store.execute("BEGIN");
  const bool by_number = by == "number";
  Query rows(store,
             std::string(kColumns) +
                 (by_number ? "WHERE i.id = ?1" : "WHERE i.unit = ?1 ORDER BY i.id LIMIT 20"));
  if (by_number) {
    rows.bind(1, id_of(argv[3]));
  } else {
    rows.bind(1, std::string_view(argv[3]));
  }
  while (rows.step()) {
    const std::string_view number = rows.bytes(0);
    rows.touch_row();
    std::printf("%.*s\n", static_cast<int>(number.size()), number.data());
  }
  return 0;
}
