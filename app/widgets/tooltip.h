// What is told about the place under the mouse, in a box beside it.
#pragma once

#include <string>

#include "app/widgets/painter.h"

namespace hmaplab::widgets {

// Lines are separated by newlines; long ones are wrapped.
void draw_tooltip(const Canvas& canvas, const std::string& text);

}  // namespace hmaplab::widgets
