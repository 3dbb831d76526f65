#include "app/pictures/help_picture.h"

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kRow = 27;
constexpr float kLowestRow = 21;
constexpr float kKeys = 112;
constexpr float kColumn = 280;

}  // namespace

Picture help_picture(const std::vector<KeyLine>& lines, float width, float height,
                     const look::TextMeasure& measure) {
  Sketch sketch(measure, width);
  const size_t columns = width >= 2 * kColumn ? 2 : 1;
  const size_t rows = (lines.size() + columns - 1) / columns;
  const float column_width = width / static_cast<float>(columns);
  const float row_height = std::clamp(std::floor(height / static_cast<float>(rows)), kLowestRow, kRow);
  const bool is_low = row_height < kRow;
  for (size_t i = 0; i < lines.size(); ++i) {
    const Rect row{static_cast<float>(i / rows) * column_width, static_cast<float>(i % rows) * row_height,
                   column_width - 12, row_height};
    float x = row.x;
    for (const std::string& key : lines[i].keys)
      x += sketch.key_cap({x, row.y + (is_low ? 1 : 3)}, key, Color::Text) + 4;
    const float left = std::max(row.x + kKeys, x + 6);
    sketch.label({left, row.y, row.right() - left, row_height - 1}, lines[i].text,
                 {.style = is_low ? TextStyle::Small : TextStyle::Body, .color = Color::TextDim});
  }
  return sketch.take();
}

}  // namespace hmaplab::pictures
