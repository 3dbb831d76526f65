// The census: what all schedules do. A bar of how many interleavings end how, another one of how
// probable each end is, a row for each outcome; a click opens a schedule that leads there.
#pragma once

#include "app/pictures/census.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

Picture census_picture(const Census& census, float width, const look::TextMeasure& measure);
// While somebody predicts: what can be asked for, and nothing of what came of it.
Picture hidden_census_picture(const Census& census, float width, const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
