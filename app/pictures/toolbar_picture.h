// The bar at the top: what is studied, the beats, the grain, the buttons that move, where in time,
// theme and help. Where it is narrow, less important things are left out; nothing is squeezed.
#pragma once

#include "app/look/theme.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

struct ToolbarState {
  look::ThemeName theme = look::ThemeName::Dark;
  int scale_percent = 100;
};

Picture toolbar_picture(const Run& run, const Moment& moment, const ToolbarState& state, Rect place,
                        const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
