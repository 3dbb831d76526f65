// The picture of a map: its header, the old array while there is one, the array, and which part of
// it is shown.
#pragma once

#include "app/pictures/map_zoom.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// `which` of moment.maps, or kAllMaps as cards; without maps the picture says what a nil map is.
// Cards take more or less height, so that all rows are in sight where that is possible.
Picture map_picture(const Run& run, const Moment& moment, size_t which, Rect place,
                    const look::TextMeasure& measure, MapZoom zoom = MapZoom::Cards);

// "m  map[string]int": the line above the picture.
std::string map_title(const trace::MapView& map);

}  // namespace hmaplab::pictures
