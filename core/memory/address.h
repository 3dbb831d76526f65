// Named fields of the objects that live in memory. The address space itself: core/base/address.h.
#pragma once

#include <cstdint>

#include "core/base/address.h"

namespace hmaplab::memory {

using base::Address;
using base::bits;

constexpr uint8_t kNoIndex = 0xff;

// A field of a runtime object: where it lies, what it holds, what it is called. T is an unsigned
// integer of 1, 2, 4 or 8 bytes, int64_t, Pointer, or Bytes.
template <class T>
struct Field {
  uint32_t offset;           // bytes from the beginning of the object
  const char* name;          // Go's name: "flags", "tophash"
  uint8_t index = kNoIndex;  // the slot of a bucket it belongs to
};

// Stands for "a pointer" in Field<Pointer>: Address in a World, std::byte* in direct mode.
struct Pointer {};
// Stands for "so many bytes as the access says": a whole key, elem or bucket.
struct Bytes {};

}  // namespace hmaplab::memory
