// Whether the maps of a World keep the rules of a hash map. Maps in which somebody is at work are left
// out: they are between two states.
#pragma once

#include <string>

#include "core/vm/world.h"

namespace hmaplab::trace {

// What is wrong with the first map that breaks a rule: "m: count is 2, but 1 slot is used"; "" when
// all are sound.
std::string wrong_map(const vm::World& world);
std::string wrong_map(const vm::World& world, memory::Address hmap);

}  // namespace hmaplab::trace
