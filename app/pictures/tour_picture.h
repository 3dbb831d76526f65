// The card of the first-run tour: what one panel is for, and the one key that it goes by.
#pragma once

#include <string>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

struct TourCard {
  std::string title;  // "Step by step"
  std::string text;   // a few sentences
  std::string key;    // as on a key cap: "→", "PgDn", "1 … 9"
  size_t number = 0;  // of the card, from 0
  size_t count = 1;
};

Picture tour_picture(const TourCard& card, float width, const look::TextMeasure& measure);

// Where a card of this size stands in the window: beside what it speaks of where there is room, else
// in front of its lower edge.
Rect beside(const Rect& what, float width, float height, const Rect& window);

}  // namespace hmaplab::pictures
