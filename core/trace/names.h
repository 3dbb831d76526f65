// What things in a World are called by the program: objects by the variable they were made for, parts of maps by their
// place in the map.
#pragma once

#include <string>

#include "core/vm/step.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

// "m", "m.buckets[2]", "m.oldbuckets[0]", "wg", "p.count"; "" when nothing was touched.
std::string object_text(const vm::World& later, const vm::Step& step);
// The variable a map was made for; "map" when there is none.
std::string map_name(const vm::World& world, memory::Address hmap);
// The type of `size` bytes at an address inside an object; nullptr when there is no such part.
const check::Type* type_at(const vm::World& world, memory::Address address, uint64_t size);

}  // namespace hmaplab::trace
