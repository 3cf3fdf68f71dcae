// SPDX-License-Identifier: MIT
#include "lib/ledger/published.hpp"

#include "lib/base/digest.hpp"
#include "lib/ledger/load.hpp"

namespace minqing::ledger {

std::optional<casework::ReportPublished> find_published(Database& db, std::string_view report,
                                                        const base::Period& period) {
  Statement query = db.prepare(
      "SELECT seq FROM published_report "
      "WHERE report = ?1 AND from_on = ?2 AND to_on = ?3 ORDER BY seq DESC LIMIT 1");
  if (!query.with(report, base::to_string(period.from), base::to_string(period.to)).step()) {
    return std::nullopt;
  }
  const std::optional<StoredEvent> stored = event_at(db, query.integer(0));
  if (!stored) return std::nullopt;
  return std::get<casework::ReportPublished>(stored->event.payload);
}

std::int64_t next_report_number(Database& db, std::string_view report, int year) {
  Statement query = db.prepare(
      "SELECT coalesce(max(number), 0) + 1 FROM published_report WHERE report = ?1 AND year = ?2");
  query.with(report, year).step();
  return query.integer(0);
}

std::int64_t last_seq_until(Database& db, base::Date day, int utc_offset_minutes) {
  constexpr std::int64_t kMicrosPerDay = 86'400'000'000;
  const std::int64_t end =
      (day.days + std::int64_t{1}) * kMicrosPerDay - std::int64_t{utc_offset_minutes} * 60'000'000;
  // Order is by seq, never by time: a clock that went back must not hide later events.
  std::int64_t last = 0;
  for_each_event(db, 1, 0, [&](const StoredEvent& stored) {
    if (stored.event.recorded_at.micros < end) last = stored.seq;
  });
  return last;
}

std::string link_hex(Database& db, std::int64_t seq) {
  Statement query = db.prepare("SELECT link FROM event WHERE seq = ?1");
  return query.with(seq).step() ? base::to_hex(query.blob(0)) : std::string();
}

}  // namespace minqing::ledger
