#include "app/pictures/timeline_scale.h"

#include <algorithm>
#include <cmath>

#include "app/pictures/moment.h"
#include "app/pictures/timeline_picture.h"

namespace hmaplab::pictures {
namespace {

constexpr float kNarrowestStep = 3.5F;
constexpr float kWidestStep = 26;
constexpr float kWidestZoom = 90;
constexpr float kFoldBelow = 5.5F;  // steps that would be narrower are folded

// The steps that must stay apart.
std::vector<uint32_t> apart(const Run& run) {
  std::vector<uint32_t> steps = {run.length() - 1};
  const auto add = [&](uint32_t position) {  // both sides of it
    if (position > 0) steps.push_back(position - 1);
    steps.push_back(position);
  };
  for (const BeatMark& beat : run.beats) add(beat.position);
  for (const trace::Culprit& culprit : run.ending.culprits) steps.push_back(culprit.step);
  for (const session::Link& link : run.explanation.chain) steps.push_back(link.step);
  if (run.fork) add(*run.fork);
  std::sort(steps.begin(), steps.end());
  return steps;
}

}  // namespace

std::vector<Fold> folds_of(const Run& run) {
  std::vector<Fold> folds;
  if (run.length() == 0) return folds;
  const std::vector<uint32_t> steps = apart(run);
  auto next = steps.begin();
  double saved = 0;
  const auto add = [&](uint32_t first, uint32_t end) {
    if (end < first + Fold::kFewest) return;
    const double units = 3 + std::sqrt(end - first);
    folds.push_back({.first = first, .count = end - first, .units = units, .saved = saved});
    saved += folds.back().count - units;
  };
  uint32_t first = 0;
  for (uint32_t step = 0; step < run.length(); ++step) {
    while (next != steps.end() && *next < step) ++next;
    const bool is_apart = next != steps.end() && *next == step;
    const bool other = step > 0 && run.ticks[step].lane != run.ticks[step - 1].lane;
    if (!is_apart && !other) continue;
    add(first, step);
    first = is_apart ? step + 1 : step;
  }
  add(first, run.length());
  return folds;
}

const Fold* TimelineScale::fold_at(uint32_t step) const {
  if (folds == nullptr) return nullptr;
  const auto after =
      std::upper_bound(folds->begin(), folds->end(), step,
                       [](uint32_t at, const Fold& fold) { return at < fold.first; });
  if (after == folds->begin()) return nullptr;
  const Fold& fold = *(after - 1);
  return step < fold.first + fold.count ? &fold : nullptr;
}

double TimelineScale::unit_of(uint32_t position) const {
  if (folds == nullptr || folds->empty()) return position;
  const auto after =
      std::upper_bound(folds->begin(), folds->end(), position,
                       [](uint32_t at, const Fold& fold) { return at <= fold.first; });
  if (after == folds->begin()) return position;
  const Fold& fold = *(after - 1);
  const double inside = std::min<double>(position - fold.first, fold.count);
  return position - fold.saved - inside * (1 - fold.units / fold.count);
}

uint32_t TimelineScale::position_of(double unit) const {
  if (folds == nullptr || folds->empty())
    return static_cast<uint32_t>(std::max(0.0, std::round(unit)));
  const auto after =
      std::upper_bound(folds->begin(), folds->end(), unit,
                       [](double at, const Fold& fold) { return at < fold.first - fold.saved; });
  if (after == folds->begin()) return static_cast<uint32_t>(std::max(0.0, std::round(unit)));
  const Fold& fold = *(after - 1);
  const double inside = unit - (fold.first - fold.saved);
  const double steps =
      inside <= fold.units ? inside * fold.count / fold.units : inside - fold.units + fold.count;
  return static_cast<uint32_t>(std::round(fold.first + steps));
}

uint32_t TimelineScale::position_at(float x) const {
  const double unit = first + (x - left) / step_width;
  return position_of(std::clamp(unit, first, std::min(all, first + shown)));
}

TimelineScale timeline_scale(const Run& run, uint32_t position, float width,
                             const TimelineWindow& window) {
  const float track = std::max(40.0F, width - kTimelineNames - kTimelineRight);
  const auto length = static_cast<float>(run.length());
  TimelineScale scale{
      .shown = length, .all = length, .left = kTimelineNames, .step_width = kWidestStep};
  if (run.length() == 0) return scale;
  if (window.folded.value_or(track / length < kFoldBelow) && !run.folds.empty()) {
    scale.folds = &run.folds;
    scale.all = scale.unit_of(run.length());
  }
  const float fitting_width = track / static_cast<float>(scale.all);
  scale.step_width = std::clamp(window.unit_width.value_or(fitting_width), kNarrowestStep,
                                window.unit_width ? kWidestZoom : kWidestStep);
  const double fitting = std::floor(track / scale.step_width + 0.01F);
  scale.shown = std::min(fitting, scale.all);
  if (fitting >= scale.all) return scale;
  if (window.unit_width) {
    scale.first = std::clamp(window.first, 0.0, scale.all - fitting);
    return scale;
  }
  // By pages, so that ticks stay put while the cursor moves.
  const double page = std::max(1.0, std::floor(fitting * 3 / 4));
  scale.first = std::min(std::floor(scale.unit_of(position) / page) * page, scale.all - fitting);
  return scale;
}

TimelineWindow zoomed(const TimelineScale& scale, const TimelineWindow& window, float x,
                      float wheel) {
  constexpr float kPerNotch = 1.25F;
  const float width =
      std::clamp(scale.step_width * std::pow(kPerNotch, wheel), kNarrowestStep, kWidestZoom);
  TimelineWindow next = window;
  next.folded = scale.folds != nullptr;
  const double track = scale.shown * scale.step_width;
  if (wheel < 0 && width * scale.all <= track) {  // all of it has room again
    next.unit_width.reset();
    return next;
  }
  const double under = scale.first + (x - scale.left) / scale.step_width;
  next.unit_width = width;
  next.first = std::max(0.0, under - (x - scale.left) / width);
  return next;
}

TimelineWindow following(const TimelineScale& scale, const TimelineWindow& window,
                         uint32_t position) {
  TimelineWindow next = window;
  const double unit = scale.unit_of(position);
  if (!window.unit_width || (unit >= scale.first && unit <= scale.first + scale.shown)) return next;
  next.first = std::max(0.0, unit - scale.shown / 4);
  return next;
}

}  // namespace hmaplab::pictures
