// SPDX-License-Identifier: MIT
// The papers that an office prints (文书): 交办单, 答复意见书, 公示表 … Each is a template of the
// schema's folder: markup with places, `{{诉求编号}}`, that whoever has a text editor can change.
// What the markup may hold is checked when the schema is read (form_markup.hpp, form_places.hpp),
// so that a ledger never holds a template which could not be printed.

#pragma once

#include "lib/base/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minqing::schema {

/// What must have happened to an issue before the paper says something true about it; it is also
/// what the paper is about: another assignment makes another 交办单 with a number of its own.
enum class FormNeeds {
  nothing,
  accepted,    ///< 受理: neither declined nor voided
  assigned,    ///< 交办: a unit has it, or had it until its result
  unfinished,  ///< handed to a unit that has not reported a result
  extended,    ///< 延期 of the present deadline
  resolved     ///< 办结
};

struct Form {
  std::string id;                 ///< dispatch_slip
  base::Text label;               ///< 交办单
  std::vector<std::string> also;  ///< further spellings
  std::string mark;               ///< 文号, with {year} and {number}; empty: it has none
  std::string issuer;             ///< 署名; {ledger} is the ledger's name
  FormNeeds needs = FormNeeds::nothing;
  bool list = false;                  ///< one table of many issues, not a page for each
  bool open = false;                  ///< 公示: hangs on a wall; the key is `public`
  bool card = false;                  ///< a liaison card, of an official and not of an issue
  std::vector<std::string> purposes;  ///< for which it may show who the resident is
  std::string query;                  ///< which issues, when none are named
  /// The template; its places hold ids instead of labels: `{{number}}`.
  std::string markup;
};

/// A pattern of 文号 with its year and number: `民情交〔2026〕3号`.
std::string numbered(std::string pattern, int year, std::int64_t number);

/// By id, label or further spelling; null when there is none.
const Form* find_form(const std::vector<Form>& forms, std::string_view typed);

}  // namespace minqing::schema
