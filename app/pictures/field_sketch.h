// A text field in a dialog: a sunken box, the letters in as many rows as they take, the cursor, what is
// selected, and a line below what is wrong. Of too many rows those around the cursor are shown.
#pragma once

#include "app/pictures/sketch.h"
#include "app/pictures/text_field.h"

namespace hmaplab::pictures {

struct FieldLook {
  size_t most_rows = 1;
  size_t wrong_begin = 0;  // bytes that are underlined
  size_t wrong_end = 0;
  std::string empty_text;  // shown in an empty field
};

// From the top left of the place, as wide as it; gives the height.
float draw_field(Sketch& sketch, const Rect& place, const TextField& field, const FieldLook& look);

}  // namespace hmaplab::pictures
