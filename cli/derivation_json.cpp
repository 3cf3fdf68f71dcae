// SPDX-License-Identifier: MIT
#include "cli/derivation_json.hpp"

namespace minqing::cli {

namespace {

std::string_view id_of(calendar::Role role) {
  switch (role) {
    case calendar::Role::received:
      return "received";
    case calendar::Role::start:
      return "start";
    case calendar::Role::counted:
      return "counted";
    case calendar::Role::passed_over:
      return "passed_over";
    case calendar::Role::rolled_over:
      return "rolled_over";
    case calendar::Role::rolled_to:
      return "rolled_to";
  }
  return "";
}

}  // namespace

base::Json days_json(const calendar::Derivation& derivation, base::Lang lang) {
  base::Json out = base::Json::array();
  for (const calendar::Step& step : derivation.steps) {
    base::Json day = base::Json::object();
    day.set("date", to_string(step.day.date));
    day.set("role", id_of(step.role));
    if (step.number > 0) day.set("number", step.number);
    if (step.minutes > 0) day.set("minutes", step.minutes);
    day.set("text", describe(step, derivation.limit).in(lang));
    out.push(std::move(day));
  }
  return out;
}

}  // namespace minqing::cli
