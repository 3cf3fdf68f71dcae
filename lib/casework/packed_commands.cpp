// SPDX-License-Identifier: MIT
#include "lib/casework/packed_commands.hpp"

#include "lib/base/packed.hpp"

#include <stdexcept>
#include <utility>
#include <variant>

namespace minqing::casework {

namespace {

/// What an import can hold, by its place in this list.
using Held =
    std::variant<Register, Assign, SignFor, NoteProgress, Resolve, FeedBack, CallBack, Close>;

Held held(const Wish& wish) {
  return std::visit(
      [](const auto& one) -> Held {
        if constexpr (requires { Held(std::in_place_type<std::decay_t<decltype(one)>>, one); }) {
          return Held(std::in_place_type<std::decay_t<decltype(one)>>, one);
        } else {
          throw std::logic_error("no command of an import");
        }
      },
      wish);
}

/// Makes the alternative of that place and reads it.
template <std::size_t... places>
void read_held(base::Unpacker& in, std::size_t place, Wish& wish, std::index_sequence<places...>) {
  const auto read = [&]<std::size_t i>() {
    if (place == i) in.get(wish.emplace<std::variant_alternative_t<i, Held>>());
  };
  (read.template operator()<places>(), ...);
}

}  // namespace

void pack(base::Packer& out, const Personal& value) {
  out.put(value.plain);
  out.put(value.key_id);
  out.put(value.sealed);
}

void unpack(base::Unpacker& in, Personal& value) {
  in.get(value.plain);
  in.get(value.key_id);
  in.get(value.sealed);
}

void PackedCommands::push_back(const Command& command) {
  std::string bytes;
  base::Packer out(bytes);
  const Held wish = held(command.wish);
  out.put(static_cast<std::int64_t>(wish.index()));
  std::visit([&](const auto& one) { out.put(one); }, wish);
  out.put(command.issue);
  out.put(command.at);
  out.put(command.by);
  out.put(command.origin);
  records_.push_back(bytes);
  follows_.push_back(command.is_about_just_registered());
}

Command PackedCommands::operator[](std::size_t index) const {
  const std::string bytes = records_[index];
  base::Unpacker from(bytes);
  Command out;
  std::int64_t held = 0;
  from.get(held);
  read_held(from, static_cast<std::size_t>(held), out.wish,
            std::make_index_sequence<std::variant_size_v<Held>>{});
  from.get(out.issue);
  from.get(out.at);
  from.get(out.by);
  from.get(out.origin);
  return out;
}

std::size_t PackedCommands::registration_of(std::size_t index) const {
  while (index > 0 && follows(index)) --index;
  return index;
}

}  // namespace minqing::casework
