// SPDX-License-Identifier: MIT
// Every member of a schema, stated once for writing and reading the compiled form
// (base/packed.hpp): `io(name, member)` either puts the member behind the others or takes it from
// there. The build tells the forms of different headers apart (lib/ledger/CMakeLists.txt).

#pragma once

#include "lib/schema/schema.hpp"

namespace minqing::schema {

template <class Io>
void describe(Io& io, Choice& v) {
  io("id", v.id);
  io("label", v.label);
  io("also", v.also);
}

template <class Io>
void describe(Io& io, Field& v) {
  io("id", v.id);
  io("label", v.label);
  io("type", v.type);
  io("personal", v.personal);
  io("required", v.required);
  io("extra", v.extra);
  io("headings", v.headings);
  io("choices", v.choices);
  io("pattern", v.pattern);
}

template <class Io>
void describe(Io& io, Route& v) {
  io("units", v.units);
  io("by_area", v.by_area);
  io("not_below", v.not_below);
}

template <class Io>
void describe(Io& io, Category& v) {
  io("id", v.id);
  io("parent", v.parent);
  io("label", v.label);
  io("also", v.also);
  io("route", v.route);
  io("confidential", v.confidential);
  io("evidence", v.evidence);
}

template <class Io>
void describe(Io& io, Source& v) {
  io("id", v.id);
  io("label", v.label);
  io("also", v.also);
  io("reserve", v.reserve);
}

template <class Io>
void describe(Io& io, ProfileColumn& v) {
  io("heading", v.heading);
  io("field", v.field);
  io("words", v.words);
  io("value", v.value);
}

template <class Io>
void describe(Io& io, Profile& v) {
  io("id", v.id);
  io("label", v.label);
  io("also", v.also);
  io("source", v.source);
  io("columns", v.columns);
}

template <class Io>
void describe(Io& io, Unit& v) {
  io("id", v.id);
  io("name", v.name);
  io("also", v.also);
  io("kind", v.kind);
  io("area", v.area);
}

template <class Io>
void describe(Io& io, Area& v) {
  io("code", v.code);
  io("name", v.name);
  io("parent", v.parent);
  io("level", v.level);
  io("also", v.also);
}

template <class Io>
void describe(Io& io, LimitRule& v) {
  io("nature", v.nature);
  io("urgency", v.urgency);
  io("category", v.category);
  io("handle", v.handle);
}

template <class Io>
void describe(Io& io, Extension& v) {
  io("most", v.most);
  io("times", v.times);
  io("before_due", v.before_due);
  io("not_for", v.not_for);
}

template <class Io>
void describe(Io& io, Limits& v) {
  io("sign", v.sign);
  io("first_contact", v.first_contact);
  io("rules", v.rules);
  io("handle", v.handle);
  io("warn", v.warn);
  io("extension", v.extension);
  io("return", v.returned);
  io("starts", v.starts);
  io("counting", v.counting);
}

template <class Io>
void describe(Io& io, Steps& v) {
  io("accept", v.accept);
  io("sign", v.sign);
  io("first_contact", v.first_contact);
  io("check", v.check);
  io("callback", v.callback);
}

template <class Io>
void describe(Io& io, Guards& v) {
  io("checker_not_handler", v.checker_not_handler);
  io("caller_not_handler", v.caller_not_handler);
  io("callback_attempts", v.callback_attempts);
  io("max_backdate_days", v.max_backdate_days);
  io("satisfied", v.satisfied);
}

template <class Io>
void describe(Io& io, Redo& v) {
  io("same_unit", v.same_unit);
  io("limit", v.limit);
}

template <class Io>
void describe(Io& io, Suspension& v) {
  io("review_date", v.review_date);
  io("most", v.most);
}

template <class Io>
void describe(Io& io, Requests& v) {
  io("extend", v.extend);
  io("suspend", v.suspend);
  io("return", v.returned);
  io("exclude", v.exclude);
  io("amend", v.amend);
  io("close", v.close);
}

template <class Io>
void describe(Io& io, Approvers& v) {
  io("posts", v.posts);
  io("people", v.people);
  io("units", v.units);
}

template <class Io>
void describe(Io& io, Bulletin& v) {
  io("title", v.title);
  io("mark", v.mark);
  io("issuer", v.issuer);
  io("week_start", v.week_start);
  io("top_categories", v.top_categories);
  io("fairly_weight_percent", v.fairly_weight_percent);
  io("on_time_floor", v.on_time_floor);
  io("satisfaction_floor", v.satisfaction_floor);
  io("small_number", v.small_number);
  io("next_steps", v.next_steps);
}

template <class Io>
void describe(Io& io, Purpose& v) {
  io("id", v.id);
  io("label", v.label);
  io("fields", v.fields);
}

template <class Io>
void describe(Io& io, Schema& v) {
  io("id", v.id);
  io("version", v.version);
  io("name", v.name);
  io("language", v.language);
  io("utc_offset_minutes", v.utc_offset_minutes);
  io("number_width", v.number_width);
  io("fields", v.fields);
  io("headings_by_context", v.headings_by_context);
  io("natures", v.natures);
  io("channels", v.channels);
  io("sources", v.sources);
  io("profiles", v.profiles);
  io("categories", v.categories);
  io("units", v.units);
  io("areas", v.areas);
  io("default_unit", v.default_unit);
  io("default_nature", v.default_nature);
  io("default_channel", v.default_channel);
  io("refused_headings", v.refused_headings);
  io("limits", v.limits);
  io("steps", v.steps);
  io("guards", v.guards);
  io("redo", v.redo);
  io("suspend", v.suspend);
  io("requests", v.requests);
  io("approvers", v.approvers);
  io("bulletin", v.bulletin);
  io("purposes", v.purposes);
  io("retention_months", v.retention_months);
  io("state_labels", v.state_labels);
  io("queries", v.queries);
}

}  // namespace minqing::schema
