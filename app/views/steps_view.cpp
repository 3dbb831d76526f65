#include "app/views/steps_view.h"

#include "app/pictures/asking.h"
#include "app/pictures/steps_picture.h"

namespace hmaplab::views {

pictures::Command StepsView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Steps";
  if (!pictures::hides_what_comes(frame.run, frame.moment))
    slot.look.beside = frame.run.ending.headline;
  slot.look.row = pictures::kStepRowHeight;
  if (frame.in_focus("steps")) slot.look.tone = widgets::Tone::Focused;
  std::optional<widgets::Reveal> reveal;
  if (frame.moment.position != position_) {
    reveal = widgets::Reveal{.top = pictures::current_row_y(frame.moment),
                             .height = pictures::kStepRowHeight};
  }
  position_ = frame.moment.position;
  const pictures::Picture picture =
      pictures::steps_picture(frame.run, frame.moment, inside.w, frame.measure());
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
