// What things in a World are called by the program: objects by the variable they were made for,
// parts of maps by their place in the map.
#pragma once

#include <string>

#include "core/vm/step.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

// What a step touched: the object and the part of it.
struct TouchedName {
  std::string object;  // "m", "m.buckets[2]", "m.oldbuckets[0]", "wg", "p"; "" for a variable that
                       // is touched as a whole
  std::string field;   // "flags", "tophash[3]", "counter", "count", "[4]", or the variable; "" when
                       // nothing was touched
};
TouchedName touched(const vm::World& later, const vm::Step& step);
// An object as a whole, also one that was freed: "box", "m.buckets", "(main.pair)"; "" for none.
std::string object_name(const vm::World& world, memory::Address address);
// The variable that an object on the heap is, or was made for: "box"; "" when there is none.
std::string variable_of(const vm::World& world, const memory::Object& object);
// The field of an hmap that begins there: "count"; nullptr where none does.
const char* header_field(const vm::World& world, memory::Address address);
// The variable a map was made for; "map" when there is none.
std::string map_name(const vm::World& world, memory::Address hmap);
// The variable a channel was made for; "chan" when there is none.
std::string channel_name(const vm::World& world, memory::Address channel);
// The channel and what it holds: "jobs, 2 of 3, closed".
std::string channel_text(const vm::World& world, memory::Address channel);
// What lies at an address, as the program calls it: "n", "c.mu", "m.buckets[0]", "s[3]"; "" for nothing.
std::string place_name(const vm::World& world, memory::Address address, uint64_t size);
// The type of `size` bytes at an address inside an object; nullptr when there is no such part.
const check::Type* type_at(const vm::World& world, memory::Address address, uint64_t size);

}  // namespace hmaplab::trace
