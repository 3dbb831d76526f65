// The objects of a Go map in memory, byte for byte those of runtime/map.go (go1.23, 64 bit).
//
//   hmap (48)                      bucket, "bmap" (16 + 8*(key slot + elem slot))
//    0 count      int               0 tophash[8]  one byte a slot
//    8 flags      u8                8 keys[8]
//    9 B          u8                … elems[8]
//   10 noverflow  u16               … overflow    the next bucket of the chain
//   12 hash0      u32
//   16 buckets    -> 2^B buckets   mapextra (24): overflow, oldoverflow (-> lists of buckets),
//   nextOverflow 24 oldbuckets -> while growing hiter (96): the state of a range loop 32 nevacuate
//   uint 40 extra      -> mapextra
//
// A Field of an element of a bucket also carries the slot it belongs to.
#pragma once

#include <cstdint>

#include "core/gomap/map_type.h"
#include "core/memory/address.h"

namespace hmaplab::gomap {

using memory::Bytes;
using memory::Field;

constexpr uint32_t kBucketSlots = 8;

// hmap.flags
constexpr uint8_t kIterator = 1;      // an iterator may be using buckets
constexpr uint8_t kOldIterator = 2;   // an iterator may be using oldbuckets
constexpr uint8_t kHashWriting = 4;   // a goroutine is writing to the map
constexpr uint8_t kSameSizeGrow = 8;  // the growth under way is to an array of the same size

// tophash bytes
constexpr uint8_t kEmptyRest = 0;       // this slot and all behind it in the chain are empty
constexpr uint8_t kEmptyOne = 1;        // this slot is empty
constexpr uint8_t kEvacuatedX = 2;      // moved to the first half of the bigger array
constexpr uint8_t kEvacuatedY = 3;      // moved to the second half
constexpr uint8_t kEvacuatedEmpty = 4;  // empty, and the bucket is evacuated
constexpr uint8_t kMinTopHash = 5;      // a used slot

constexpr bool is_empty(uint8_t tophash) { return tophash <= kEmptyOne; }
constexpr bool is_evacuated(uint8_t first_tophash) {
  return first_tophash > kEmptyOne && first_tophash < kMinTopHash;
}
constexpr uint8_t tophash_of(uint64_t hash) {
  auto top = static_cast<uint8_t>(hash >> 56);
  return top < kMinTopHash ? static_cast<uint8_t>(top + kMinTopHash) : top;
}

struct Hmap {
  static constexpr uint32_t kSize = 48;
  static constexpr Field<int64_t> count{0, "count"};
  static constexpr Field<uint8_t> flags{8, "flags"};
  static constexpr Field<uint8_t> B{9, "B"};
  static constexpr Field<uint16_t> noverflow{10, "noverflow"};
  static constexpr Field<uint32_t> hash0{12, "hash0"};
  static constexpr Field<memory::Pointer> buckets{16, "buckets"};
  static constexpr Field<memory::Pointer> oldbuckets{24, "oldbuckets"};
  static constexpr Field<uint64_t> nevacuate{32, "nevacuate"};
  static constexpr Field<memory::Pointer> extra{40, "extra"};
};

struct MapExtra {
  static constexpr uint32_t kSize = 24;
  static constexpr Field<memory::Pointer> overflow{0, "overflow"};        // -> OverflowList
  static constexpr Field<memory::Pointer> oldoverflow{8, "oldoverflow"};  // -> OverflowList
  static constexpr Field<memory::Pointer> next_overflow{16, "nextOverflow"};
};

// A []*bmap behind a pointer: keeps overflow buckets alive whose bucket type has no pointers.
struct OverflowList {
  static constexpr uint32_t kSize = 24;
  static constexpr Field<memory::Pointer> data{0, "array"};
  static constexpr Field<uint64_t> length{8, "len"};
  static constexpr Field<uint64_t> capacity{16, "cap"};
  static constexpr Field<memory::Pointer> element(uint64_t index) {
    return {static_cast<uint32_t>(8 * index), "element"};
  }
};

struct Hiter {
  static constexpr uint32_t kSize = 96;
  static constexpr Field<memory::Pointer> key{0, "key"};
  static constexpr Field<memory::Pointer> elem{8, "elem"};
  static constexpr Field<memory::Pointer> t{16, "t"};
  static constexpr Field<memory::Pointer> h{24, "h"};
  static constexpr Field<memory::Pointer> buckets{32, "buckets"};
  static constexpr Field<memory::Pointer> bptr{40, "bptr"};
  static constexpr Field<memory::Pointer> overflow{48, "overflow"};
  static constexpr Field<memory::Pointer> oldoverflow{56, "oldoverflow"};
  static constexpr Field<uint64_t> start_bucket{64, "startBucket"};
  static constexpr Field<uint8_t> offset{72, "offset"};
  static constexpr Field<uint8_t> wrapped{73, "wrapped"};
  static constexpr Field<uint8_t> B{74, "B"};
  static constexpr Field<uint8_t> i{75, "i"};
  static constexpr Field<uint64_t> bucket{80, "bucket"};
  static constexpr Field<uint64_t> check_bucket{88, "checkBucket"};
};
constexpr uint64_t kNoCheck = ~uint64_t{0};  // hiter.checkBucket: nothing to filter

// The parts of a bucket of `type`.
struct Bucket {
  static constexpr uint32_t key_offset(const MapType& type, uint32_t slot) {
    return kBucketSlots + slot * type.key_slot;
  }
  static constexpr uint32_t elem_offset(const MapType& type, uint32_t slot) {
    return type.elems_offset + slot * type.elem_slot;
  }
  static constexpr Field<uint8_t> tophash(uint32_t slot) {
    return {slot, "tophash", static_cast<uint8_t>(slot)};
  }
  // T: what the access takes from the key slot: Bytes, an integer, or Pointer (indirect, or string
  // data).
  template <class T>
  static constexpr Field<T> key(const MapType& type, uint32_t slot) {
    return {key_offset(type, slot), "key", static_cast<uint8_t>(slot)};
  }
  static constexpr Field<uint64_t> key_length(const MapType& type, uint32_t slot) {
    return {key_offset(type, slot) + 8, "key.len", static_cast<uint8_t>(slot)};
  }
  template <class T>
  static constexpr Field<T> elem(const MapType& type, uint32_t slot) {
    return {elem_offset(type, slot), "elem", static_cast<uint8_t>(slot)};
  }
  static constexpr Field<memory::Pointer> overflow(const MapType& type) {
    return {type.overflow_offset, "overflow"};
  }
};

// A Go string, as the key argument of the string family points to.
struct StringHeader {
  static constexpr Field<memory::Pointer> data{0, "str"};
  static constexpr Field<uint64_t> length{8, "len"};
};

}  // namespace hmaplab::gomap
