// SPDX-License-Identifier: MIT
// A QR code (ISO/IEC 18004) as a picture within the page: nothing is fetched, and it prints sharply
// at any size.

#pragma once

#include <string>
#include <string_view>

#include "lib/report/html.hpp"

namespace minqing::report {

/// What a telephone needs to put somebody into its address book.
struct ContactEntry {
  std::string name;
  std::string organisation;
  std::string post;
  std::string phone;
  std::string second_phone;
  std::string address;
  std::string note;
};
/// A vCard 3.0 (RFC 2426), which cameras and chat programs of telephones read; empty parts are left
/// out.
std::string vcard(const ContactEntry& entry);

/// With a quiet zone of four modules and error correction M. Throws base::Error (rejected) when the
/// content is too long for one code.
html::Escaped qr_code(std::string_view content);

}  // namespace minqing::report
