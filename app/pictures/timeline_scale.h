// Where steps stand on the timeline. Steps are measured in units: one each, but a boring stretch
// (many steps of one actor at which nothing is bound to happen) may be folded into a few. What is
// folded depends on the run alone, so that nothing jumps while the cursor moves.
//
//   steps   0 1 2 3 … 50 51 52      units   0 1 [   folded   ] 52 …
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace hmaplab::pictures {

struct Run;

// Many steps of one actor, drawn as one box.
struct Fold {
  static constexpr uint32_t kFewest = 12;  // steps that are folded
  uint32_t first = 0;
  uint32_t count = 0;
  double units = 0;  // that it takes: fewer for each step where there are many
  double saved = 0;  // units, by the folds before it
};

// The stretches of a run that may be folded: without a beat, the end, or a step of the explanation
// in them. Costs time with the length of the run.
std::vector<Fold> folds_of(const Run& run);

// What a person has chosen to see: without it all, or as much as there is room for.
struct TimelineWindow {
  std::optional<bool> folded;       // without: where steps would be too narrow
  std::optional<float> unit_width;  // zoomed
  double first = 0;                 // unit; with a zoom
};

struct TimelineScale {
  const std::vector<Fold>* folds = nullptr;  // of the run, while they are folded
  double first = 0;                          // the first unit shown
  double shown = 0;                          // how many
  double all = 0;                            // of the run
  float left = 0;                            // where the first begins
  float step_width = 1;                      // of a unit

  double unit_of(uint32_t position) const;
  uint32_t position_of(double unit) const;  // rounded to the nearest
  float x_of(uint32_t position) const {
    return left + static_cast<float>(unit_of(position) - first) * step_width;
  }
  // The position (a number of steps made) nearest to a place.
  uint32_t position_at(float x) const;
  bool shows_all() const { return shown >= all; }
  // The positions at the edges of what is shown.
  uint32_t begin() const { return position_of(first); }
  uint32_t end() const { return position_of(first + shown); }
  // The fold that holds a step; nullptr: none.
  const Fold* fold_at(uint32_t step) const;
};

// Shows `position`, unless a person has zoomed elsewhere and it did not move since.
TimelineScale timeline_scale(const Run& run, uint32_t position, float width,
                             const TimelineWindow& window = {});

// The window after the wheel was turned at x: larger above 0, smaller below; what is under x stays.
TimelineWindow zoomed(const TimelineScale& scale, const TimelineWindow& window, float x,
                      float wheel);
// The window that shows a position again after the cursor has left it.
TimelineWindow following(const TimelineScale& scale, const TimelineWindow& window,
                         uint32_t position);

}  // namespace hmaplab::pictures
