// Conformance in the memory that programs really run in: vector files replayed through WorldMemory
// on the heap of a World, stepped and uninterrupted. The map type comes from the checker: each
// section is compiled as a small Go program that has a map of its type.
#pragma once

#include "core/gomap/conform.h"

namespace hmaplab::vm {

enum class WorldSteps : uint8_t {
  Stepped,        // one access at a time, as World::step goes
  Uninterrupted,  // straight to the end
};

// As gomap::conform. `checked` counts lines; schedules need WorldSteps::Stepped.
gomap::ConformReport conform_in_world(std::string_view name, std::string_view text,
                                      WorldSteps steps);

}  // namespace hmaplab::vm
