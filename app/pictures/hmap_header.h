// The header of a map as a row of named cells: count, B, each bit of flags as a chip with its name,
// noverflow, hash0, nevacuate. A bit that is set tells who set it. The pointers to the two arrays
// stand with the arrays.
#pragma once

#include <string>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// A named field of the header with its value.
struct HeaderField {
  const char* name;
  std::string value;
  float value_width;  // constant, so that nothing moves when the value changes
};

inline constexpr float kHeaderCellHeight = 24;

// The width of the cell of a field, and the cell itself; it glows when the last step touched the
// field.
float header_cell_width(const Sketch& sketch, const HeaderField& field);
void draw_header_cell(Sketch& sketch, const Rect& cell, const Moment& moment,
                      const trace::MapView& map, const HeaderField& field);
HeaderField pointer_field(const char* name, memory::Address address, float width = 90);

// Draws into the width of the place from its top; gives the height. Without an old array in the
// picture its pointer stands here.
float draw_hmap_header(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
                       const trace::MapView& map, bool shows_old_array);

}  // namespace hmaplab::pictures
