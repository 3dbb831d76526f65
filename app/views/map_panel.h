// The panel of the map: the one that was chosen, else the one that was touched last.
#pragma once

#include "app/pictures/map_zoom.h"
#include "app/views/frame.h"

namespace hmaplab::views {

class MapPanel {
 public:
  pictures::Command draw(const Frame& frame, Slot slot);

  void choose(size_t map) { chosen_ = map; }
  // 0 while the panel follows the map's size, else as zoom() counts.
  uint64_t chosen_zoom() const { return zoom_ ? static_cast<uint64_t>(*zoom_) + 1 : 0; }
  // 0 the next one, else the zoom with that number less one; it stays until another is chosen.
  void zoom(uint64_t number);
  void show_cards() { zoom_ = pictures::MapZoom::Cards; }
  void show_bytes(memory::Address bucket);
  // What draw will need; before a zoom was chosen, maps of many buckets are seen from far.
  pictures::MapLooks looks(const pictures::Moment& moment);

 private:
  size_t shown(const pictures::Moment& moment);
  pictures::MapZoom zoom_of(const trace::MapView& map) const;

  std::optional<size_t> chosen_;
  size_t touched_ = 0;
  std::optional<pictures::MapZoom> zoom_;
  pictures::MapZoom drawn_ = pictures::MapZoom::Cards;
  memory::Address bucket_{};      // the bytes of which are shown
  memory::Address bucket_map_{};  // that it belongs to
  uint32_t position_ = 0;
  uint32_t looked_position_ = 0;
};

}  // namespace hmaplab::views
