// The smaller parts of the picture of a map: the choice among several maps and of the zoom, and
// what stands below the arrays: iterators in words, and spare overflow buckets.
#pragma once

#include "app/pictures/map_zoom.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Instead of the number of a map: all of them, one below the other.
inline constexpr size_t kAllMaps = 1000;

// A chip for each map and one for all, when there are several; gives the height.
float draw_map_choice(Sketch& sketch, const Rect& place, const Moment& moment, size_t which);
// A button with the zoom's name, for the next one; cuts its place off the right of the line.
void draw_zoom_choice(Sketch& sketch, Rect& line, MapZoom zoom);
// "0 – 63 of 1024" with a button to either side.
void draw_window_choice(Sketch& sketch, const Rect& line, const trace::MapView& map);
// Gives the height; 0 when there is nothing to say.
float draw_below_arrays(Sketch& sketch, const Rect& place, const Run& run,
                        const trace::MapView& map);

}  // namespace hmaplab::pictures
