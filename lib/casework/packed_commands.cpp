// SPDX-License-Identifier: MIT
#include "lib/casework/packed_commands.hpp"

#include "lib/base/packed.hpp"

namespace minqing::casework {

namespace {

constexpr std::size_t kBlock = 1 << 20;

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
  out.put(std::get<Register>(command.wish));
  out.put(command.issue);
  out.put(command.at);
  out.put(command.origin);
  // Blocks never grow beyond what they reserved: nothing is copied, and none is held twice.
  if (blocks_.empty() || blocks_.back().size() + bytes.size() > blocks_.back().capacity()) {
    blocks_.emplace_back().reserve(std::max(kBlock, bytes.size()));
  }
  places_.push_back({static_cast<std::uint32_t>(blocks_.size() - 1),
                     static_cast<std::uint32_t>(blocks_.back().size())});
  blocks_.back() += bytes;
}

Command PackedCommands::operator[](std::size_t index) const {
  const Place place = places_.at(index);
  base::Unpacker from(std::string_view(blocks_[place.block]).substr(place.offset));
  Command out;
  from.get(out.wish.emplace<Register>());
  from.get(out.issue);
  from.get(out.at);
  from.get(out.origin);
  return out;
}

}  // namespace minqing::casework
