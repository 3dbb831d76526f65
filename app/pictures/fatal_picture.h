// How the run died: Go's headline, the culprits with what they did and the source lines they stood
// on, and why.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

Picture fatal_picture(const Run& run, float width, const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
