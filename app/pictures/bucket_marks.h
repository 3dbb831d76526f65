// What stands at the edge of a slot: at its left who iterates there, at its right who touched it
// last, as a number and as a hatch, so that colour is not needed. A store is hatched closely, a
// load has the number only.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kMarkGutter = 14;  // at the right of each slot, where there are marks

// Whether there are several who could have touched something.
bool shows_marks(const Run& run);

struct SlotBytes {
  memory::Address tophash{}, key{}, elem{};
  uint64_t key_size = 0, elem_size = 0;
};

// The last touch of any byte of the slot, in its gutter.
void draw_last_touch(Sketch& sketch, const Rect& gutter, const Run& run, const Moment& moment,
                     const SlotBytes& slot);

// Four patterns of lines: slanted, slanted back, level, upright.
void draw_hatch(Sketch& sketch, const Rect& place, look::Color color, size_t pattern);

}  // namespace hmaplab::pictures
