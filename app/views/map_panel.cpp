#include "app/views/map_panel.h"

#include <fmt/core.h>

#include "app/pictures/map_picture.h"

namespace hmaplab::views {
namespace {

// Which of the maps the last step belongs to; `otherwise` when to none.
size_t touched_map(const pictures::Moment& moment, size_t otherwise) {
  for (size_t i = 0; moment.touched && i < moment.maps.size(); ++i) {
    if (moment.maps[i].address == moment.touched->map) return i;
  }
  return otherwise;
}

}  // namespace

pictures::Command MapPanel::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  const auto& maps = frame.moment.maps;
  touched_ = touched_map(frame.moment, touched_);
  size_t shown = chosen_.value_or(touched_);
  if (shown >= maps.size()) shown = 0;
  slot.look.heading = maps.empty() ? "Map" : "Map  " + pictures::map_title(maps[shown]);
  if (slot.look.tabs.size() > 1 && !maps.empty()) {
    slot.look.beside = pictures::map_title(maps[shown]);
  } else if (maps.size() > 1) {
    slot.look.beside = fmt::format("{} of {} maps", shown + 1, maps.size());
  } else if (!maps.empty()) {
    slot.look.beside = fmt::format("hmap at {:#x}", memory::bits(maps[shown].address));
  }
  if (frame.in_focus("flags") || frame.in_focus("buckets") || frame.in_focus("oldbuckets") ||
      frame.in_focus("map")) {
    slot.look.tone = widgets::Tone::Focused;
  }
  const pictures::Picture picture =
      pictures::map_picture(frame.run, frame.moment, shown, inside, frame.measure());
  std::optional<widgets::Reveal> reveal;
  if (picture.focus && frame.moment.position != position_) {
    reveal =
        widgets::Reveal{.top = picture.focus->y - 10, .height = picture.focus->h + 20, .lead = 0};
  }
  position_ = frame.moment.position;
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
