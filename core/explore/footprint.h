// What a turn touches, and whether two turns of different actors can be exchanged without anybody
// noticing. In doubt a turn touches everything.
#pragma once

#include <vector>

#include "core/explore/turns.h"
#include "core/memory/address.h"

namespace hmaplab::explore {

struct Footprint {
  struct Range {
    memory::Address begin;
    uint64_t size;
    bool writes;
  };
  std::vector<Range> ranges;
  bool everything = false;  // ends the process, moves the clock, collects, …
  bool output = false;
};

// Of a turn that led to `after`.
Footprint footprint_of(const Made& made, const vm::World& after);
// Whether both orders of these two lead to the same World.
bool are_independent(const Footprint& a, const Footprint& b);

}  // namespace hmaplab::explore
