// A bucket array as a grid of cards, each chain of overflow buckets below its bucket. Where a card
// stands depends on its index and on the width only. While the map grows, the old array shows how
// far evacuation is.
#pragma once

#include "app/pictures/bucket_card.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

enum class WhichArray : uint8_t {
  New,
  Old,
  Former,  // that the map has let go, and an iterator still reads
};

struct Grid {
  size_t columns = 1;
  CardSize card;

  size_t rows(size_t buckets) const { return (buckets + columns - 1) / columns; }
  float height(size_t rows) const {
    return static_cast<float>(rows) * (card.height() + kGap) - kGap;
  }

  static constexpr float kGap = 8;
};

// From the top left of the place; gives the height.
float draw_bucket_array(Sketch& sketch, const Rect& place, const Grid& grid, const Run& run,
                        const Moment& moment, const trace::MapView& map, WhichArray which);
// An array that was let go: the outlines of its cards; gives the height.
float draw_ghost_array(Sketch& sketch, const Rect& place, const Grid& grid, float height,
                       const ArrayGhost& ghost);
// The place of rows of cards, dashed, with a sentence, where there is no array; gives the height.
float draw_no_array(Sketch& sketch, const Rect& place, float height, std::string_view sentence);

}  // namespace hmaplab::pictures
