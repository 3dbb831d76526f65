#include "app/views/locks_view.h"

#include "app/pictures/locks_picture.h"

namespace hmaplab::views {

pictures::Command LocksView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Channels & locks";
  if (frame.in_focus("locks")) slot.look.tone = widgets::Tone::Focused;
  return widgets::draw_panel(
             frame.canvas, slot.look, slot.place,
             pictures::locks_picture(frame.run, frame.moment, inside.w, frame.measure()))
      .command;
}

}  // namespace hmaplab::views
