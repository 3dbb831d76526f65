// round_up_size: the bytes that Go's allocator really hands out for a request (runtime/msize.go,
// sizeclasses.go). The map engine uses it to fill the rounding of a bucket array with spare
// overflow buckets.
#pragma once

#include <cstdint>

namespace hmaplab::gomap {

// `has_pointers`: objects with pointers above 512 bytes carry a header of 8 bytes inside their
// block.
uint64_t round_up_size(uint64_t size, bool has_pointers);
// The whole block, that header included.
uint64_t block_size(uint64_t size, bool has_pointers);
// The number of its size class, from 1; 0 for blocks that have pages of their own.
uint32_t size_class(uint64_t size, bool has_pointers);

}  // namespace hmaplab::gomap
