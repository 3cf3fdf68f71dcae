// SPDX-License-Identifier: MIT
#include "lib/base/packed.hpp"
#include "lib/schema/describe.hpp"

namespace minqing::calendar {

template <class Io>
void describe(Io& io, Span& v) {
  io("from", v.from);
  io("to", v.to);
}

template <class Io>
void describe(Io& io, Rules& v) {
  io("roll", v.roll);
  io("deem_next_workday", v.deem_next_workday);
  io("hours", v.hours);
}

static void pack(base::Packer& out, const OfficeHours& hours) { out.put(hours.spans()); }

static void unpack(base::Unpacker& in, OfficeHours& hours) {
  std::vector<Span> spans;
  in.get(spans);
  auto read = OfficeHours::from_spans(std::move(spans));
  if (!read) base::Unpacker::wrong();
  hours = *std::move(read);
}

}  // namespace minqing::calendar

namespace minqing::schema {

constexpr FieldType last_of(FieldType) { return FieldType::yes_no; }
constexpr Personal last_of(Personal) { return Personal::text; }
constexpr ClockStart last_of(ClockStart) { return ClockStart::registered; }

std::string pack(const Schema& schema) {
  std::string bytes;
  base::Packer out(bytes);
  out.put(schema);
  pack_lookup(out, schema);
  return bytes;
}

Schema unpack(std::string_view bytes) {
  base::Unpacker in(bytes);
  Schema schema;
  in.get(schema);
  unpack_lookup(in, schema);
  in.end();
  return schema;
}

}  // namespace minqing::schema
