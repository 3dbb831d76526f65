// How full a map is, seen from far away: cells that each stand for a few neighbouring buckets. Made
// from the tophash bytes and overflow pointers alone; no key is looked at.
//
//   65,536 buckets   ->   1,024 cells of 64
//
// Of very long arrays each cell looks at some of its buckets only, so that the cost has a limit.
#pragma once

#include <cstdint>
#include <vector>

#include "core/memory/address.h"
#include "core/vm/world.h"

namespace hmaplab::trace {

struct DensityCell {
  uint32_t looked = 0;     // buckets that were looked at
  uint32_t used = 0;       // slots that hold a key, overflow buckets included
  uint32_t overflow = 0;   // overflow buckets behind those buckets
  uint32_t evacuated = 0;  // old array only
};

struct DensityView {
  static constexpr uint64_t kMostCells = 1024;
  static constexpr uint64_t kMostLooked = 1U << 17;  // of each array

  memory::Address map{};
  uint64_t each = 1;      // buckets a cell stands for
  uint64_t old_each = 1;  //
  bool sampled = false;   // not all of them were looked at
  std::vector<DensityCell> buckets;
  std::vector<DensityCell> oldbuckets;
};

DensityView view_density(const vm::World& world, memory::Address hmap);

}  // namespace hmaplab::trace
