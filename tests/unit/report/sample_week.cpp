// SPDX-License-Identifier: MIT
#include <array>

#include "tests/unit/report/sample_issues.hpp"

namespace minqing::report {

namespace {

using casework::CloseGround;
using casework::ResultKind;
using casework::Satisfaction;

std::string next_number(const std::vector<Story>& stories) {
  return fmt::format("RS2026-{:05}", 301 + stories.size());
}

/// Six matters of the water station, all settled in time and closed.
void add_water(std::vector<Story>& stories) {
  constexpr std::array kSaid = {Satisfaction::very_satisfied, Satisfaction::satisfied,
                                Satisfaction::satisfied,      Satisfaction::fairly_satisfied,
                                Satisfaction::satisfied,      Satisfaction::very_satisfied};
  for (const Satisfaction said : kSaid) {
    stories.push_back(Story(next_number(stories), "11-12")
                          .assigned("11-13", "water", "11-18")
                          .signed_for("11-13")
                          .finished("11-17", said));
  }
}

/// Six of the enforcement team: four in time and told, one late, one open.
void add_street(std::vector<Story>& stories) {
  for (int i = 0; i < 6; ++i) {
    Story story(next_number(stories), "11-11", "refuse", "complaint", "visit");
    story.assigned("11-12", "street", "11-17").signed_for("11-13");
    if (i < 4) story.resolved("11-17").checked("11-18").fed_back("11-19");
    if (i == 4) story.resolved("11-20");
    stories.push_back(std::move(story));
  }
}

/// Few matters each: in time, overdue, and handled again.
void add_small_units(std::vector<Story>& stories) {
  stories.push_back(Story(next_number(stories), "11-13", "power_supply")
                        .assigned("11-13", "power", "11-18")
                        .signed_for("11-16")
                        .finished("11-18", Satisfaction::satisfied));
  stories.push_back(Story(next_number(stories), "11-13", "power_supply")
                        .in_village("431026101201")
                        .assigned("11-13", "power", "11-18")
                        .signed_for("11-13"));
  stories.push_back(Story(next_number(stories), "11-13", "refuse")
                        .assigned("11-13", "qingxi", "11-19")
                        .signed_for("11-16")
                        .resolved("11-18")
                        .checked("11-18")
                        .fed_back("11-18")
                        .called_back("11-20", Satisfaction::dissatisfied, true, false)
                        .reopened("11-20", "qingxi", "11-25"));
}

/// Left from earlier weeks.
void add_carried_over(std::vector<Story>& stories) {
  stories.push_back(Story(next_number(stories), "10-20", "water_supply")
                        .in_village("431026101201")
                        .assigned("10-20", "water", "10-23")
                        .signed_for("10-20"));
  stories.push_back(Story(next_number(stories), "10-28", "conduct", "accusation", "visit")
                        .confidential()
                        .in_village("431026101201")
                        .assigned("10-28", "office", "11-04")
                        .signed_for("10-28"));
  stories.push_back(Story(next_number(stories), "11-02", "refuse", "complaint")
                        .assigned("11-02", "street", "11-09")
                        .signed_for("11-02"));
  stories.push_back(Story(next_number(stories), "11-04")
                        .assigned("11-04", "water", "11-11")
                        .signed_for("11-04")
                        .resolved("11-10", ResultKind::explained)
                        .checked("11-11")
                        .fed_back("11-11")
                        .unreached("11-12")
                        .unreached("11-13")
                        .unreached("11-16")
                        .closed("11-16", CloseGround::unreached));
}

/// Received in the week itself.
void add_new(std::vector<Story>& stories) {
  for (int i = 0; i < 7; ++i) {
    Story story(next_number(stories), "11-17", i < 5 ? "water_supply" : "power_supply");
    story.assigned("11-17", i < 5 ? "water" : "power", "11-24");
    if (i != 3) story.signed_for("11-18");
    if (i == 3) story.signed_for("11-20");
    stories.push_back(std::move(story));
  }
  for (int i = 0; i < 3; ++i) {
    stories.push_back(Story(next_number(stories), "11-19", "refuse", "complaint", "visit")
                          .assigned("11-20", "street", "11-27"));
  }
  stories.push_back(Story(next_number(stories), "11-20", "conduct", "inquiry")
                        .assigned("11-20", "office", "11-27")
                        .signed_for("11-20"));
  stories.push_back(Story(next_number(stories), "11-22", "water_supply", "inquiry"));
  stories.push_back(Story(next_number(stories), "11-22", "refuse", "complaint", "visit"));
  stories.push_back(Story(next_number(stories), "11-17").voided("11-18"));
  stories.push_back(Story(next_number(stories), "11-12").voided("11-18"));
}

}  // namespace

std::vector<Story> sample_week() {
  std::vector<Story> stories;
  add_water(stories);
  add_street(stories);
  add_small_units(stories);
  add_carried_over(stories);
  add_new(stories);
  return stories;
}

}  // namespace minqing::report
