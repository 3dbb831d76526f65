// Place: an address of the World for those who run on alone, who may know where its bytes lie here.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

#include "core/memory/address.h"

namespace hmaplab::vm {

// If `bytes` is known, it is good for all that the map engine reaches from there by adding: a whole
// hmap, bucket, iterator or key.
struct Place {
  memory::Address address = memory::Address::Nil;
  std::byte* bytes = nullptr;

  friend bool operator==(Place a, Place b) { return a.address == b.address; }
  friend auto operator<=>(Place a, Place b) { return a.address <=> b.address; }
  friend Place operator+(Place place, uint64_t offset) {
    return {place.address + offset, place.bytes ? place.bytes + offset : nullptr};
  }
  friend uint64_t operator-(Place a, Place b) { return a.address - b.address; }
};

// The address of what a map operation points to, whatever memory it runs in.
constexpr memory::Address address_of(memory::Address address) { return address; }
constexpr memory::Address address_of(Place place) { return place.address; }

}  // namespace hmaplab::vm
