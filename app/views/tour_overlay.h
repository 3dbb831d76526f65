// The tour over the panels: a veil on all but the one that its card speaks of, and the card beside it.
#pragma once

#include "app/pictures/tour_picture.h"
#include "app/views/frame.h"

namespace hmaplab::views {

// `lit`: the place of the panel; an empty one lights nothing. Whether the card was clicked.
bool draw_tour(const widgets::Canvas& canvas, const pictures::Rect& window,
               const pictures::Rect& lit, const pictures::TourCard& card);

}  // namespace hmaplab::views
