// The buttons of the census: explore or stop, and the choices of how. They flow over as many rows
// as the width asks for.
#pragma once

#include "app/pictures/census.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

// Draws them from `top` on; gives the height.
float draw_census_controls(Sketch& sketch, float top, const Census& census);

}  // namespace hmaplab::pictures
