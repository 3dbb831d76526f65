// Which variables hold a map at a moment of the run.
#pragma once

#include <string>
#include <vector>

#include "core/vm/world.h"

namespace hmaplab::trace {

// As the program calls them: "m", "shop.stock", "shards[3]", also behind pointers and slices. The
// variables of main's package first, then the locals of its frames; each name once. Maps in maps,
// channels and interfaces are held by no variable. Of a very deep stack the frames that Go prints are
// looked at.
std::vector<std::string> holders_of(const vm::World& world, memory::Address hmap);

}  // namespace hmaplab::trace
