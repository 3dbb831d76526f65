// How the bucket arrays of a map are laid out in a place: columns, the size of cards, and how many
// rows are kept for the old array. The number of columns is a power of two and the same for both
// arrays, so that the X and the Y half of an old bucket stand in its column. Space is kept for what
// the map grows to in the run, where there is enough for rows one can read: then no card moves when it
// grows.
//
//   old 0  old 1  old 2  old 3
//     0      1      2      3      X halves
//     4      5      6      7      Y halves
#pragma once

#include "app/pictures/bucket_array.h"

namespace hmaplab::pictures {

inline constexpr float kCaptionHeight = 20;
inline constexpr float kCaptionGap = 6;  // between a caption and its array
inline constexpr float kSectionGap = 6;

struct MapLayout {
  Grid grid;
  size_t old_rows = 0;  // 0: the old array is not shown
};

// Whether the old array has a place now: while the map grows, from the beginning of a run in which it
// will, and until what was let go is no longer shown.
bool keeps_old_array(const Run& run, const Moment& moment, const trace::MapView& map);

// `place` is what there is below the header.
MapLayout map_layout(const Rect& place, const Run& run, const trace::MapView& map, bool shows_old);

}  // namespace hmaplab::pictures
