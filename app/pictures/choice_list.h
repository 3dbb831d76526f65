// A list one chooses from, below the field that narrows it: as many rows as there is height for, among
// them the chosen one.
#pragma once

#include <functional>
#include <string>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

struct ChoiceList {
  size_t count = 0;
  size_t chosen = 0;
  std::string when_empty;  // said in the place of the first row when there is none
};

inline constexpr float kChoiceRow = 24;  // pixels high

// Draws the rows from `top` to `height`; `draw` draws choice `number` into a row that is inset already,
// and `command_of` is what a click on it asks for.
void draw_choices(Sketch& sketch, const ChoiceList& list, float top, float height,
                  const std::function<void(Rect row, size_t number, bool is_chosen)>& draw,
                  const std::function<Command(size_t number)>& command_of);

}  // namespace hmaplab::pictures
