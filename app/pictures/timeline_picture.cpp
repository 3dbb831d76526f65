#include "app/pictures/timeline_picture.h"

#include <fmt/core.h>

#include <algorithm>

#include "app/pictures/asking.h"
#include "app/pictures/order_lines.h"

namespace hmaplab::pictures {

using look::Color;
using look::TextStyle;

namespace {

constexpr float kNames = kTimelineNames;
constexpr float kRuler = 19;
constexpr float kRightRoom = kTimelineRight;
constexpr float kPage = 11;          // of what tells which part is shown
constexpr float kBranchRow = 15;     // of another branch
constexpr size_t kMostBranches = 3;  // that are drawn

bool ends_badly(const Run& run) { return run.ending.kind != trace::EndingKind::Fine; }

std::string branch_text(const BranchStrip& branch) {
  return fmt::format("branch {}: leaves this one behind step {}, and has {} steps; {}",
                     branch.index + 1, branch.fork, branch.length, branch.headline);
}

class TimelineSketch {
 public:
  TimelineSketch(Sketch& sketch, const Run& run, const Moment& moment, const TimelineWindow& window,
                 float width, float height)
      : sketch_(sketch),
        run_(run),
        moment_(moment),
        scale_(timeline_scale(run, moment.position, width, window)),
        begin_(scale_.begin()),
        last_(std::min(run.length(), scale_.end())),
        hides_(hides_what_comes(run, moment)),
        told_(hides_ ? std::clamp(moment.position, begin_, last_) : last_),
        width_(width) {
    const auto lanes = static_cast<float>(std::max<size_t>(1, run.lanes.size()));
    const float below = (scale_.shows_all() ? 3 : kPage) + branches_height();
    lane_height_ = std::clamp((height - kRuler - below) / lanes, 13.0F, 26.0F);
  }

  void draw() {
    sketch_.hit({scale_.left, 0, track_width(), bottom()}, {.kind = Command::Kind::Seek}, "");
    draw_lanes();
    draw_fork();
    draw_steps();
    draw_what_is_hidden();
    draw_happens_before();
    draw_blame();
    draw_beats();
    draw_bookmarks();
    draw_cursor();
    draw_page();
    draw_branches();
  }

 private:
  size_t branch_rows() const { return std::min(run_.branches.size(), kMostBranches); }
  float branches_height() const {
    return run_.branches.empty() ? 0 : static_cast<float>(branch_rows()) * kBranchRow + 4;
  }
  float track_width() const { return width_ - scale_.left - kRightRoom; }
  float bottom() const { return kRuler + lane_height_ * static_cast<float>(run_.lanes.size()); }
  float lane_y(size_t lane) const {
    return kRuler + (static_cast<float>(lane) + 0.5F) * lane_height_;
  }
  bool is_shown(uint32_t position) const { return position >= begin_ && position <= last_; }

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
    if (!run_.fork || !is_shown(*run_.fork)) return;
    const float x = scale_.x_of(*run_.fork);
    sketch_.stroke({.from = {x, kRuler - 1},
                    .to = {x, bottom()},
                    .color = Color::Accent,
                    .width = 1.5F,
                    .dashed = true});
    sketch_.hit({x - 4, kRuler, 8, bottom() - kRuler}, {},
                "from here on this branch is another run");
  }

  // Ticks and folds, and lines where another actor takes over.
  void draw_steps() {
    for (uint32_t step = begin_; step < told_;) {
      if (step > begin_) draw_switch(step);
      const Fold* fold = scale_.fold_at(step);
      if (fold == nullptr) {
        draw_tick(step++);
      } else {
        draw_fold(*fold);
        step = fold->first + fold->count;
      }
    }
  }

  // In place of the steps to come: a box that anybody can click beyond.
  void draw_what_is_hidden() {
    if (!hides_ || told_ >= last_) return;
    const float left = scale_.x_of(told_) + 4;
    const Rect rect{left, kRuler + 2, width_ - kRightRoom - left, bottom() - kRuler - 4};
    if (rect.w < 4) return;
    sketch_.box({.rect = rect, .border = Color::SunkenBorder, .round = 4, .dashed = true});
    const std::string_view text = "told once you have answered";
    if (sketch_.text_width(TextStyle::Small, text) + 12 <= rect.w)
      sketch_.label({rect.x, rect.center().y - 10, rect.w, 20}, text,
                    {.style = TextStyle::Small, .color = Color::TextFaint, .align = Align::Center});
  }

