// Store buffers: for each goroutine what it has stored and others do not see yet, oldest first; a
// click on one that can go next lets its lane put it into memory.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Of Moment::stores.
Picture stores_picture(const Run& run, const Moment& moment, float width,
                       const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
