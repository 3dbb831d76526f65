#include "app/pictures/handout_picture.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kMargin = 40;
constexpr float kGap = 22;
constexpr float kTitle = 26;
constexpr float kFoot = 17;
constexpr float kCaption = 24;
// A unit of the window on paper: its texts come out at about 6 pt of A4.
constexpr float kCellScale = 0.64F;
constexpr float kLeastCell = 560;  // units of the window: it has a map beside the lesson then

size_t columns_of(size_t places) {
  return static_cast<size_t>(std::ceil(std::sqrt(static_cast<double>(places))));
}

}  // namespace

Sheet handout_sheet(const SheetTexts& texts, size_t places, float height,
                    const look::TextMeasure& measure) {
  Sketch sketch(measure, kSheetWidth);
  Rect rest{kMargin, kMargin, kSheetWidth - 2 * kMargin, height - 2 * kMargin};
  sketch.label(rest.cut_top(kTitle, kGap / 2), texts.title, {.style = TextStyle::Title});
  sketch.label(rest.cut_bottom(kFoot, kGap / 2), texts.foot,
               {.style = TextStyle::Small, .color = Color::TextDim});
  const size_t columns = columns_of(places);
  const size_t rows = (places + columns - 1) / columns;
  const auto part = [](float whole, size_t count) {
    const auto parts = static_cast<float>(count);
    return (whole - kGap * (parts - 1)) / parts;
  };
  const float cell_width = part(rest.w, columns);
  const float cell_height = part(rest.h, rows);
  Sheet sheet{.picture = {},
              .cells = {},
              .cell_scale = std::min(kCellScale, cell_width / kLeastCell)};
  for (size_t i = 0; i < std::min(places, texts.captions.size()); ++i) {
    Rect cell{rest.x + static_cast<float>(i % columns) * (cell_width + kGap),
              rest.y + static_cast<float>(i / columns) * (cell_height + kGap), cell_width,
              cell_height};
    sketch.label(cell.cut_top(kCaption), texts.captions[i], {.style = TextStyle::Strong});
    sheet.cells.push_back(cell);
  }
  sketch.reach(height);
  sheet.picture = sketch.take();
  return sheet;
}

}  // namespace hmaplab::pictures
