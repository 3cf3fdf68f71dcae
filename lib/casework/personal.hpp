// SPDX-License-Identifier: MIT
// A text that may name a person. It is plain on its way in, and both plain and sealed while the
// command that brought it is carried out; every stored event and every projection holds the sealed
// form only.

#pragma once

#include <string>

namespace minqing::casework {

struct Personal {
  std::string plain;
  std::string key_id;  ///< data key that sealed it; empty while it is not sealed
  std::string sealed;  ///< nonce ‖ ciphertext ‖ tag

  bool is_sealed() const { return !key_id.empty(); }
  bool operator==(const Personal&) const = default;
};

inline Personal personal(std::string plain) { return {std::move(plain), {}, {}}; }

}  // namespace minqing::casework
