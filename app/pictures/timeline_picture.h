// The timeline: a lane for each actor, a tick for each step, lines where another takes over, the
// beats above, the cursor, the end, marked before one gets there, and the other branches below. A
// tick tells its kind by its shape: a load is low, a store is full, an act of synchronisation is
// round.
#pragma once

#include "app/pictures/sketch.h"
#include "app/pictures/timeline_scale.h"

namespace hmaplab::pictures {

inline constexpr float kTimelineNames = 104;  // of the lanes, at the left
inline constexpr float kTimelineRight = 17;   // room for the mark of a good end

Picture timeline_picture(const Run& run, const Moment& moment, Rect place,
                         const look::TextMeasure& measure, const TimelineWindow& window = {});
// The other branches in words, a line each; "" when there are none.
std::string branches_text(const Run& run);

}  // namespace hmaplab::pictures
