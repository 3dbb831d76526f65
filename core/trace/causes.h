// What may have made a run end as it did: steps found by looking back from the deadly one. Whether
// each was necessary is not decided here but by running on without it (core/session/explanation.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/vm/steps.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct Cause {
  uint32_t step = 0;     // index in the run
  int weight = 0;        // how much it says; at most 100
  std::string sentence;  // begins behind the name of who did it: "sets hashWriting in m.flags"
};

// What says most first, each step at most once. Empty when the program ended by itself or at a
// limit.
std::vector<Cause> causes_of(const vm::World& end, const vm::Steps& steps);

}  // namespace hmaplab::trace
