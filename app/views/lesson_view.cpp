#include "app/views/lesson_view.h"

#include "app/pictures/lesson_picture.h"

namespace hmaplab::views {

pictures::Command LessonView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = frame.run.beats.empty() ? "Program" : "Lesson";
  slot.look.beside = pictures::beat_text(frame.run, frame.moment);
  std::optional<widgets::Reveal> reveal;
  if (frame.moment.beat != beat_) reveal = widgets::Reveal{.top = 0, .height = 20};
  beat_ = frame.moment.beat;
  const pictures::Picture picture =
      pictures::lesson_picture(frame.run, frame.moment, inside.w, frame.measure());
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
