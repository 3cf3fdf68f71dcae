// SPDX-License-Identifier: MIT
#include "lib/intake/gb18030_judge.hpp"

namespace minqing::intake {
namespace {

/// So many characters tell enough of a long file.
constexpr std::int64_t kEnoughCharacters = 100'000;

/// Punctuation, circled and full-width figures, and the characters of GB 2312.
bool is_common(unsigned char lead, unsigned char trail) {
  return trail >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xF7));
}

}  // namespace

void Gb18030Judge::pass(std::string_view piece) {
  for (std::size_t at = 0; at + 1 < piece.size() && all_ < kEnoughCharacters; ++at) {
    auto lead = static_cast<unsigned char>(piece[at]);
    auto trail = static_cast<unsigned char>(piece[at + 1]);
    if (lead < 0x81) continue;
    if (trail >= '0' && trail <= '9') {  // of four bytes: no other encoding looks like them
      at += 3;
      continue;
    }
    if (trail < 0x40) continue;  // no character: the decoder names the place
    ++all_;
    if (is_common(lead, trail)) ++common_;
    ++at;
  }
}

}  // namespace minqing::intake
