// What stands in the card of a dialog: the field of the path with what can be opened below it, and the
// field of the schedule with what is to be said of it.
#pragma once

#include "app/pictures/desk.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// As many choices are shown as there is height for, among them the chosen one.
Picture open_picture(const OpenBox& box, float width, float height, const look::TextMeasure& measure);
Picture schedule_picture(const ScheduleBox& box, float width, float height,
                         const look::TextMeasure& measure);

// "run to block", "round robin", "random", "adversarial"
const char* policy_text(schedule::PolicyKind policy);
// Whether the policy draws at random, so that a seed means something.
bool draws_at_random(schedule::PolicyKind policy);

}  // namespace hmaplab::pictures
