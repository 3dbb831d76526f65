// What the speaker sees in a window of their own: the beat, its notes, what comes next, the time.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// `seconds` since the presentation began.
Picture speaker_picture(const Run& run, const Moment& moment, double seconds, float width,
                        const look::TextMeasure& measure);
// "12:05", "1:02:05"
std::string clock_text(double seconds);

}  // namespace hmaplab::pictures
