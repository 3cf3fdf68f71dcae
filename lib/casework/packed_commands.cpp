// SPDX-License-Identifier: MIT
#include "lib/casework/packed_commands.hpp"

#include <cstring>

namespace minqing::casework {

namespace {

constexpr std::size_t kBlock = 1 << 20;

/// Appends values one after the other; Unpacker reads them in the same order.
class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  template <class T>
  void operator()(std::string_view, const T& value) {
    put(value);
  }

  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void put(T value) { out_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void put(const std::string& value) {
    put(static_cast<std::uint32_t>(value.size()));
    out_ += value;
  }
  void put(const Personal& value) {
    put(value.plain);
    put(value.key_id);
    put(value.sealed);
  }
  void put(const base::Date& value) { put(value.days); }
  void put(const base::Moment& value) {
    put(value.date);
    put(value.second);
  }
  void put(const base::Place& value) {
    put(value.file);
    put(value.sheet);
    put(value.cell);
    put(value.line);
    put(value.column);
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::map<std::string, T>& values) {
    put(static_cast<std::uint32_t>(values.size()));
    for (const auto& [key, value] : values) {
      put(key);
      put(value);
    }
  }
  template <Described T>
  void put(const T& value) {
    T::describe(value, *this);
  }

 private:
  std::string& out_;
};

class Unpacker {
 public:
  explicit Unpacker(const char* at) : at_(at) {}

  template <class T>
  void operator()(std::string_view, T& value) {
    get(value);
  }

  template <class T>
  requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void get(T& value) {
    std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
  }
  void get(std::string& value) {
    const std::uint32_t size = get_size();
    value.assign(at_, size);
    at_ += size;
  }
  void get(Personal& value) {
    get(value.plain);
    get(value.key_id);
    get(value.sealed);
  }
  void get(base::Date& value) { get(value.days); }
  void get(base::Moment& value) {
    get(value.date);
    get(value.second);
  }
  void get(base::Place& value) {
    get(value.file);
    get(value.sheet);
    get(value.cell);
    get(value.line);
    get(value.column);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool is_there = false;
    get(is_there);
    if (is_there) get(value.emplace());
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(get_size());
    for (T& value : values) get(value);
  }
  template <class T>
  void get(std::map<std::string, T>& values) {
    for (std::uint32_t left = get_size(); left > 0; --left) {
      std::string key;
      get(key);
      get(values[std::move(key)]);
    }
  }
  template <Described T>
  void get(T& value) {
    T::describe(value, *this);
  }

 private:
  std::uint32_t get_size() {
    std::uint32_t size = 0;
    get(size);
    return size;
  }

  const char* at_;
};

}  // namespace

void PackedCommands::push_back(const Command& command) {
  std::string bytes;
  Packer pack(bytes);
  pack.put(std::get<Register>(command.wish));
  pack.put(command.issue);
  pack.put(command.at);
  pack.put(command.origin);
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
  Unpacker from(blocks_[place.block].data() + place.offset);
  Command out;
  from.get(out.wish.emplace<Register>());
  from.get(out.issue);
  from.get(out.at);
  from.get(out.origin);
  return out;
}

}  // namespace minqing::casework
