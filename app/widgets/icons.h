// The signs on buttons, on an ImGui draw list: see app/pictures/icon_parts.h.
#pragma once

#include <cstdint>

#include "app/pictures/picture.h"

struct ImDrawList;

namespace hmaplab::widgets {

// Fills the place, in pixels; `line` is the width of lines.
void paint_icon(ImDrawList& list, const pictures::Rect& place, pictures::Shape shape,
                uint32_t color, float line);

}  // namespace hmaplab::widgets
