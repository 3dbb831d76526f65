// Narration: a little Markdown (paragraphs, **strong**, *emphasis*, `code`, lists) laid out in a
// width.
#pragma once

#include <string_view>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// From a point downwards; gives the height.
float draw_narration(Sketch& sketch, Point top_left, float width, std::string_view markdown);

}  // namespace hmaplab::pictures
