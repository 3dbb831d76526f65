// What marks a place that the last step touched: a border in the colour of who did it, and its
// badge on the corner. A store has a thick border, a load a dashed one.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

void draw_touched(Sketch& sketch, const Rect& place, const Touched& touched);
// The same without a tint, for places that hold more than one thing.
void draw_touched_frame(Sketch& sketch, const Rect& place, const Touched& touched);
// A halo around what matters most.
void draw_halo(Sketch& sketch, const Rect& place, look::Color color);

// A dashed frame, where the cell is the one that somebody has selected.
void draw_selected(Sketch& sketch, const Rect& cell, bool is_selected);

}  // namespace hmaplab::pictures
