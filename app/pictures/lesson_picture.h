// The lesson: the beat that has come, its narration, and which comes next.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

Picture lesson_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure);

// "beat 3 of 8"; empty for a program without a lesson.
std::string beat_text(const Run& run, const Moment& moment);

}  // namespace hmaplab::pictures
