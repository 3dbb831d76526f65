// The points of a line of the source, drawn below it: a row a step, made ones with a full mark, the next
// one lit, those to come with a hollow mark. A click goes behind that step.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// What of it comes into the focus of the picture.
enum class Focus : uint8_t { Nothing, NextPoint };

// From the top left of the place down, in rows as high as a line of code; gives the height.
float draw_opened_line(Sketch& sketch, const Rect& place, const OpenedLine& opened, Focus focus);

}  // namespace hmaplab::pictures
