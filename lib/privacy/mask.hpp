// SPDX-License-Identifier: MIT
// Masks: what is shown of a personal datum unless it is revealed. A mask cannot be undone and is no
// key: two persons may share it. Rules: domain facts §6.2 (mobile 3+4, landline area code + last 3,
// names by length, ID number 6+4, address down to the village).

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minqing::privacy {

/// 张* (two characters), 张** (three), 欧阳** (compound surname or four and more); 匿名, 某先生 and
/// the like stay as they are. Latin names keep the first letter.
std::string mask_name(std::string_view name);
/// 138****0001 · 0735-****001 · anything else with digits keeps its last three at most. Several
/// numbers in one text are masked one by one; words such as 无 or 未留 stay.
std::string mask_phone(std::string_view phone);
/// House address down to the village: 热水村3组12号 → 热水村****; without a village name all but
/// the first three characters is masked.
std::string mask_address(std::string_view address);
/// Second pass over free text: mobile and landline numbers, 15- and 18-digit ID numbers (also
/// full-width, and with blanks or hyphens inside), a name directly followed by a phone number, and
/// e-mail addresses.
std::string mask_text(std::string_view text);

/// Digits of a phone number for comparison: half width, without blanks, hyphens, brackets,
/// +86/0086; empty when there is none. `+86 138-0000-0001` → `13800000001`.
std::string normal_phone(std::string_view phone);
/// All numbers of the text: two in one cell are common. What follows the first and is too short for
/// a telephone is an extension.
std::vector<std::string> normal_phones(std::string_view text);
/// Folded name for comparison.
std::string normal_name(std::string_view name);

}  // namespace minqing::privacy
