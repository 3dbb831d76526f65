// round_up_size: the bytes that Go's allocator really hands out for a request (runtime/msize.go,
// sizeclasses.go). The map engine uses it to fill the rounding of a bucket array with spare
// overflow buckets.
#pragma once

#include <cstdint>

namespace hmaplab::gomap {

// `has_pointers`: objects with pointers above 512 bytes carry a header of 8 bytes inside their
// block.
uint64_t round_up_size(uint64_t size, bool has_pointers);

}  // namespace hmaplab::gomap
