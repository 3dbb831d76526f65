// The heap: what lives in how many bytes, a square for each object in the colour of what a
// collection would say of it, the finalizers and who runs them, and a window of objects as rows.
// What was freed stays as a ghost where it was.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Of Moment::heap; empty where nobody asked for that.
Picture heap_picture(const Run& run, const Moment& moment, float width,
                     const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
