// The hash of the key that a map operation has in hand, taken apart as the engine does it:
//
//   "home"   96 b8049bf8b86f …1000        tophash 96    bucket 0, Y of old 0
//            top byte        low B bits
//
// While the map doubles, the highest of the low bits stands apart: it alone decides between X and
// Y.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kKeySplitHeight = 20;

// In a line of that height; without a key in hand it says what would stand there.
void draw_key_split(Sketch& sketch, const Rect& line, const Run& run, const Moment& moment,
                    const trace::MapView& map);

}  // namespace hmaplab::pictures
