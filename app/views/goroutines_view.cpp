#include "app/views/goroutines_view.h"

#include "app/pictures/goroutine_picture.h"

namespace hmaplab::views {

pictures::Command GoroutinesView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Goroutines";
  slot.look.beside = frame.moment.at_end(frame.run) ? "" : "its number lets it move";
  if (frame.in_focus("goroutines")) slot.look.tone = widgets::Tone::Focused;
  return widgets::draw_panel(
             frame.canvas, slot.look, slot.place,
             pictures::goroutine_picture(frame.run, frame.moment, inside, frame.measure()))
      .command;
}

}  // namespace hmaplab::views
