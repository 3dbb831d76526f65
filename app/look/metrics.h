// Sizes that recur, in units (pixels at scale 1). Whoever paints multiplies by the scale, once, at
// the end.
#pragma once

namespace hmaplab::look::metrics {

inline constexpr float kGap = 8;         // between panels
inline constexpr float kMargin = 10;     // around all panels
inline constexpr float kPadding = 12;    // inside a panel
inline constexpr float kPanelRound = 6;  // corner radius of panels
inline constexpr float kCardRound = 5;   // of cards and buttons
inline constexpr float kCellRound = 3;   // of cells
inline constexpr float kLine = 1;        // a border
inline constexpr float kThickLine = 2;   // a border that must be seen
inline constexpr float kHeadingHeight = 30;
inline constexpr float kToolbarHeight = 46;
inline constexpr float kBadge = 18;  // diameter of a goroutine's badge
inline constexpr float kButtonHeight = 30;
inline constexpr float kRowHeight = 22;  // of a cell in a bucket, of a line in a list

inline constexpr float kSmallestScale = 0.75F;
inline constexpr float kLargestScale = 3.0F;
inline constexpr float kScaleStep = 0.125F;

}  // namespace hmaplab::look::metrics
