// The source while it is edited: line numbers, Go's colours, the cursor, what is selected; under a
// line what is wrong in it, with its place and its code. The row of the cursor is in the focus of
// the picture.
#pragma once

#include "app/pictures/desk.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

Picture editor_picture(const Draft& draft, float width, const look::TextMeasure& measure);

// The position of the text that is nearest to a point of that picture.
size_t offset_at(const Draft& draft, float width, const look::TextMeasure& measure, Point point);

// "compiles", "2 errors", "checking", "preparing the run"
std::string state_text(const Draft& draft);

}  // namespace hmaplab::pictures
