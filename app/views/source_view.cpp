#include "app/views/source_view.h"

#include "app/pictures/source_picture.h"

namespace hmaplab::views {

pictures::Command SourceView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Source";
  slot.look.beside = frame.run.file;
  if (frame.in_focus("source")) slot.look.tone = widgets::Tone::Focused;
  slot.look.row = pictures::kCodeLineHeight;
  const pictures::Picture picture =
      pictures::source_picture(frame.run, frame.moment, inside.w, frame.measure());
  std::optional<widgets::Reveal> reveal;
  const uint32_t line = pictures::line_in_focus(frame.run, frame.moment);
  if (picture.focus && line != line_)
    reveal = widgets::Reveal{.top = picture.focus->y, .height = picture.focus->h};
  line_ = line;
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
