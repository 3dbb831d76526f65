// The header of a map as named cells: count, B, and each bit of flags as a chip with its name; a
// bit that is set tells who set it. These always stand on top. The lesser fields (hash0, noverflow,
// nevacuate, the pointers to the two arrays) go where there is room: below, or beside the arrays.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// A named field of the header with its value.
struct HeaderField {
  const char* name;
  std::string value;
  float value_width;  // reserved, so that nothing moves when the value changes
};

inline constexpr float kHeaderCellHeight = 20;
inline constexpr float kHeaderRowGap = 8;  // room for the badges that sit on top of cells
inline constexpr float kHeaderCellGap = 6;

// The width of the cell of a field, and the cell itself; it glows when the last step touched the
// field.
float header_cell_width(const Sketch& sketch, const HeaderField& field);
void draw_header_cell(Sketch& sketch, const Rect& cell, const Moment& moment,
                      const trace::MapView& map, const HeaderField& field);
HeaderField pointer_field(const char* name, memory::Address address, float width = 90);
HeaderField nevacuate_field(const trace::MapView& map);

// What does not stand on top. A map that shows its old array has nevacuate and oldbuckets there.
std::vector<HeaderField> lesser_fields(const trace::MapView& map, bool shows_old_array);
// Draws as many of the fields as fit, from the left, and cuts their places off; gives how many.
size_t draw_fitting_fields(Sketch& sketch, Rect& line, const Moment& moment,
                           const trace::MapView& map, std::span<const HeaderField> fields);
// Draws all fields in rows from the top of the place; gives the height.
float draw_field_rows(Sketch& sketch, const Rect& place, const Moment& moment,
                      const trace::MapView& map, std::span<const HeaderField> fields);

// count, B and flags, from the top of the place; gives the height. Where one row is too narrow the
// chips stand two by two, with count and B before them.
float draw_hmap_header(Sketch& sketch, const Rect& place, const Run& run, const Moment& moment,
                       const trace::MapView& map);

}  // namespace hmaplab::pictures
