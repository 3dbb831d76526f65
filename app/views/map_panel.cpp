#include "app/views/map_panel.h"

#include <fmt/core.h>

#include "app/pictures/flight.h"
#include "app/pictures/map_parts.h"
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

void MapPanel::zoom(uint64_t number) {
  zoom_ = number == 0 ? next(drawn_) : static_cast<pictures::MapZoom>((number - 1) % 3);
}

void MapPanel::show_bytes(memory::Address bucket) {
  bucket_ = bucket;
  zoom_ = pictures::MapZoom::Bytes;
}

size_t MapPanel::shown(const pictures::Moment& moment) {
  touched_ = touched_map(moment, touched_);
  const size_t shown = chosen_.value_or(touched_);
  const bool all = shown == pictures::kAllMaps && moment.maps.size() > 1;
  return all || shown < moment.maps.size() ? shown : 0;
}

pictures::MapZoom MapPanel::zoom_of(const trace::MapView& map) const {
  const bool many = map.array_length > trace::BucketWindow{}.count;
  return zoom_.value_or(many ? pictures::MapZoom::Heat : pictures::MapZoom::Cards);
}

pictures::MapLooks MapPanel::looks(const pictures::Moment& moment) {
  const size_t which = shown(moment);
  if (moment.maps.empty() || which == pictures::kAllMaps) return {};
  const trace::MapView& map = moment.maps[which];
  const auto& touched = moment.touched;
  const bool in_bucket = touched && touched->map == map.address && touched->object != map.address &&
                         touched->bucket != memory::Address::Nil;
  if (in_bucket && moment.position != looked_position_) bucket_ = touched->bucket;
  looked_position_ = moment.position;
  if (bucket_ == memory::Address::Nil || bucket_map_ != map.address)
    bucket_ = in_bucket ? touched->bucket : map.buckets_at;
  bucket_map_ = map.address;
  const pictures::MapZoom zoom = zoom_of(map);
  if (zoom == pictures::MapZoom::Cards) return {};
  return {.zoom = zoom,
          .map = map.address,
          .bucket = zoom == pictures::MapZoom::Bytes ? bucket_ : memory::Address::Nil};
}

pictures::Command MapPanel::draw(const Frame& frame, Slot slot) {
  const pictures::Rect inside = widgets::panel_inside(slot.place);
  const auto& maps = frame.moment.maps;
  const size_t which = shown(frame.moment);
  const size_t shown = std::min(which, maps.size() - std::min<size_t>(1, maps.size()));
  if (!maps.empty()) drawn_ = zoom_of(maps[shown]);
  slot.look.heading = maps.empty() ? "Map" : "Map  " + pictures::map_title(maps[shown]);
  if (slot.look.tabs.size() > 1 && !maps.empty()) {
    slot.look.beside = pictures::map_title(maps[shown]);
    slot.look.beside_short = trace::names_text(maps[shown]);
  } else if (maps.size() > 1) {
    slot.look.beside = fmt::format("{} of {} maps", shown + 1, maps.size());
  } else if (!maps.empty()) {
    slot.look.beside = fmt::format("hmap at {:#x}", memory::bits(maps[shown].address));
  }
  if (frame.in_focus("flags") || frame.in_focus("buckets") || frame.in_focus("oldbuckets") ||
      frame.in_focus("header") ||
      frame.in_focus("map")) {
    slot.look.tone = widgets::Tone::Focused;
  }
  pictures::Picture picture =
      pictures::map_picture(frame.run, frame.moment, which, inside, frame.measure(), drawn_);
  std::optional<widgets::Reveal> reveal;
  if (picture.focus && frame.moment.position != position_) {
    reveal =
        widgets::Reveal{.top = picture.focus->y - 10, .height = picture.focus->h + 20, .lead = 0};
  }
  position_ = frame.moment.position;
  if (frame.flight < 1) {
    pictures::append(picture, pictures::ghosts_of(pictures::flights_of(picture, frame.moment.moves),
                                                  frame.flight, frame.measure()), 0);
  }
  return widgets::draw_panel(frame.canvas, slot.look, slot.place, picture, reveal).command;
}

}  // namespace hmaplab::views
