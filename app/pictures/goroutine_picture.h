// The goroutines as cards, in order of creation: what each is doing, what its next step is, its
// stack, its deferred calls. All cards have the same height, so that none moves when another
// changes.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// `height` is what there is to fill: cards grow with it, within bounds, and the picture may become
// higher.
Picture goroutine_picture(const Run& run, const Moment& moment, Rect place,
                          const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
