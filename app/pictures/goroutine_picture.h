// The goroutines as cards, in order of creation: what each is doing, what its next step is, its
// stack, its deferred calls. Cards are as high as their goroutine's highest of the run where there
// is room for that, so that none moves when another changes; else as high as what they hold.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// The height of `place` is what there is to fill; the picture may become higher.
Picture goroutine_picture(const Run& run, const Moment& moment, Rect place,
                          const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
