#include "app/views/source_view.h"

#include "app/pictures/source_picture.h"

namespace hmaplab::views {

pictures::Command SourceView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Source";
  slot.look.beside = frame.run.file;
  if (frame.in_focus("source")) slot.look.tone = widgets::Tone::Focused;
  slot.look.row = pictures::kCodeLineHeight;
  std::optional<widgets::Reveal> reveal;
  const uint32_t line = pictures::line_in_focus(frame.run, frame.moment);
  if (line != 0 && line != line_) {
    reveal = widgets::Reveal{.top = static_cast<float>(line - 1) * pictures::kCodeLineHeight,
                             .height = pictures::kCodeLineHeight};
  }
  line_ = line;
  const pictures::Picture picture =
      pictures::source_picture(frame.run, frame.moment, inside.w, frame.measure());
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
