#include "app/views/comparison_view.h"

#include <fmt/core.h>

#include "app/pictures/comparison_picture.h"

namespace hmaplab::views {

pictures::Command ComparisonView::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  slot.look.heading = "Compare";
  if (const auto& comparison = frame.moment.notes.comparison) {
    const size_t count = comparison->differences.size();
    slot.look.beside = fmt::format("{}{} difference{}", count, comparison->cut ? " and more" : "",
                                   count == 1 ? "" : "s");
  }
  slot.look.row = pictures::kDifferenceRowHeight;
  const pictures::Picture picture =
      pictures::comparison_picture(frame.run, frame.moment, inside.w, frame.measure());
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture).command;
}

}  // namespace hmaplab::views
