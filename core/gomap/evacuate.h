// Evacuate: moves one old bucket, chain and all, into the new array (SEMANTICS section 10).
//
//   old bucket o ──┬─► X: new bucket o             same-size growth: everything goes to X
//                  └─► Y: new bucket o + newbit    doubling: the hash bit that is now looked at
//                  decides
//
// Destinations are filled without holes; old tophash bytes say where each entry went, so that
// iterators parked on the old bucket can tell. The mark nevacuate moves on when its own bucket is
// done; behind the last old bucket the old array is dropped and the growth is over.
#pragma once

#include <algorithm>
#include <array>

#include "core/gomap/bucket_array.h"
#include "core/gomap/new_overflow.h"

namespace hmaplab::gomap {

template <class Pointer>
struct Evacuate : Resumable {
  static constexpr uint64_t kMaxMarkSteps = 1024;

  struct Destination {
    Pointer bucket{};
    uint8_t slot = 0;  // the next free one; 8: full
  };

  const MapType* type = nullptr;
  Pointer hmap{};
  uint64_t oldbucket = 0;

  Pointer bucket{};
  uint64_t newbit = 0;
  uint8_t slot = 0;
  uint8_t B = 0;
  uint8_t top = 0;
  uint8_t useY = 0;
  uint8_t flags = 0;
  bool odd_nan = false;  // an entry that is not equal to itself, while an iterator may look
  uint32_t hash0 = 0;
  uint64_t hash = 0;
  uint64_t nevacuate = 0;
  uint64_t stop = 0;
  Pointer slot_key{};
  Pointer pointer{};
  std::array<Destination, 2> destination{};
  std::array<uint64_t, kMaxInlineSize / 8> held{};  // a key or elem between its load and its store
  NewOverflow<Pointer> new_overflow;

  void start(const MapType* map_type, Pointer map, uint64_t old_index) {
    *this = {};
    type = map_type;
    hmap = map;
    oldbucket = old_index;
  }

  template <class F>
  void visit(F&& field) const {
    visit_resumable(field);
    field(hmap);
    field(oldbucket);
    field(bucket);
    field(newbit);
    field(uint64_t{slot} | uint64_t{top} << 8 | uint64_t{useY} << 16 | uint64_t{flags} << 24 |
          uint64_t{odd_nan} << 32 | uint64_t{B} << 40);
    field(uint64_t{hash0});
    field(hash);
    field(nevacuate);
    field(stop);
    field(slot_key);
    field(pointer);
    for (const Destination& to : destination) {
      field(to.bucket);
      field(uint64_t{to.slot});
    }
    const uint32_t bytes = std::max(type->key_slot, type->elem_slot);
    for (uint32_t word = 0; 8 * word < bytes; ++word) field(held[word]);
    visit_part(new_overflow, field);
  }