  void draw_switch(uint32_t step) {
    const size_t from = run_.ticks[step - 1].lane;
    const size_t to = run_.ticks[step].lane;
    if (from == to) return;
    const float x = scale_.x_of(step);
    sketch_.stroke(
        {.from = {x, lane_y(from)}, .to = {x, lane_y(to)}, .color = Color::TextFaint, .width = 1});
  }

  // A stretch of one actor as a box, filled as far as it has happened.
  void draw_fold(const Fold& fold) {
    const float left = std::max(scale_.left, scale_.x_of(fold.first)) + 1;
    const uint32_t end = hides_ ? std::min(told_, fold.first + fold.count) : fold.first + fold.count;
    const float right = std::min(width_ - kRightRoom, scale_.x_of(end)) - 1;
    const size_t lane = run_.ticks[fold.first].lane;
    const float height = std::min(lane_height_ - 7, 16.0F);
    const Rect rect{left, lane_y(lane) - height / 2, std::max(2.0F, right - left), height};
    const Color color = run_.lanes[lane].person.color;
    sketch_.box({.rect = rect,
                 .fill = color,
                 .border = color,
                 .round = 3,
                 .opacity = 0.2F,
                 .dashed = true});
    const float done =
        std::clamp(scale_.x_of(std::clamp(moment_.position, fold.first, fold.first + fold.count)),
                   left, right);
    if (moment_.position > fold.first)
      sketch_.box({.rect = {left, rect.y, done - left, height},
                   .fill = color,
                   .round = 3,
                   .opacity = 0.3F});
    const std::string text = fmt::format("{}×", end - fold.first);
    constexpr float kHighEnough = 12;  // for letters
    if (height >= kHighEnough && sketch_.text_width(TextStyle::Tiny, text) + 6 <= rect.w)
      sketch_.label(rect, text,
                    {.style = TextStyle::Tiny, .color = Color::Text, .align = Align::Center});
    sketch_.hit(rect, {},
                fmt::format("{} steps of {}, folded (Z unfolds)", end - fold.first,
                            run_.lanes[lane].person.name));
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

  void draw_happens_before() {
    if (!moment_.order) return;
    const auto y_of = [this](uint32_t step) { return lane_y(run_.ticks[step].lane); };
    draw_order(sketch_, run_, moment_,
               {.scale = scale_, .right = width_ - kRightRoom, .y_of = y_of});
  }

  // From what the culprits did to the end, once it is reached.
  void draw_blame() {
    if (!moment_.at_end(run_) || !ends_badly(run_)) return;
    const uint32_t end = run_.ending.step;
    if (end < begin_ || end >= last_) return;
    const Point to{scale_.x_of(end) + scale_.step_width / 2, lane_y(run_.ticks[end].lane)};
    for (const trace::Culprit& culprit : run_.ending.culprits) {
      if (culprit.step < begin_ || culprit.step >= end) continue;
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
      if (!is_shown(position) || position > told_) continue;
      const float x = scale_.x_of(position);
      const bool come = moment_.beat && beat <= *moment_.beat;
      sketch_.icon({x - 5, 5, 10, 9}, Shape::Triangle, come ? Color::Accent : Color::TextFaint);
      sketch_.hit({x - 7, 1, 14, 15}, {.kind = Command::Kind::Beat, .number = beat},
                  fmt::format("beat {}: {}", beat + 1, sketch_.told(run_.beats[beat].title)));
    }
  }

  // Below the triangles of the beats.
  void draw_bookmarks() {
    for (const BookmarkNote& bookmark : moment_.notes.bookmarks) {
      if (!is_shown(bookmark.position)) continue;
      const float x = scale_.x_of(bookmark.position);
      sketch_.stroke({.from = {x, 14}, .to = {x, bottom()}, .color = Color::Accent, .dashed = true});
      sketch_.icon({x - 3, 11, 6, 6}, Shape::Dot, Color::Accent);
      sketch_.hit({x - 5, 9, 10, 10}, {.kind = Command::Kind::Seek, .number = bookmark.position},
                  "bookmark " + bookmark.name);
    }
  }

  // Which part of the run is shown, where not all of it is.
  void draw_page() {
    if (scale_.shows_all()) return;
    const float width = track_width();
    const auto share = [&](double units) { return static_cast<float>(units / scale_.all) * width; };
    const float y = bottom() + 4;
    sketch_.box({.rect = {scale_.left, y, width, 4}, .fill = Color::SunkenBorder, .round = 2});
    sketch_.box(
        {.rect = {scale_.left + share(scale_.first), y, std::max(6.0F, share(scale_.shown)), 4},
         .fill = Color::TextFaint,
         .round = 2});
    sketch_.box({.rect = {scale_.left + width - 4, y - 1.5F, 7, 7},
                 .fill = hides_ ? Color::TextFaint : ends_badly(run_) ? Color::Danger : Color::Ok,
                 .round = 3.5F});
  }

  void draw_cursor() {
    if (!is_shown(moment_.position)) return;
    const float x = scale_.x_of(moment_.position);
    sketch_.stroke({.from = {x, 15}, .to = {x, bottom()}, .color = Color::Text, .width = 1.5F});
    sketch_.box({.rect = {x - 3.5F, 12, 7, 7}, .fill = Color::Text, .round = 3.5F});
  }

  // The other branches, from where they leave this one to where they end.
  void draw_branches() {
    float y = bottom() + (scale_.shows_all() ? 3 : kPage) + 2;
    for (size_t i = 0; i < branch_rows(); ++i, y += kBranchRow) {
      const bool is_rest = i + 1 == branch_rows() && run_.branches.size() > branch_rows();
      const std::string more = fmt::format(", and {} more", run_.branches.size() - branch_rows());
      draw_branch(run_.branches[i], y, is_rest ? more : "");
    }
  }

  void draw_branch(const BranchStrip& branch, float y, const std::string& more) {
    const float middle = y + kBranchRow / 2;
    sketch_.label({0, y, kNames - 8, kBranchRow},
                  fmt::format("branch {}{}", branch.index + 1, more),
                  {.style = TextStyle::Tiny, .color = Color::TextDim});
    const float from = scale_.x_of(std::clamp(branch.fork, begin_, last_));
    const float to = std::max(from + 10, scale_.x_of(std::clamp(branch.length, begin_, last_)));
    const float end = std::min(to, width_ - kRightRoom);
    const Color color = branch.bad ? Color::Danger : Color::Ok;
    sketch_.stroke(
        {.from = {std::min(from, end), middle}, .to = {end, middle}, .color = color, .width = 2});
    if (is_shown(branch.fork))
      sketch_.stroke(
          {.from = {from, bottom()}, .to = {from, middle}, .color = color, .dashed = true});
    const Rect mark{end + 2, middle - 5, 10, 10};
    sketch_.icon(mark, branch.bad ? Shape::Cross : Shape::Ring, color);
    const float text = sketch_.text_width(TextStyle::Tiny, branch.headline) + 2;
    if (mark.right() + 4 + text <= width_) {
      sketch_.label({mark.right() + 4, y, text, kBranchRow}, branch.headline,
                    {.style = TextStyle::Tiny, .color = Color::TextDim});
    } else if (from - 8 - text > kNames) {
      sketch_.label({from - 8 - text, y, text, kBranchRow}, branch.headline,
                    {.style = TextStyle::Tiny, .color = Color::TextDim, .align = Align::Right});
    }
    sketch_.hit({0, y, width_, kBranchRow},
                {.kind = Command::Kind::ShowBranch, .number = branch.index}, branch_text(branch));
    sketch_.reach(y + kBranchRow);
  }

  Sketch& sketch_;
  const Run& run_;
  const Moment& moment_;
  TimelineScale scale_;
  uint32_t begin_;  // the positions at the edges
  uint32_t last_;
  bool hides_;     // what lies behind the cursor
  uint32_t told_;  // the last position that is drawn
  float width_;
  float lane_height_ = 0;
};

}  // namespace

std::string branches_text(const Run& run) {
  std::string text;
  for (const BranchStrip& branch : run.branches) text += branch_text(branch) + "\n";
  return text;
}

Picture timeline_picture(const Run& run, const Moment& moment, Rect place,
                         const look::TextMeasure& measure, const TimelineWindow& window) {
  Sketch sketch(measure, place.w);
  TimelineSketch(sketch, run, moment, window, place.w, place.h).draw();
  return sketch.take();
}

}  // namespace hmaplab::pictures
