#include "app/views/timeline_view.h"

#include <fmt/core.h>

#include "app/pictures/asking.h"
#include "app/pictures/timeline_picture.h"

namespace hmaplab::views {

using pictures::Command;

// Forgets the zoom on another branch; comes after a cursor that has moved out of what is shown.
void TimelineView::follow(const Frame& frame, float width) {
  if (frame.run.length() != length_) window_ = {.folded = window_.folded};
  length_ = frame.run.length();
  const pictures::TimelineScale scale =
      pictures::timeline_scale(frame.run, frame.moment.position, width, window_);
  if (toggle_fold_) window_ = {.folded = scale.folds == nullptr};
  toggle_fold_ = false;
  if (frame.moment.position != position_)
    window_ = pictures::following(scale, window_, frame.moment.position);
  position_ = frame.moment.position;
}

Command TimelineView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Timeline";
  const std::string end =
      pictures::hides_what_comes(frame.run, frame.moment) ? "" : frame.run.ending.headline;
  slot.look.beside = end;
  if (frame.moment.branches > 1) {
    const std::string which =
        fmt::format("branch {} of {}", frame.moment.branch + 1, frame.moment.branches);
    slot.look.beside =
        fmt::format("{} (Tab: the {}) · {}", which, frame.moment.branches == 2 ? "other" : "next",
                    end);
    slot.look.beside_short = which + " (Tab)";
    slot.look.beside_does = {.kind = Command::Kind::NextBranch};
  }
  if (frame.in_focus("timeline")) slot.look.tone = widgets::Tone::Focused;
  if (frame.moment.order) {
    slot.look.beside = frame.moment.order->sentence;
    slot.look.beside_short = "happens before (H)";
    slot.look.beside_does = {.kind = Command::Kind::ShowOrder};
  }
  slot.look.takes_wheel = true;
  follow(frame, inside.w);
  const pictures::Picture picture =
      pictures::timeline_picture(frame.run, frame.moment, inside, frame.measure(), window_);
  const widgets::PanelResult result =
      widgets::draw_panel(frame.canvas, slot.look, slot.place, picture);
  const pictures::TimelineScale scale =
      pictures::timeline_scale(frame.run, frame.moment.position, inside.w, window_);
  if (result.wheel != 0) window_ = pictures::zoomed(scale, window_, result.mouse.x, result.wheel);
  const bool other_command = result.command && result.command.kind != Command::Kind::Seek;
  if (other_command || !result.drag || result.drag->x < scale.left - 6) {
    return result.command.kind == Command::Kind::Seek ? Command{} : result.command;
  }
  return {.kind = Command::Kind::Seek, .number = scale.position_at(result.drag->x)};
}

}  // namespace hmaplab::views
