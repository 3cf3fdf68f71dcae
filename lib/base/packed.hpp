// SPDX-License-Identifier: MIT
// Values one after the other, without names: the quickest form to read. Whoever reads has to know
// what was written, so it is for what one build of the program keeps for itself. What a type holds
// is stated by `T::describe(value, visit)` or, beside the type, by `describe(io, value)`, and where
// that is not enough by `pack(packer, value)` and `unpack(unpacker, value)`.

#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "lib/base/error.hpp"
#include "lib/base/text.hpp"
#include "lib/base/time.hpp"

namespace minqing::base {

/// Bytes that this build did not write.
struct PackedError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Packer {
 public:
  explicit Packer(std::string& out) : out_(out) {}

  template <class T>
  void operator()(std::string_view, const T& value) {
    put(value);
  }

  /// Seven bits a byte, the lowest first; the sign stands in the lowest bit.
  template <class T>
  requires std::is_integral_v<T>
  void put(T value) {
    if constexpr (std::is_signed_v<T>) {
      const auto wide = static_cast<std::int64_t>(value);
      put_unsigned((static_cast<std::uint64_t>(wide) << 1) ^
                   static_cast<std::uint64_t>(wide >> 63));
    } else {
      put_unsigned(static_cast<std::uint64_t>(value));
    }
  }
  template <class T>
  requires std::is_enum_v<T>
  void put(T value) { put(static_cast<std::underlying_type_t<T>>(value)); }
  void put(std::string_view value) {
    put(value.size());
    out_ += value;
  }
  void put(const std::string& value) { put(std::string_view(value)); }
  void put(const Text& value) {
    // Most texts that offices write are in one language only.
    put(value.zh);
    put(value.en == value.zh);
    if (value.en != value.zh) put(value.en);
  }
  void put(const Date& value) { put(value.days); }
  void put(const Moment& value) {
    put(value.date);
    put(value.second);
  }
  void put(const Place& value) {
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
    put(values.size());
    for (const T& value : values) put(value);
  }
  template <class T>
  void put(const std::map<std::string, T>& values) {
    put(values.size());
    for (const auto& [key, value] : values) {
      put(key);
      put(value);
    }
  }
  template <class T>
  requires std::is_class_v<T>
  void put(const T& value) {
    if constexpr (requires { T::describe(value, *this); }) {
      T::describe(value, *this);
    } else if constexpr (requires { pack(*this, value); }) {
      pack(*this, value);
    } else {
      describe(*this, const_cast<T&>(value));  // is read only
    }
  }

 private:
  void put_unsigned(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }

  std::string& out_;
};

/// Reads what Packer wrote. Never reads beyond the bytes given: those that do not fit throw
/// PackedError. An enumeration is held to its values by `last_of(T)` where it is declared.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  void operator()(std::string_view, T& value) {
    get(value);
  }

  template <class T>
  requires std::is_integral_v<T>
  void get(T& value) {
    const std::uint64_t bits = get_unsigned();
    if constexpr (std::is_signed_v<T>) {
      const auto wide = static_cast<std::int64_t>((bits >> 1) ^ (~(bits & 1) + 1));
      value = static_cast<T>(wide);
      if (value != wide) wrong();
    } else {
      value = static_cast<T>(bits);
      if (value != bits) wrong();
    }
  }
  template <class T>
  requires std::is_enum_v<T>
  void get(T& value) {
    std::underlying_type_t<T> number = 0;
    get(number);
    value = static_cast<T>(number);
    if constexpr (requires { last_of(value); }) {
      if (number < 0 || value > last_of(value)) wrong();
    }
  }
  /// A view of the bytes given.
  void get(std::string_view& value) {
    const std::size_t size = get_size();
    value = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  void get(std::string& value) {
    std::string_view bytes;
    get(bytes);
    value.assign(bytes);
  }
  void get(Text& value) {
    get(value.zh);
    bool is_same = false;
    get(is_same);
    if (is_same) {
      value.en = value.zh;
    } else {
      get(value.en);
    }
  }
  void get(Date& value) { get(value.days); }
  void get(Moment& value) {
    get(value.date);
    get(value.second);
  }
  void get(Place& value) {
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
    if (is_there) {
      get(value.emplace());
    } else {
      value.reset();
    }
  }
  template <class T>
  void get(std::vector<T>& values) {
    values.resize(get_size());  // each value has a byte at least
    for (T& value : values) get(value);
  }
  template <class T>
  void get(std::map<std::string, T>& values) {
    values.clear();
    for (std::size_t left = get_size(); left > 0; --left) {
      std::string key;
      get(key);
      get(values[std::move(key)]);
    }
  }
  template <class T>
  requires std::is_class_v<T>
  void get(T& value) {
    if constexpr (requires { T::describe(value, *this); }) {
      T::describe(value, *this);
    } else if constexpr (requires { unpack(*this, value); }) {
      unpack(*this, value);
    } else {
      describe(*this, value);
    }
  }

  /// Throws PackedError when bytes are left.
  void end() const {
    if (!rest_.empty()) wrong();
  }
  [[noreturn]] static void wrong() { throw PackedError("packed bytes of another form"); }

 private:
  std::uint64_t get_unsigned() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (rest_.empty()) wrong();
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    wrong();
  }
  std::size_t get_size() {
    const std::uint64_t size = get_unsigned();
    if (size > rest_.size()) wrong();
    return static_cast<std::size_t>(size);
  }

  std::string_view rest_;
};

}  // namespace minqing::base
