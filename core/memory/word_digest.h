// How the parts of a heap add up to its digest, and which arena an address lies in: for the files of
// Heap only.
#pragma once

#include "core/base/hash.h"
#include "core/memory/heap.h"

namespace hmaplab::memory {

inline uint32_t arena_of(Address address) {
  if (base::is_data(address)) return kDataArena;
  return static_cast<uint32_t>((bits(address) - base::kHeapBegin) / base::kArenaBytes);
}
inline Address arena_begin(uint32_t index) {
  return Address{index == kDataArena ? base::kDataBegin
                                     : base::kHeapBegin + index * base::kArenaBytes};
}

// What one word of memory adds to the digest; zero words add nothing, so fresh memory is free.
inline base::Hash128 word_digest(uint64_t address, uint64_t word) {
  if (word == 0) return {};
  uint64_t seed = base::mix64(address ^ 0x9e3779b97f4a7c15);
  return {base::mix64(seed ^ word), base::mix64(seed + base::mix64(word ^ 0xc2b2ae3d27d4eb4f))};
}

// That there is an object of this size; that it is shared; where the arena's next object will lie.
inline base::Hash128 object_digest(Address begin, uint64_t size) {
  return word_digest(~bits(begin), size == 0 ? 1 : size);
}
inline base::Hash128 shared_digest(Address begin) { return word_digest(~bits(begin) - 1, 1); }
inline base::Hash128 arena_digest(uint32_t index, uint64_t used) {
  return word_digest(~bits(arena_begin(index)) - 2, used);
}

inline base::Hash128 negated(const base::Hash128& hash) {
  base::Hash128 result;
  result.low = ~hash.low + 1;
  result.high = ~hash.high + 1;
  return result;
}

}  // namespace hmaplab::memory
