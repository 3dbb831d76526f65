// From how far a map is looked at: all of it as a strip of heat, its buckets as cards, or one of
// them byte by byte.
#pragma once

#include <cstdint>

#include "core/memory/address.h"

namespace hmaplab::pictures {

enum class MapZoom : uint8_t { Heat, Cards, Bytes };

constexpr const char* name(MapZoom zoom) {
  return zoom == MapZoom::Heat ? "heat" : zoom == MapZoom::Cards ? "cards" : "bytes";
}
constexpr MapZoom next(MapZoom zoom) {
  return zoom == MapZoom::Bytes ? MapZoom::Heat
                                : static_cast<MapZoom>(static_cast<uint8_t>(zoom) + 1);
}

// What the picture needs besides what every moment has.
struct MapLooks {
  MapZoom zoom = MapZoom::Cards;
  memory::Address map{};     // Nil: nothing
  memory::Address bucket{};  // for its bytes
  friend bool operator==(const MapLooks&, const MapLooks&) = default;
};

}  // namespace hmaplab::pictures
