// SPDX-License-Identifier: MIT
#include "lib/intake/registration.hpp"

#include <algorithm>
#include <iterator>

#include "lib/intake/draft_hints.hpp"
#include "lib/intake/registration_fields.hpp"
#include "lib/intake/row_history.hpp"

namespace minqing::intake {
namespace {

void take_given(Reading& reading) {
  for (const Given& given : reading.given()) {
    if (const TakeField take = reader_of(given.id)) {
      take(reading, given);
    } else if (given.field != nullptr && given.field->extra) {
      take_extra(reading, given);
    } else if (!reading.context().dates.of_sheet || !is_of_history(given.id)) {
      reading.not_taken.push_back(given.id);
    }
  }
}

void take_defaults(Reading& reading, std::string_view default_channel) {
  const schema::Schema& schema = reading.context().schema;
  casework::Particulars& of = reading.particulars;
  if (reading.find("nature") == nullptr) of.nature = schema.default_nature;
  if (reading.find("channel") == nullptr) {
    const schema::Choice* channel = schema.match_channel(
        default_channel.empty() ? std::string_view(schema.default_channel) : default_channel);
    // Who called the number on a card came by the card.
    const schema::Choice* by_card =
        of.card && default_channel.empty() ? schema.match_channel("联系卡") : nullptr;
    if (by_card != nullptr) channel = by_card;
    if (channel != nullptr) of.channel = channel->id;
  }
  // Without a source the sender's number stands alone, and must be the only one of its kind too.
  if (of.source_no && !of.source) of.source = "";
}

void take_whole_resident(Reading& reading) {
  casework::Resident& resident = reading.resident;
  if (!resident.name && !resident.phone && !resident.address) return;
  if (!resident.name) resident.anonymous = true;
  reading.particulars.residents.push_back(std::move(resident));
}

/// What every issue has, whatever a schema says.
void check_needed(Reading& reading) {
  const schema::Schema& schema = reading.context().schema;
  const auto lacks = [&](std::string_view id) { return reading.find(id) == nullptr; };
  if (lacks("content")) {
    reading.add_missing("content", {"请写明群众反映了什么", "say what the resident raised"});
  }
  if (lacks("category")) reading.add_missing("category", accepted(list_of(schema.categories)));
  if (lacks("nature") && reading.particulars.nature.empty()) {
    reading.add_missing("nature", accepted(list_of(schema.natures)));
  }
  if (lacks("channel") && reading.particulars.channel.empty()) {
    reading.add_missing("channel", accepted(list_of(schema.channels)));
  }
}

/// Checked above, given by the ledger, or no data; and what is typed now is registered now.
bool is_settled(std::string_view id, const DraftDates& dates) {
  constexpr std::string_view kSettled[] = {"content", "category", "nature",
                                           "channel", "number",   "row_no"};
  if (id == "registered_on") return !dates.of_sheet;
  return std::find(std::begin(kSettled), std::end(kSettled), id) != std::end(kSettled);
}

void check_required(Reading& reading) {
  const RegistrationContext& context = reading.context();
  for (const schema::Field& field : context.schema.fields) {
    if (!field.required || is_settled(field.id, context.dates)) continue;
    const bool is_ours = field.extra || reader_of(field.id) != nullptr;
    if (is_ours && reading.find(field.id) == nullptr) reading.add_missing(field.id);
  }
}

}  // namespace

RegistrationMaker::RegistrationMaker(const schema::Schema& schema, const casework::Roster& roster,
                                     const DraftDates& dates, std::string_view default_channel,
                                     std::optional<base::Lang> language)
    : schema_(schema),
      roster_(roster),
      dates_(dates),
      default_channel_(default_channel),
      language_(language.value_or(schema.language == "en" ? base::Lang::en : base::Lang::zh)) {}

DraftResult RegistrationMaker::make(const Draft& draft) {
  const RegistrationContext context{schema_, roster_, dates_, memory_, language_};
  Reading reading(context, draft);
  take_given(reading);
  take_defaults(reading, default_channel_);
  take_whole_resident(reading);
  check_needed(reading);
  check_required(reading);
  Registration made;
  if (dates_.of_sheet) made.history = history_of(reading, draft.place);
  if (!reading.problems.empty()) return {std::nullopt, std::move(reading.problems)};

  made.command.wish = casework::Register{std::move(reading.particulars), std::nullopt};
  made.command.at = reading.at;
  made.command.origin = draft.place;
  made.not_taken = std::move(reading.not_taken);
  return {std::move(made), {}};
}

}  // namespace minqing::intake
