#include "app/views/heap_panel.h"

#include "app/pictures/heap_picture.h"

namespace hmaplab::views {

pictures::Command HeapPanel::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Heap";
  if (frame.in_focus("heap")) slot.look.tone = widgets::Tone::Focused;
  const pictures::Picture picture =
      pictures::heap_picture(frame.run, frame.moment, inside.w, frame.measure());
  std::optional<widgets::Reveal> reveal;
  if (picture.focus && frame.moment.position != position_)
    reveal = widgets::Reveal{.top = picture.focus->y, .height = picture.focus->h};
  if (frame.moment.heap) position_ = frame.moment.position;
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
