// A bucket array from far away: a cell for a few neighbouring buckets, filled from below as their
// slots are; a dot says that there are overflow buckets, a dashed cell that they are evacuated.
// What it costs depends on the number of cells only.
#pragma once

#include "app/pictures/bucket_array.h"

namespace hmaplab::pictures {

// From the top left of the place; gives the height. A cell leads to the cards of its buckets.
float draw_heat(Sketch& sketch, const Rect& place, const trace::MapView& map,
                const trace::DensityView& density, WhichArray which);
// "64 buckets a cell, 6.1 keys a bucket, 12 overflow buckets".
std::string heat_text(const trace::DensityView& density, WhichArray which);

}  // namespace hmaplab::pictures
