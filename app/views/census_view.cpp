#include "app/views/census_view.h"

#include "app/pictures/asking.h"
#include "app/pictures/census_picture.h"

namespace hmaplab::views {

pictures::Command CensusView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Census";
  slot.look.beside = "all schedules";
  if (frame.in_focus("census")) slot.look.tone = widgets::Tone::Focused;
  const bool hides = pictures::hides_what_comes(frame.run, frame.moment);
  const pictures::Picture picture =
      hides ? pictures::hidden_census_picture(frame.census, inside.w, frame.measure())
            : pictures::census_picture(frame.census, inside.w, frame.measure());
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture).command;
}

}  // namespace hmaplab::views
