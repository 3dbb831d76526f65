#include "app/views/output_view.h"

#include <algorithm>

#include "app/pictures/output_picture.h"

namespace hmaplab::views {

pictures::Command OutputView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  const bool bad = frame.ended_badly();
  slot.look.heading = bad ? "What Go prints" : "Output";
  if (frame.in_focus("output")) slot.look.tone = widgets::Tone::Focused;
  const std::string& text = frame.moment.output;
  const auto lines =
      static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + (bad ? 1 : 0);
  const pictures::Picture picture =
      pictures::output_picture(frame.run, frame.moment, inside.w, frame.measure());
  slot.look.row = pictures::kOutputLineHeight;
  std::optional<widgets::Reveal> reveal;
  // At a bad end the headline is what counts, not the end of the traceback.
  if (lines != lines_ && picture.focus)
    reveal = widgets::Reveal{.top = picture.focus->y, .height = picture.focus->h};
  lines_ = lines;
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