  template <class Memory>
  Progress advance(Memory& memory) {
    BEGIN_STEPS();
    STEP(evacuate, load_oldbuckets);
    bucket = memory.load(hmap, Hmap::oldbuckets) + oldbucket * map_type.bucket_size;
    STEP(evacuate, load_B);
    B = memory.load(hmap, Hmap::B);
    STEP(evacuate, load_same_size);
    newbit = old_bucket_count(B, memory.load(hmap, Hmap::flags));
    STEP(evacuate, load_first_tophash);
    top = memory.load(bucket, Bucket::tophash(0));

    if (!is_evacuated(top)) {
      memory.will_evacuate(bucket, map_type);
      STEP(evacuate, load_buckets);
      destination[0].bucket = memory.load(hmap, Hmap::buckets) + oldbucket * map_type.bucket_size;
      STEP(evacuate, load_doubling);
      if ((memory.load(hmap, Hmap::flags) & kSameSizeGrow) == 0) {
        STEP(evacuate, load_buckets);
        destination[1].bucket =
            memory.load(hmap, Hmap::buckets) + (oldbucket + newbit) * map_type.bucket_size;
      }

      while (bucket != Pointer{}) {
        for (slot = 0; slot < kBucketSlots; ++slot) {
          STEP(evacuate, load_tophash);
          top = memory.load(bucket, Bucket::tophash(slot));
          if (is_empty(top)) {
            STEP(evacuate, mark_empty);
            memory.store(bucket, Bucket::tophash(slot), kEvacuatedEmpty);
            continue;
          }
          if (top < kMinTopHash) return fail(Failure::BadMapState);

          slot_key = bucket + Bucket::key_offset(map_type, slot);
          if (map_type.indirect_key) {
            STEP(evacuate, load_key_pointer);
            slot_key = memory.load(bucket, Bucket::key<memory::Pointer>(map_type, slot));
          }
          useY = 0;
          STEP(evacuate, load_same_size);
          if ((memory.load(hmap, Hmap::flags) & kSameSizeGrow) == 0) {
            STEP(evacuate, load_hash0);
            hash0 = memory.load(hmap, Hmap::hash0);
            STEP(evacuate, hash);
            if (const KeyAnswer answer = memory.hash(map_type, slot_key, hash0); !answer.possible) {
              return fail(Failure::UnhashableType, answer.offender);
            } else {
              hash = answer.value;
            }
            odd_nan = false;
            if (map_type.family == Family::Generic) {
              STEP(evacuate, load_iterator);
              flags = memory.load(hmap, Hmap::flags);
              if ((flags & kIterator) != 0 && !map_type.reflexive_key) {
                STEP(evacuate, equal_key);
                if (const KeyAnswer same = memory.equal(map_type, slot_key, slot_key);
                    !same.possible) {
                  return fail(Failure::UncomparableType, same.offender);
                } else {
                  odd_nan = same.value == 0;
                }
              }
            }
            // A NaN hashes anew each time: an iterator could never find out which way it went. So
            // it goes by the low bit of its old tophash, and gets a new one.
            if (odd_nan) {
              useY = top & 1;
              top = tophash_of(hash);
            } else {
              useY = (hash & newbit) != 0 ? 1 : 0;
            }
          }
          STEP(evacuate, mark_moved);
          memory.store(bucket, Bucket::tophash(slot), static_cast<uint8_t>(kEvacuatedX + useY));

          if (to().slot == kBucketSlots) {
            RUN_RARE(new_overflow, type, hmap, to().bucket);
            to() = {new_overflow.bucket, 0};
          }
          STEP(evacuate, store_tophash);
          memory.store(to().bucket, Bucket::tophash(to().slot), top);
          if (map_type.indirect_key) {
            STEP(evacuate, store_key);
            memory.store(to().bucket, Bucket::key<memory::Pointer>(map_type, to().slot), slot_key);
          } else if (map_type.key_slot != 0) {
            STEP(evacuate, load_key);
            memory.load_bytes(held.data(), bucket, Bucket::key<Bytes>(map_type, slot),
                              map_type.key_slot);
            STEP(evacuate, store_key);
            memory.store_bytes(to().bucket, Bucket::key<Bytes>(map_type, to().slot), held.data(),
                               map_type.key_slot);
          }
          if (map_type.indirect_elem) {
            STEP(evacuate, load_elem);
            pointer = memory.load(bucket, Bucket::elem<memory::Pointer>(map_type, slot));
            STEP(evacuate, store_elem);
            memory.store(to().bucket, Bucket::elem<memory::Pointer>(map_type, to().slot), pointer);
          } else if (map_type.elem_slot != 0) {
            STEP(evacuate, load_elem);
            memory.load_bytes(held.data(), bucket, Bucket::elem<Bytes>(map_type, slot),
                              map_type.elem_slot);
            STEP(evacuate, store_elem);
            memory.store_bytes(to().bucket, Bucket::elem<Bytes>(map_type, to().slot), held.data(),
                               map_type.elem_slot);
          }
          ++to().slot;
        }
        STEP(evacuate, load_overflow);
        bucket = memory.load(bucket, Bucket::overflow(map_type));
      }

      // Help the collector: unless an iterator may still read there, forget what was moved. Tophash
      // stays.
      STEP(evacuate, load_old_iterator);
      if ((memory.load(hmap, Hmap::flags) & kOldIterator) == 0 && map_type.bucket_has_pointers) {
        STEP(evacuate, load_oldbuckets);
        bucket = memory.load(hmap, Hmap::oldbuckets) + oldbucket * map_type.bucket_size;
        memory.forget_chain(bucket, map_type);
        if (Memory::kCollected) {
          STEP(evacuate, zero_old_bucket);
          memory.zero(bucket, Field<Bytes>{kBucketSlots, "keys, elems, overflow"},
                      map_type.bucket_size - kBucketSlots);
        }
      }
    }

    // advanceEvacuationMark
    STEP(evacuate, load_nevacuate);
    if (memory.load(hmap, Hmap::nevacuate) != oldbucket) return done();
    STEP(evacuate, load_mark);
    nevacuate = memory.load(hmap, Hmap::nevacuate) + 1;
    STEP(evacuate, store_mark);
    memory.store(hmap, Hmap::nevacuate, nevacuate);
    stop = std::min(nevacuate + kMaxMarkSteps, newbit);
    for (;;) {
      STEP(evacuate, load_mark);
      nevacuate = memory.load(hmap, Hmap::nevacuate);
      if (nevacuate == stop) break;
      STEP(evacuate, load_oldbuckets);
      bucket = memory.load(hmap, Hmap::oldbuckets) + nevacuate * map_type.bucket_size;
      STEP(evacuate, load_next_tophash);
      if (!is_evacuated(memory.load(bucket, Bucket::tophash(0)))) break;
      STEP(evacuate, load_mark);
      nevacuate = memory.load(hmap, Hmap::nevacuate) + 1;
      STEP(evacuate, store_mark);
      memory.store(hmap, Hmap::nevacuate, nevacuate);
    }
    STEP(evacuate, load_mark);
    if (memory.load(hmap, Hmap::nevacuate) != newbit) return done();

    // Growing is all done: free the old main bucket array.
    memory.forget_oldbuckets(hmap, map_type);
    STEP(evacuate, clear_oldbuckets);
    memory.store(hmap, Hmap::oldbuckets, Pointer{});
    STEP(evacuate, load_extra);
    pointer = memory.load(hmap, Hmap::extra);
    if (pointer != Pointer{}) {
      STEP(evacuate, clear_oldoverflow);
      memory.store(pointer, MapExtra::oldoverflow, Pointer{});
    }
    STEP(evacuate, load_flags);
    flags = memory.load(hmap, Hmap::flags);
    STEP(evacuate, clear_same_size);
    memory.store(hmap, Hmap::flags, static_cast<uint8_t>(flags & ~kSameSizeGrow));
    END_STEPS();
  }

 private:
  Destination& to() { return destination[useY]; }
};

}  // namespace hmaplab::gomap
