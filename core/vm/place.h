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

// What lies where, for the one who asked last: a map, or a bucket of it.
struct KnownPlace {
  memory::Address address = memory::Address::Nil;
  std::byte* bytes = nullptr;
};

// The hash of the word that was hashed last: who writes m[k] has often just read it.
struct KnownHash {
  uint64_t word = 0;
  uint64_t size = 0;  // of the key; 0: none was hashed yet
  uint64_t seed = 0;
  uint64_t begin = 0;  // the hash of all this but the word
  uint64_t hash = 0;
};

}  // namespace hmaplab::vm
