// Two parts of IterateNext (iterate.h) that a range loop needs once a bucket, or only while a table
// grows. NextBucket: which bucket comes next. BelongsHere: an old bucket that is not yet evacuated
// holds the entries of two new buckets; is this one going to the bucket that the loop has in hand?
#pragma once

#include "core/gomap/bucket_array.h"
#include "core/gomap/layout.h"
#include "core/gomap/memory_policy.h"
#include "core/gomap/resumable.h"

namespace hmaplab::gomap {

template <class Pointer>
struct NextBucket : Resumable {
  const MapType* type = nullptr;
  Pointer iterator{};
  Pointer hmap{};
  uint64_t bucket = 0;     // in: the index to go to; out: the one after it
  uint8_t iterator_B = 0;  // of the array that the loop walks

  Pointer address{};                 // out: the bucket; it may lie in the old array
  uint64_t check_bucket = kNoCheck;  // out: if so, the index of the new bucket that it stands for
  bool at_end = false;               // out: all buckets have been visited

  uint8_t B = 0;
  uint64_t mask = 0;
  uint64_t start_bucket = 0;

  void start(const MapType* map_type, Pointer hiter, Pointer map, uint64_t index,
             uint8_t exponent) {
    *this = {};
    type = map_type;
    iterator = hiter;
    hmap = map;
    bucket = index;
    iterator_B = exponent;
  }
  struct Results {
    Pointer address;
    uint64_t bucket;
    uint64_t check_bucket;
    bool at_end;
  };
  Results results() const { return {address, bucket, check_bucket, at_end}; }
  void take_results(Results ran) {
    address = ran.address;
    bucket = ran.bucket;
    check_bucket = ran.check_bucket;
    at_end = ran.at_end;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(iterator);
    field(hmap);
    field(bucket);
    field(address);
    field(check_bucket);
    field(mask);
    field(start_bucket);
    field(uint64_t{iterator_B} | uint64_t{B} << 8 | uint64_t{at_end} << 16);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(mapiternext, load_start_bucket);
    start_bucket = memory.load(iterator, Hiter::start_bucket);
    if (bucket == start_bucket) {
      STEP(mapiternext, load_wrapped);
      at_end = memory.load(iterator, Hiter::wrapped) != 0;
      if (at_end) return done();
    }
    STEP(mapiternext, load_oldbuckets);
    if (memory.load(hmap, Hmap::oldbuckets) != Pointer{}) {
      STEP(mapiternext, load_B);
      if (memory.load(hmap, Hmap::B) == iterator_B) {
        // The loop began in the middle of a growth that is still going on.
        STEP(mapiternext, load_B_for_mask);
        B = memory.load(hmap, Hmap::B);
        STEP(mapiternext, load_same_size);
        mask = old_bucket_count(B, memory.load(hmap, Hmap::flags)) - 1;
        STEP(mapiternext, load_oldbuckets);
        address = memory.load(hmap, Hmap::oldbuckets) + (bucket & mask) * map_type.bucket_size;
        STEP(mapiternext, load_old_tophash);
        if (is_evacuated(memory.load(address, Bucket::tophash(0)))) {
          address = Pointer{};
        } else {
          check_bucket = bucket;
        }
      }
    }
    if (address == Pointer{}) {
      STEP(mapiternext, load_iterator_buckets);
      address = memory.load(iterator, Hiter::buckets) + bucket * map_type.bucket_size;
    }
    memory.will_use_bucket_behind(address, map_type);
    ++bucket;
    if (bucket == bucket_count(iterator_B)) {
      bucket = 0;
      STEP(mapiternext, store_wrapped);
      memory.store(iterator, Hiter::wrapped, uint8_t{1});
    }
    END_STEPS();
  }
};

template <class Pointer>
struct BelongsHere : Resumable {
  const MapType* type = nullptr;
  Pointer hmap{};
  Pointer bucket{};  // the entry: its bucket,
  uint8_t slot = 0;  // its slot
  Pointer key{};     // and where its key is
  uint64_t check_bucket = 0;
  uint8_t iterator_B = 0;

  bool belongs = true;  // out

  bool equals_itself = true;
  uint8_t top = 0;
  uint32_t hash0 = 0;
  uint64_t hash = 0;

  void start(const MapType* map_type, Pointer map, Pointer of_entry, uint8_t in_slot,
             Pointer its_key, uint64_t new_bucket, uint8_t exponent) {
    *this = {};
    type = map_type;
    hmap = map;
    bucket = of_entry;
    slot = in_slot;
    key = its_key;
    check_bucket = new_bucket;
    iterator_B = exponent;
  }
  struct Results {
    bool belongs;
  };
  Results results() const { return {belongs}; }
  void take_results(Results ran) { belongs = ran.belongs; }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(bucket);
    field(key);
    field(check_bucket);
    field(hash);
    field(uint64_t{slot} | uint64_t{iterator_B} << 8 | uint64_t{top} << 16 |
          uint64_t{equals_itself} << 24 | uint64_t{belongs} << 25 | uint64_t{hash0} << 32);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(mapiternext, load_same_size);
    if ((memory.load(hmap, Hmap::flags) & kSameSizeGrow) != 0) return done();
    if (!map_type.reflexive_key) {
      STEP(mapiternext, equal_key);
      if (const KeyAnswer same = memory.equal(map_type, key, key); !same.possible) {
        return fail(Failure::UncomparableType, same.offender);
      } else {
        equals_itself = same.value != 0;
      }
    }
    if (equals_itself) {
      STEP(mapiternext, load_hash0);
      hash0 = memory.load(hmap, Hmap::hash0);
      STEP(mapiternext, hash);
      if (const KeyAnswer answer = memory.hash(map_type, key, hash0); !answer.possible) {
        return fail(Failure::UnhashableType, answer.offender);
      } else {
        hash = answer.value;
      }
      belongs = (hash & (bucket_count(iterator_B) - 1)) == check_bucket;
    } else {
      // NaN: evacuate will decide by the low bit of tophash.
      STEP(mapiternext, load_nan_tophash);
      top = memory.load(bucket, Bucket::tophash(slot));
      belongs = check_bucket >> ((iterator_B - 1) & 63) == (top & uint64_t{1});
    }
    END_STEPS();
  }
};

}  // namespace hmaplab::gomap
