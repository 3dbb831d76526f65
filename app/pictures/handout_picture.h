// A sheet of paper with several moments of a run: where each picture stands, what is written above it,
// and what the sheet is called. The pictures themselves are whole frames of the window, painted into the
// cells by whoever paints the sheet.
#pragma once

#include <string>
#include <vector>

#include "app/pictures/sketch.h"

namespace hmaplab::pictures {

inline constexpr float kSheetWidth = 1200;  // units, whatever the paper: so texts are as large on each
inline constexpr size_t kMostOnASheet = 16;

struct SheetTexts {
  std::string title;
  std::string foot;
  std::vector<std::string> captions;  // of each picture; at most as many as places
};

struct Sheet {
  Picture picture;          // the texts, in units of the sheet
  std::vector<Rect> cells;  // one a caption
  // Units of the sheet that a unit of the window takes in a cell: small, and yet to be read.
  float cell_scale = 1;
};

// `places`: 1 to kMostOnASheet, side by side and one below the other; what is not used stays white.
Sheet handout_sheet(const SheetTexts& texts, size_t places, float height,
                    const look::TextMeasure& measure);

}  // namespace hmaplab::pictures
