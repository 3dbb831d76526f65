#include "app/pictures/timeline_picture.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kNames = 104;
constexpr float kRuler = 19;
constexpr float kRightRoom = 17;  // for the mark of a good end
constexpr float kNarrowestStep = 3.5F;
constexpr float kWidestStep = 26;

bool ends_badly(const Run& run) { return run.ending.kind != trace::EndingKind::Fine; }

class TimelineSketch {
 public:
  TimelineSketch(Sketch& sketch, const Run& run, const Moment& moment, float width, float height)
      : sketch_(sketch),
        run_(run),
        moment_(moment),
        scale_(timeline_scale(run, moment.position, width)),
        width_(width) {
    const auto lanes = static_cast<float>(std::max<size_t>(1, run.lanes.size()));
    lane_height_ = std::clamp((height - kRuler - (scale_.shown < run.length() ? 11 : 3)) / lanes,
                              14.0F, 26.0F);
  }

  void draw() {
    sketch_.hit({scale_.left, 0, track_width(), bottom()}, {.kind = Command::Kind::Seek}, "");
    draw_lanes();
    draw_fork();
    draw_switches();
    for (uint32_t step = scale_.first; step < last(); ++step) draw_tick(step);
    draw_blame();
    draw_beats();
    draw_bookmarks();
    draw_cursor();
    draw_page();
  }

 private:
  float track_width() const { return width_ - scale_.left - kRightRoom; }
  float bottom() const { return kRuler + lane_height_ * static_cast<float>(run_.lanes.size()); }
  float lane_y(size_t lane) const {
    return kRuler + (static_cast<float>(lane) + 0.5F) * lane_height_;
  }
  uint32_t last() const { return std::min(run_.length(), scale_.first + scale_.shown); }

  void draw_lanes() {
    for (size_t lane = 0; lane < run_.lanes.size(); ++lane) {
      const float y = lane_y(lane);
      sketch_.badge({9, y}, run_.lanes[lane].person, std::min(8.0F, lane_height_ / 2 - 0.75F));
      sketch_.label({23, y - 9, kNames - 30, 18}, run_.lanes[lane].title,
                    {.style = TextStyle::CodeSmall, .color = Color::TextDim});
      sketch_.stroke(
          {.from = {scale_.left, y}, .to = {width_ - kRightRoom, y}, .color = Color::SunkenBorder});
    }
  }

  // Where this branch left the one that it came from.
  void draw_fork() {
    if (!run_.fork || *run_.fork < scale_.first || *run_.fork > last()) return;
    const float x = scale_.x_of(*run_.fork);
    sketch_.stroke({.from = {x, kRuler - 1},
                    .to = {x, bottom()},
                    .color = Color::Accent,
                    .width = 1.5F,
                    .dashed = true});
    sketch_.hit({x - 4, kRuler, 8, bottom() - kRuler}, {},
                "from here on this branch is another run");
  }

  void draw_switches() {
    for (uint32_t step = scale_.first + 1; step < last(); ++step) {
      const size_t from = run_.ticks[step - 1].lane;
      const size_t to = run_.ticks[step].lane;
      if (from == to) continue;
      const float x = scale_.x_of(step);
      sketch_.stroke({.from = {x, lane_y(from)},
                      .to = {x, lane_y(to)},
                      .color = Color::TextFaint,
                      .width = 1});
    }
  }

  void draw_tick(uint32_t step) {
    const Tick& tick = run_.ticks[step];
    const bool is_last = step + 1 == run_.length();
    const float full = std::min(lane_height_ - 7, 16.0F);
    const float height = tick.kind == TickKind::Load ? full * 0.5F : full;
    const float gap = scale_.step_width > 6 ? 2 : scale_.step_width > 4.5F ? 1.25F : 0.5F;
    const Rect rect{scale_.x_of(step) + gap / 2, lane_y(tick.lane) - height / 2,
                    scale_.step_width - gap, height};
    const bool round = tick.kind == TickKind::Sync || tick.kind == TickKind::Create;
    const bool happened = step < moment_.position;
    if (is_last && ends_badly(run_)) return draw_end(step, rect);
    sketch_.box({.rect = rect,
                 .fill = run_.lanes[tick.lane].person.color,
                 .round = round ? height / 2 : 2,
                 .opacity = happened ? 1.0F : 0.34F});
    if (step + 1 == moment_.position) {
      sketch_.box({.rect = rect.grown(std::min(1.5F, (lane_height_ - height) / 2)),
                   .border = Color::Text,
                   .round = round ? height / 2 : 3,
                   .line = 1.5F});
    }
    if (is_last) draw_fine_end(rect);
  }

  // A ring around the last step of a run that ends well.
  void draw_fine_end(const Rect& tick) {
    const float size = std::min(13.0F, lane_height_ - 2);
    const Rect ring{tick.right() + 2, tick.center().y - size / 2, size, size};
    if (ring.right() > width_) return;
    sketch_.box({.rect = ring,
                 .fill = Color::OkSoft,
                 .border = Color::Ok,
                 .round = size / 2,
                 .line = 1.5F});
    sketch_.icon(ring.grown(-size / 3), Shape::Dot, Color::Ok);
    sketch_.hit(ring, {.kind = Command::Kind::Last}, "the end: " + run_.ending.headline);
  }

