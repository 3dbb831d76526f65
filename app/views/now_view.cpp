#include "app/views/now_view.h"

#include <fmt/core.h>

#include "app/pictures/fatal_picture.h"
#include "app/pictures/now_picture.h"

namespace hmaplab::views {

pictures::Command NowView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  if (frame.ended_badly()) {
    slot.look.heading = "The end";
    slot.look.beside = fmt::format("exit status {}", frame.run.ending.exit_status);
    slot.look.tone = widgets::Tone::Danger;
    return widgets::draw_panel(frame.canvas, slot.look, slot.place,
                               pictures::fatal_picture(frame.run, inside, frame.measure()))
        .command;
  }
  slot.look.heading = "Just now";
  if (frame.moment.position > 0) slot.look.beside = fmt::format("step {}", frame.moment.position);
  return widgets::draw_panel(
             frame.canvas, slot.look, slot.place,
             pictures::now_picture(frame.run, frame.moment, inside, frame.measure()))
      .command;
}

}  // namespace hmaplab::views
