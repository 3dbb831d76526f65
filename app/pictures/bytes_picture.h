// Memory byte by byte: a row for eight bytes, with its address, the bytes in boxes by field, and
// what the fields are. The bytes are the cells of the cards seen closer: a click selects them, and
// what was touched or selected is marked in both.
#pragma once

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// From the top left of the place; gives the height.
float draw_bytes(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
                 const trace::BytesView& bytes);

}  // namespace hmaplab::pictures
