// SPDX-License-Identifier: MIT
#include "lib/casework/event.hpp"

#include <stdexcept>

namespace minqing::casework {

namespace {

void require_sealed(Payload payload) {
  auto check = [](std::string_view field, const Personal& text) {
    if (!text.is_sealed()) throw std::logic_error("unsealed personal text: " + std::string(field));
  };
  std::visit([&](auto& data) { for_each_personal(data, check); }, payload);
}

/// Fills the payload with the alternative whose kind is `kind`; false when there is none.
template <std::size_t I = 0>
bool decode_payload(std::string_view kind, const base::Json& data, Payload& out) {
  if constexpr (I < std::variant_size_v<Payload>) {
    using Data = std::variant_alternative_t<I, Payload>;
    if (Data::kKind != kind) return decode_payload<I + 1>(kind, data, out);
    Data value;
    decode(data, value);
    out = std::move(value);
    return true;
  } else {
    return false;
  }
}

constexpr std::size_t kCertainFields = 12;  ///< of a body; three more may be there

}  // namespace

std::string_view kind_of(const Payload& payload) {
  return std::visit([](const auto& data) { return data.kKind; }, payload);
}

std::string encode_body(const Event& event) {
  require_sealed(event.payload);
  base::Json body = base::Json::object();
  body.set("actor", event.actor);
  body.set("at", encode(event.occurred_at));
  body.set("by", event.by);
  body.set("data", std::visit([](const auto& data) { return encode(data); }, event.payload));
  body.set("i", event.index);
  if (event.imported) body.set("import", true);
  if (!event.issue.empty()) body.set("issue", event.issue);
  body.set("kind", kind_of(event.payload));
  body.set("n", event.count);
  body.set("os", encode(event.os));
  body.set("recorded_at", event.recorded_at.micros);
  if (event.request) body.set("request", *event.request);
  body.set("schema", event.schema);
  body.set("tx", event.transaction);
  body.set("v", Event::kFormat);
  return body.dump();
}

Event decode_body(std::string_view bytes) {
  const base::Json body = base::parse_canonical_json(bytes);
  if (body.at("v").as_int() != Event::kFormat) fail_newer("v");
  Event event;
  event.actor = body.at("actor").as_string();
  decode(body.at("at"), event.occurred_at);
  event.by = body.at("by").as_string();
  event.index = body.at("i").as_int();
  if (const auto* imported = body.find("import")) event.imported = imported->as_bool();
  if (const auto* issue = body.find("issue")) event.issue = issue->as_string();
  event.count = body.at("n").as_int();
  decode(body.at("os"), event.os);
  event.recorded_at = {body.at("recorded_at").as_int()};
  if (const auto* request = body.find("request")) event.request = request->as_string();
  event.schema = body.at("schema").as_string();
  event.transaction = body.at("tx").as_string();
  const std::string& kind = body.at("kind").as_string();
  if (!decode_payload(kind, body.at("data"), event.payload)) fail_newer(kind);
  const std::size_t fields = kCertainFields + (event.imported ? 1 : 0) +
                             (event.issue.empty() ? 0 : 1) + (event.request ? 1 : 0);
  if (body.as_object().size() != fields) fail_newer("unknown field");
  return event;
}

}  // namespace minqing::casework
