// SPDX-License-Identifier: MIT
#include "lib/casework/event.hpp"

#include <stdexcept>
#include <type_traits>

#include "lib/base/error.hpp"

namespace minqing::casework {

namespace {

void require_sealed(const Payload& payload) {
  auto check = [](std::string_view field, const Personal& text) {
    if (!text.is_sealed()) throw std::logic_error("unsealed personal text: " + std::string(field));
  };
  std::visit(
      [&](const auto& data) {
        // The walk serves sealing too and so wants to write; this one only looks.
        for_each_personal(const_cast<std::remove_cvref_t<decltype(data)>&>(data), check);
      },
      payload);
}

/// Fills the payload with the alternative whose kind is `kind`; false when there is none.
template <std::size_t I = 0>
bool decode_payload(std::string_view kind, std::string_view data, Payload& out) {
  if constexpr (I < std::variant_size_v<Payload>) {
    using Data = std::variant_alternative_t<I, Payload>;
    if (Data::kKind != kind) return decode_payload<I + 1>(kind, data, out);
    from_json(data, out.emplace<I>());
    return true;
  } else {
    return false;
  }
}

/// Reads the fields of a body in the order in which they stand there.
class BodyReader {
 public:
  explicit BodyReader(std::string_view bytes) : in_(bytes) {}

  Event read() {
    Event event;
    in_.begin_object();
    event.actor = (need("actor"), in_.string());
    decode((need("at"), in_), event.occurred_at);
    event.by = (need("by"), in_.string());
    // What the data mean is only known with the kind, which stands behind them.
    const std::string_view data = (need("data"), in_.skip());
    event.index = (need("i"), in_.integer());
    event.imported = in_.take_key("import");
    if (event.imported && !in_.boolean()) fail_newer("import");
    if (in_.take_key("issue")) event.issue = needed(in_.string());
    const std::string kind = (need("kind"), in_.string());
    event.count = (need("n"), in_.integer());
    decode((need("os"), in_), event.os);
    event.recorded_at = {(need("recorded_at"), in_.integer())};
    if (in_.take_key("request")) event.request = in_.string();
    event.schema = (need("schema"), in_.string());
    event.transaction = (need("tx"), in_.string());
    if ((need("v"), in_.integer()) != Event::kFormat) fail_newer("v");
    if (!in_.peek_key().empty()) fail_newer("unknown field");
    in_.end_object();
    in_.end();
    if (!decode_payload(kind, data, event.payload)) fail_newer(kind);
    return event;
  }

 private:
  void need(std::string_view name) {
    if (!in_.take_key(name)) fail_missing(in_, name);
  }
  static std::string needed(std::string issue) {
    if (issue.empty()) fail_newer("issue");
    return issue;
  }

  base::JsonReader in_;
};

/// Why bytes could not be read: a walk in order cannot tell a field of a newer format from bytes
/// out of order. Throws JsonError, or Error(version) for a later format.
void blame(std::string_view bytes) {
  if (base::parse_canonical_json(bytes).at("v").as_int() != Event::kFormat) fail_newer("v");
}

}  // namespace

std::string_view kind_of(const Payload& payload) {
  return std::visit([](const auto& data) { return data.kKind; }, payload);
}

std::string encode_body(const Event& event) {
  require_sealed(event.payload);
  base::JsonWriter out;
  Encoder field{out};
  out.begin_object();
  field("actor", event.actor);
  field("at", event.occurred_at);
  field("by", event.by);
  std::visit([&](const auto& data) { field("data", data); }, event.payload);
  field("i", event.index);
  if (event.imported) field("import", true);
  if (!event.issue.empty()) field("issue", event.issue);
  field("kind", std::string(kind_of(event.payload)));
  field("n", event.count);
  field("os", event.os);
  field("recorded_at", event.recorded_at.micros);
  field("request", event.request);
  field("schema", event.schema);
  field("tx", event.transaction);
  field("v", Event::kFormat);
  out.end_object();
  return out.take();
}

Event decode_body(std::string_view bytes) {
  try {
    return BodyReader(bytes).read();
  } catch (const base::JsonError&) {
    blame(bytes);
    throw;
  } catch (const base::Error&) {
    blame(bytes);
    throw;
  }
}

}  // namespace minqing::casework
