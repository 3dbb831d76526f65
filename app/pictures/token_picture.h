// The token of a step, to be typed or photographed elsewhere: its letters in groups, and the same as a
// QR code.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Whatever the theme, the code is dark on light with a margin of four modules, as readers want it.
Picture token_picture(const std::string& token, float width, const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
