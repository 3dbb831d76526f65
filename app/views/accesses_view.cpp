#include "app/views/accesses_view.h"

#include "app/pictures/accesses_picture.h"

namespace hmaplab::views {

pictures::Command AccessesView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Accesses";
  if (frame.moment.notes.word) slot.look.beside = frame.moment.notes.word->name;
  slot.look.row = pictures::kAccessRowHeight;
  std::optional<widgets::Reveal> reveal;
  if (frame.moment.position != position_) {
    reveal = widgets::Reveal{.top = pictures::current_access_y(frame.moment),
                             .height = pictures::kAccessRowHeight};
  }
  position_ = frame.moment.position;
  const pictures::Picture picture =
      pictures::accesses_picture(frame.run, frame.moment, inside.w, frame.measure());
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
