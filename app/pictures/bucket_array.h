// A bucket array as a grid of cards, each chain of overflow buckets below its bucket. Where a card
// stands depends on its index and on the width only. While the map grows, the old array shows how
// far evacuation is.
#pragma once

#include "app/pictures/bucket_card.h"
#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

enum class WhichArray : uint8_t { New, Old };

struct Grid {
  size_t columns = 1;
  CardSize card;

  size_t rows(size_t buckets) const { return (buckets + columns - 1) / columns; }
};

inline constexpr float kGridGap = 10;

// As many columns as the width has room for, and as there are buckets: few buckets have wide cards.
Grid grid_of(float width, size_t most_columns);

// From the top left of the place; gives the height.
float draw_bucket_array(Sketch& sketch, const Rect& place, const Grid& grid, const Run& run,
                        const Moment& moment, const trace::MapView& map, WhichArray which);
// The place of one row of cards, dashed, with a sentence, where there is no array.
float draw_no_array(Sketch& sketch, const Rect& place, const Grid& grid, std::string_view sentence);

}  // namespace hmaplab::pictures
