#include "app/views/stores_view.h"

#include "app/pictures/stores_picture.h"

namespace hmaplab::views {

pictures::Command StoresView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Store buffers";
  if (frame.in_focus("stores")) slot.look.tone = widgets::Tone::Focused;
  return widgets::draw_panel(
             frame.canvas, slot.look, slot.place,
             pictures::stores_picture(frame.run, frame.moment, inside.w, frame.measure()))
      .command;
}

}  // namespace hmaplab::views