  void draw_end(uint32_t step, const Rect& tick) {
    const Point center{tick.center().x, lane_y(run_.ticks[step].lane)};
    const float size = std::min(16.0F, lane_height_ - 1);
    const Rect rect{center.x - size / 2, center.y - size / 2, size, size};
    const float halo = std::min(4.0F, (lane_height_ - size) / 2);
    sketch_.box(
        {.rect = rect.grown(halo), .fill = Color::Danger, .round = size / 2, .opacity = 0.22F});
    sketch_.box({.rect = rect, .fill = Color::Danger, .round = 4});
    sketch_.icon(rect.grown(-size / 4), Shape::Cross, Color::TextOnFill);
    sketch_.hit(rect, {.kind = Command::Kind::Last},
                fmt::format("step {}: {}", step + 1, run_.ending.headline));
  }

  // From what the culprits did to the end, once it is reached.
  void draw_blame() {
    if (!moment_.at_end(run_) || !ends_badly(run_)) return;
    const uint32_t end = run_.ending.step;
    if (end < scale_.first || end >= last()) return;
    const Point to{scale_.x_of(end) + scale_.step_width / 2, lane_y(run_.ticks[end].lane)};
    for (const trace::Culprit& culprit : run_.ending.culprits) {
      if (culprit.step < scale_.first || culprit.step >= end) continue;
      const Point from{scale_.x_of(culprit.step) + scale_.step_width / 2,
                       lane_y(run_.ticks[culprit.step].lane)};
      const float high = std::min(20.0F, lane_height_ - 1);
      sketch_.box({.rect = {from.x - scale_.step_width / 2 - 1, from.y - high / 2,
                            scale_.step_width + 2, high},
                   .border = Color::Danger,
                   .round = 4,
                   .line = 2});
      if (from.y != to.y)
        sketch_.stroke(
            {.from = from, .to = to, .color = Color::Danger, .width = 1.5F, .dashed = true});
    }
  }

  void draw_beats() {
    for (size_t beat = 0; beat < run_.beats.size(); ++beat) {
      const uint32_t position = run_.beats[beat].position;
      if (position < scale_.first || position > last()) continue;
      const float x = scale_.x_of(position);
      const bool come = moment_.beat && beat <= *moment_.beat;
      sketch_.icon({x - 5, 5, 10, 9}, Shape::Triangle, come ? Color::Accent : Color::TextFaint);
      sketch_.hit({x - 7, 1, 14, 15}, {.kind = Command::Kind::Beat, .number = beat},
                  fmt::format("beat {}: {}", beat + 1, run_.beats[beat].title));
    }
  }

  // Below the triangles of the beats.
  void draw_bookmarks() {
    for (const BookmarkNote& bookmark : moment_.notes.bookmarks) {
      if (bookmark.position < scale_.first || bookmark.position > last()) continue;
      const float x = scale_.x_of(bookmark.position);
      sketch_.stroke({.from = {x, 14}, .to = {x, bottom()}, .color = Color::Accent, .dashed = true});
      sketch_.icon({x - 3, 11, 6, 6}, Shape::Dot, Color::Accent);
      sketch_.hit({x - 5, 9, 10, 10}, {.kind = Command::Kind::Seek, .number = bookmark.position},
                  "bookmark " + bookmark.name);
    }
  }

  // Which part of the run is shown, where not all of it is.
  void draw_page() {
    if (scale_.shown >= run_.length()) return;
    const float width = track_width();
    const auto share = [&](uint32_t steps) {
      return static_cast<float>(steps) / static_cast<float>(run_.length()) * width;
    };
    const float y = bottom() + 4;
    sketch_.box({.rect = {scale_.left, y, width, 4}, .fill = Color::SunkenBorder, .round = 2});
    sketch_.box(
        {.rect = {scale_.left + share(scale_.first), y, std::max(6.0F, share(scale_.shown)), 4},
         .fill = Color::TextFaint,
         .round = 2});
    sketch_.box({.rect = {scale_.left + width - 4, y - 1.5F, 7, 7},
                 .fill = ends_badly(run_) ? Color::Danger : Color::Ok,
                 .round = 3.5F});
  }

  void draw_cursor() {
    if (moment_.position < scale_.first || moment_.position > scale_.first + scale_.shown) return;
    const float x = scale_.x_of(moment_.position);
    sketch_.stroke({.from = {x, 15}, .to = {x, bottom()}, .color = Color::Text, .width = 1.5F});
    sketch_.box({.rect = {x - 3.5F, 12, 7, 7}, .fill = Color::Text, .round = 3.5F});
  }

  Sketch& sketch_;
  const Run& run_;
  const Moment& moment_;
  TimelineScale scale_;
  float width_;
  float lane_height_ = 0;
};

}  // namespace

uint32_t TimelineScale::position_at(float x) const {
  const float steps = std::round((x - left) / step_width);
  return first + static_cast<uint32_t>(std::clamp(steps, 0.0F, static_cast<float>(shown)));
}

TimelineScale timeline_scale(const Run& run, uint32_t position, float width) {
  const float track = std::max(40.0F, width - kNames - kRightRoom);
  TimelineScale scale{.first = 0, .shown = run.length(), .left = kNames, .step_width = kWidestStep};
  if (run.length() == 0) return scale;
  scale.step_width =
      std::clamp(track / static_cast<float>(run.length()), kNarrowestStep, kWidestStep);
  const auto fitting = static_cast<uint32_t>(track / scale.step_width + 0.01F);
  if (fitting >= run.length()) return scale;
  const uint32_t page = std::max(1U, fitting * 3 / 4);
  scale.first = std::min(position / page * page, run.length() - fitting);
  scale.shown = fitting;
  return scale;
}

Picture timeline_picture(const Run& run, const Moment& moment, Rect place,
                         const look::TextMeasure& measure) {
  Sketch sketch(measure, place.w);
  TimelineSketch(sketch, run, moment, place.w, place.h).draw();
  return sketch.take();
}

}  // namespace hmaplab::pictures
