// How the run died: Go's headline, the numbered chain of the steps that were necessary for it (a
// click goes to the step; the tooltip tells how a run without it ends), and why recover did not
// help.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Where the place is not high enough, steps and points are told by the tooltips alone.
Picture fatal_picture(const Run& run, const Rect& place, const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
