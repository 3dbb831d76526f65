// How the run died: Go's headline, the numbered chain of the steps that were necessary for it (a
// click goes to the step; the tooltip tells how a run without it ends), and why recover did not
// help.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

Picture fatal_picture(const Run& run, float width, const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
