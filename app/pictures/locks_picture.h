// Channels and locks: a card for each, with what it holds, who holds it and who waits, in which
// order and since when. Where goroutines wait for each other in a circle, or nobody is left to wake
// them, that stands above all else.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Of Moment::sync; empty where nobody asked for that.
Picture locks_picture(const Run& run, const Moment& moment, float width,
                      const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
