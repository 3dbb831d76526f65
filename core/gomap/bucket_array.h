// MakeBucketArray: the array of 2^B buckets, followed from B = 4 on by spare overflow buckets: as
// many as the estimate says, and as many more as fit into the memory block that Go's allocator
// hands out anyway.
//
//   | bucket 0 … 2^B-1 | spare | spare | … | last spare |
//     ^ <─────────────── the sentinel: its overflow pointer, until newoverflow takes it
//                        ^ nextOverflow
#pragma once

#include <algorithm>
#include <bit>

#include "core/gomap/layout.h"
#include "core/gomap/memory_policy.h"
#include "core/gomap/resumable.h"
#include "core/gomap/size_class.h"

namespace hmaplab::gomap {

constexpr uint64_t bucket_count(uint8_t B) { return uint64_t{1} << (B & 63); }

// Buckets of the old array while growing (hmap.noldbuckets).
constexpr uint64_t old_bucket_count(uint8_t B, uint8_t flags) {
  return bucket_count((flags & kSameSizeGrow) != 0 ? B : static_cast<uint8_t>(B - 1));
}

// Buckets in an array for B, spare ones included.
inline uint64_t bucket_array_length(const MapType& type, uint8_t B) {
  const uint64_t base = bucket_count(B);
  if (B < 4) return base;
  const uint64_t size = (base + bucket_count(static_cast<uint8_t>(B - 4))) * type.bucket_size;
  return round_up_size(size, type.bucket_has_pointers) / type.bucket_size;
}

// The buckets that an array of so many bytes was made with, spare ones left out.
inline uint64_t buckets_in(const MapType& type, uint64_t bytes) {
  return std::bit_floor(bytes / type.bucket_size);
}

// When to grow (SEMANTICS section 5).
constexpr bool over_load_factor(const MapType& type, uint64_t count, uint8_t B) {
  return static_cast<int64_t>(count) > int64_t{kBucketSlots} &&
         count > type.load_factor_numerator * (bucket_count(B) / 2);
}
constexpr bool too_many_overflow_buckets(uint16_t noverflow, uint8_t B) {
  return noverflow >= uint16_t{1} << std::min<uint8_t>(B, 15);
}

template <class Pointer>
struct MakeBucketArray : Resumable {
  const MapType* type = nullptr;
  uint8_t B = 0;
  Pointer buckets{};        // in: the array to clear and use again, or nil; out: the array
  Pointer next_overflow{};  // out: the first spare bucket, or nil

  void start(const MapType* map_type, uint8_t exponent, Pointer used_before) {
    *this = {};
    type = map_type;
    B = exponent;
    buckets = used_before;
  }
  struct Results {
    Pointer buckets;
    Pointer next_overflow;
  };
  Results results() const { return {buckets, next_overflow}; }
  void take_results(Results ran) {
    buckets = ran.buckets;
    next_overflow = ran.next_overflow;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(uint64_t{B});
    field(buckets);
    field(next_overflow);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    if (buckets == Pointer{}) {
      buckets = memory.allocate(Allocation::Buckets,
                                bucket_array_length(map_type, B) * map_type.bucket_size, map_type);
    } else {
      STEP(makeBucketArray, zero_buckets);
      memory.zero(buckets, Field<Bytes>{0, "buckets"},
                  bucket_array_length(map_type, B) * map_type.bucket_size);
    }
    if (bucket_array_length(map_type, B) != bucket_count(B)) {
      next_overflow = buckets + bucket_count(B) * map_type.bucket_size;
      STEP(makeBucketArray, store_sentinel);
      memory.store(buckets + (bucket_array_length(map_type, B) - 1) * map_type.bucket_size,
                   Bucket::overflow(map_type), buckets);
    }
    END_STEPS();
  }
};

}  // namespace hmaplab::gomap
